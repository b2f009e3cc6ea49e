package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNamespacePackage(t *testing.T) {
	mutation.Check(t, notRun("mainmodule-namespace-package", "namespace")...)
}
