package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStartTwiceRaises(t *testing.T) {
	const id = "process-start-twice-raises"
	mutation.Check(t,
		changing(mutation.Accepted(id, "start running", in()), "process-misuse-errors"),
		mutation.Accepted(id, "start joined", in()),
	)
}
