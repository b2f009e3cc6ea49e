package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStdinIsEmpty(t *testing.T) {
	mutation.CheckFails(t, "a child reads the standard input of the main process", all(), set(later, "stdin", "a line\n"), "inherit-stdin-is-empty", "what the later child reads from standard input")
}
