package guard_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkUnaffected(t *testing.T) {
	mutation.Check(t, forkAffected(unguarded, "guard-fork-unaffected", "guard-main-body-runs")...)
}
