package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkWorksFromAnywhere(t *testing.T) {
	const id = "mainmodule-fork-works-from-anywhere"
	check := func(name string, change func(r *mutation.Recording), reason string) {
		mutation.Check(t, mutation.Mutant{Name: name, In: in(conformance.Fork), Change: change, Fails: map[string]string{id: reason}})
	}
	check("a child of a main module from standard input does not run", func(r *mutation.Recording) { r.RemoveEvents("enter", "stdin local") }, outcomeOf("local", "stdin"))
	check("a child with a target in another module has exit code 1", func(r *mutation.Recording) { setExitCode(r, "command", "imported", 1) }, outcomeOf("imported", "command"))
	check("the main process does not report its children", func(r *mutation.Recording) { r.RemoveEvents("exit", "zip") }, outcomeOf("local", "zip"))
}
