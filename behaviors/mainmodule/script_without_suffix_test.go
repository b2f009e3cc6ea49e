package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestScriptWithoutSuffix(t *testing.T) {
	mutation.Check(t, notRun("mainmodule-script-without-suffix", "bare")...)
}
