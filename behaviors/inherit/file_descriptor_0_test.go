package inherit_test

import (
	"testing"
)

func TestFileDescriptor0(t *testing.T) {
	checkObserved(t, "a child has another descriptor 0", all(), set(later, "descriptor_0", false), "inherit-file-descriptor-0")
}
