package helper_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
)

// in returns the good recordings of the program helper-processes.
func in(methods ...string) mutation.Scenes { return mutation.In("helper-processes", methods...) }

// addHelper adds a helper process of a parent to the process table at a point.
func addHelper(r *mutation.Recording, point string, parent int) {
	r.AddRow(point, platform.Process{PID: mutation.UnknownPID, PPID: parent, Name: "helper"})
}

// helpers returns the helper processes at a point.
func helpers(r *mutation.Recording, point string) []platform.Process {
	return conformance.NewScene(r.Recording).Helpers(point)
}

func TestTablesNotRead(t *testing.T) {
	const reason = `the process table must be read at "first"`
	mutation.Check(t, mutation.Mutant{
		Name: "the process tables are not read", In: in(),
		Change:  func(r *mutation.Recording) { r.RemoveTable("before"); r.RemoveTable("first") },
		Fails:   map[string]string{"helper-kinds-by-method": reason, "helper-parent-is-main": reason, "helper-outlives-children": reason},
		Changes: []string{"helper-count-before-first-start"},
	})
}
