package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestCompiledFile(t *testing.T) {
	mutation.Check(t, notRun("mainmodule-compiled-file", "compiled")...)
}
