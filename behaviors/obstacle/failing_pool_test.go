package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestFailingPool(t *testing.T) {
	mutation.CheckFails(t, "two workers are left", in(), returns("failing pool", 2.0), "obstacle-failing-pool", "it returned 2")
}
