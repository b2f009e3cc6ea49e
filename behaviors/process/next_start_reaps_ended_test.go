package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNextStartReapsEnded(t *testing.T) {
	mutation.Check(t, leaveZombie("named", "another-started", "process-next-start-reaps-ended",
		"the process table must not have the ended child after start() of another one"))
}
