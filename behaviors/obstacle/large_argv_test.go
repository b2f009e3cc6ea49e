package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestLargeArgv(t *testing.T) {
	mutation.CheckFails(t, "start() fails with a large sys.argv", in(), returns("large argv", 1.0), "obstacle-large-argv", "it returned 1")
}
