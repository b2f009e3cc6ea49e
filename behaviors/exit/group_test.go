package exit_test

import (
	"fmt"
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/behaviors/internal/parentexit/parentexittest"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "exit") }

// doesNotWait returns the mutants of a sing-dance program whose main process does not wait for its children. Other behaviors
// that are judged on the program fail as well.
func doesNotWait(program, id string) []mutation.Mutant {
	var mutants []mutation.Mutant
	add := func(name string, change func(r *mutation.Recording), reason string, others ...map[string]string) {
		m := mutation.Mutant{Name: name, In: mutation.In(program), Change: change, Fails: map[string]string{id: reason}}
		for _, other := range others {
			for otherID, otherReason := range other {
				if program == "sing-dance" {
					m.Fails[otherID] = otherReason
				}
			}
		}
		mutants = append(mutants, m)
	}
	add("the main process does not reach its last statement",
		func(r *mutation.Recording) { r.RemoveEvents("last", conformance.Main) }, `main must report "last"`)
	add("the main process does not report its end",
		func(r *mutation.Recording) { r.RemoveEvents("exit", conformance.Main) }, `main must report "exit"`)
	add("the main process ends while the children wait for it",
		func(r *mutation.Recording) { r.RemoveProcess(r.MainPID()) }, "the main process must be alive while its children run",
		map[string]string{"identity-pids-match-process-table": "", "concurrency-children-run-together-with-main": ""})
	add("the process table is not read at the end of the main process",
		func(r *mutation.Recording) { r.RemoveTable(stage.PointExit) }, `the process table must be read at "exit"`)
	for _, role := range []string{"sing", "dance"} {
		order := map[string]string{"concurrency-child-output-in-order": ""}
		add(role+" does not reach its end",
			func(r *mutation.Recording) { r.RemoveEvents("leave", role) }, role+` must report "leave"`, order)
		add(role+" is joined before the last statement of the main process",
			func(r *mutation.Recording) {
				r.MoveBefore("enter", role, "last", conformance.Main)
				r.MoveBefore("leave", role, "last", conformance.Main)
			},
			`"last" of main must come before "leave" of `+role)
		add(role+" ends after the main process reports its end",
			func(r *mutation.Recording) { r.MoveToEnd("leave", role) }, `"leave" of `+role+` must come before "exit" of main`)
		add("the main process ends before "+role,
			func(r *mutation.Recording) { r.EventsAtExit = r.Index("leave", role) },
			"must end before the operating system reports the end of the main process")
		add(role+" is alive after the main process has ended",
			func(r *mutation.Recording) {
				r.AddRow(stage.PointExit, platform.Process{PID: r.PID(role), PPID: 1, Name: "python3"})
			}, role+" must not be alive after the main process has ended")
	}
	return mutants
}

// exitStatus returns the mutant in which the main process of a program has another exit status; none if status is negative.
func exitStatus(program string, status int, fails map[string]string) mutation.Mutant {
	m := mutation.Mutant{Name: "the main process does not end", In: mutation.In(program), Fails: fails}
	m.Change = func(r *mutation.Recording) { r.Exit = nil }
	if status >= 0 {
		m.Name = "the main process ends with another exit status"
		m.Change = func(r *mutation.Recording) { r.Exit.Code = status }
	}
	return m
}

// parentStatus returns the mutant in which a parent ends with another exit status.
func parentStatus(name, ending string, status float64, id string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: parentexittest.In(),
		Change: func(r *mutation.Recording) { r.Events[parentexittest.EndedIndex(r, ending)].Data["code"] = status },
		Fails:  map[string]string{id: fmt.Sprintf("%s: the exit status of the parent must be", ending)},
	}
}

// parentWaits returns the mutants in which a parent does not wait for its child after an ending.
func parentWaits(id, ending string) []mutation.Mutant {
	return []mutation.Mutant{
		{
			Name: "the parent ends before its child", In: parentexittest.In(),
			Change: func(r *mutation.Recording) {
				child := parentexittest.Entered(r, "child", ending).PID
				r.MoveIndex(parentexittest.EndedIndex(r, ending), parentexittest.IndexOf(r, "leave", child))
			},
			Fails: map[string]string{id: "the parent must end after its child"},
		},
		{
			Name: "the parent is not alive while its child runs", In: parentexittest.In(),
			Change: func(r *mutation.Recording) { r.RemoveProcess(parentexittest.Entered(r, "parent", ending).PID) },
			Fails:  map[string]string{id: "the parent must be alive while its child runs"},
		},
	}
}
