package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptWaitsForChild(t *testing.T) {
	mutation.Check(t, parentWaits("exit-interrupt-waits-for-child", parentexit.Interrupt)...)
}
