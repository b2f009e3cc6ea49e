package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkCopiesProcessState(t *testing.T) {
	for _, field := range []string{"environ", "folder", "umask", "limit", "descriptors", "arguments", "path"} {
		mutation.CheckFails(t, "a forked child has another "+field, forked(), set(later, field, "another"), "inherit-fork-copies-process-state", field+" in the later child must be that of the main process")
	}
}
