package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestExceptionWaitsForChild(t *testing.T) {
	mutation.Check(t, parentWaits("exit-exception-waits-for-child", parentexit.Exception)...)
}
