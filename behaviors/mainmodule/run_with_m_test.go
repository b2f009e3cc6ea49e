package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestRunWithM(t *testing.T) {
	mutation.Check(t, notRun("mainmodule-run-with-m", "module", "submodule")...)
}
