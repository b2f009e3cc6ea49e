package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestOSExit(t *testing.T) {
	mutation.Check(t, wrongCode("exitcode-os-exit", "os-exit-4", 255)...)
}
