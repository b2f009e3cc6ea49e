package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestNameInChild(t *testing.T) {
	mutation.Check(t,
		mutation.Mutant{
			Name: "the main module has its own name in children", In: importing(),
			Change:  func(r *mutation.Recording) { r.SetData("module", "script local", "name", "__main__") },
			Changes: []string{"mainmodule-name-in-child"},
		},
		mutation.Mutant{
			Name: "no process describes the main module", In: in(),
			Change: func(r *mutation.Recording) {
				r.Remove(func(e stage.Event) bool { return e.Event == "module" && e.Role != "venv" && e.Role != "venv local" })
			},
			Changes: []string{"mainmodule-name-in-child", "mainmodule-attributes-in-child"},
		},
	)
}
