package exitcode_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestWrongArguments(t *testing.T) {
	const id, stderr = "exitcode-wrong-arguments", "exitcode-wrong-arguments-on-stderr"
	refused := mutation.Refused(id, "start wrong-arguments", in())
	refused.Fails[stderr] = refused.Fails[id]
	mutation.Check(t, mutation.WrongReturn(id, "status wrong-arguments", 0.0, in(), "")...)
	mutation.Check(t,
		refused,
		mutation.Unreported(id, "join wrong-arguments", in()),
		mutation.Mutant{
			Name: "the target runs with wrong arguments", In: in(),
			Change: func(r *mutation.Recording) {
				e := r.First("enter", "exit")
				e.Role = "wrong-arguments"
				r.Insert(r.Index("last", conformance.Main), e)
			},
			Fails: map[string]string{id: "the target must not run"},
		},
		onStderr("another error than a TypeError is printed", "TypeError", "OSError", stderr, "standard error must include"),
	)
}
