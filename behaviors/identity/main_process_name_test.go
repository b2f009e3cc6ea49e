package identity_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMainProcessName(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "the main process has the name of a child", In: in(),
		Change: func(r *mutation.Recording) { r.First("body", conformance.Main).Data["process"] = "Process-1" },
		Fails:  map[string]string{"identity-main-process-name": `the name of the main process must be "MainProcess"; it is "Process-1"`},
	})
}
