package inherit_test

import (
	"testing"
)

func TestForkCopiesProcessState(t *testing.T) {
	for _, field := range []string{"environ", "folder", "umask", "limit", "descriptors", "arguments", "path"} {
		check(t, "a forked child has another "+field, forked(), set(later, field, "another"), "inherit-fork-copies-process-state", field+" in the later child must be that of the main process")
	}
}
