package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestFunctionInsideMainGuard(t *testing.T) {
	mutation.Check(t, failsInChild("guarded", "pickle-function-inside-main-guard")...)
}
