package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTerminateAfterEnd(t *testing.T) {
	const id = "process-terminate-after-end-harmless"
	mutation.Check(t,
		mutation.Unreported(id, "terminate ended", in()),
		mutation.Refused(id, "terminate ended", in()),
		mutation.Refused(id, "terminate joined", in()),
		reported("process-terminate-after-end-keeps-exitcode", "terminated after its end", "exitcode", -15.0),
	)
}
