package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestFileDescriptor0(t *testing.T) {
	mutation.CheckChanges(t, "a child has another descriptor 0", all(), set(later, "descriptor_0", false), "inherit-file-descriptor-0")
}
