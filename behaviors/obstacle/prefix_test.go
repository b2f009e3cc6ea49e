package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPrefix(t *testing.T) {
	mutation.CheckFails(t, "the child does not use the virtual environment", in(), returns("prefix", 1.0), "obstacle-prefix", "it returned 1")
}
