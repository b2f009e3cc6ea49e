package start_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestLeavesNoDescriptor(t *testing.T) {
	mutation.CheckFails(t, "a descriptor is left", in(), set("second", "more_descriptors", 1.0),
		"start-leaves-no-descriptor", "the main process must have as many descriptors as before the second start")
}
