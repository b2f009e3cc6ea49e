package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTargetsNeverRun(t *testing.T) {
	mutation.Check(t, targetRuns(unguarded, "guard-targets-never-run")...)
}
