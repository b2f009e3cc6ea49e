package args_test

import (
	"github.com/singdance/singdance/conformance/mutation"
)

const observed = "observed"

// lifecycle returns the good recordings of the program process-lifecycle.
func lifecycle() mutation.Scenes { return mutation.In("process-lifecycle") }
