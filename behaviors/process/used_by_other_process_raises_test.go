package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestUsedByOtherProcessRaises(t *testing.T) {
	const id = "process-used-by-other-process-raises"
	mutation.Check(t,
		mutation.AcceptedBy("other-child", id, "join", in(conformance.Fork)),
		mutation.AcceptedBy("other-child", id, "is_alive", in(conformance.Fork)),
	)
}
