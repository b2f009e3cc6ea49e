package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNoExecutable(t *testing.T) {
	mutation.CheckFails(t, "the module cannot be imported without sys.executable", in(), returns("no executable", 1.0), "obstacle-no-executable", "it returned 1")
}
