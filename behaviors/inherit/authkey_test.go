package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestAuthkey(t *testing.T) {
	mutation.CheckFails(t, "a child has another authkey", all(), set(later, "authkey", first), "inherit-authkey", "the authkey of the later child")
}
