package inherit_test

import (
	"testing"
)

func TestAuthkey(t *testing.T) {
	check(t, "a child has another authkey", all(), set(later, "authkey", first), "inherit-authkey", "the authkey of the later child")
}
