package exit_test

import (
	"testing"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestInterruptStatus(t *testing.T) {
	mutation.Check(t, parentStatus("an interrupted parent ends with exit status 1", parentexit.Interrupt, 1, "exit-interrupt-status"))
}
