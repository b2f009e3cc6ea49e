package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestScript(t *testing.T) {
	mutation.Check(t, notRun("mainmodule-script", "script")...)
}
