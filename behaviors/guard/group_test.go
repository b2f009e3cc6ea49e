package guard_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "guard") }

const (
	unguarded          = "sing-dance-unguarded"
	unguardedSetMethod = "sing-dance-unguarded-set-method"
)

// importing returns the good recordings of a program under spawn and forkserver.
func importing(program string) mutation.Scenes {
	return mutation.In(program, conformance.Spawn, conformance.Forkserver)
}

func children() []string { return []string{"sing", "dance"} }

var song = map[string]string{"sing": "唱歌......", "dance": "跳舞......"}

// mainRaises adds an error of the main process.
func mainRaises(r *mutation.Recording, data map[string]any) {
	main := r.First("body", conformance.Main)
	r.Insert(r.Index("exit", conformance.Main), stage.Event{
		Event: "error", Role: conformance.Main, PID: main.PID, PPID: main.PPID, Data: data,
	})
}

// secondError returns the second error in a recording, for changing it.
func secondError(r *mutation.Recording) *stage.Event {
	var found []*stage.Event
	r.Each("error", "", func(e *stage.Event) { found = append(found, e) })
	return found[1]
}

// targetRuns returns the mutants in which a child reaches its target.
func targetRuns(program, id string) []mutation.Mutant {
	var mutants []mutation.Mutant
	for _, role := range children() {
		mutants = append(mutants,
			mutation.Mutant{
				Name: role + " reaches its target", In: importing(program),
				Change: func(r *mutation.Recording) {
					r.Insert(r.Index("exit", conformance.Main), stage.Event{Event: "enter", Role: role, PID: mutation.UnknownPID, PPID: r.MainPID()})
				},
				Fails: map[string]string{id: "the target of " + role + " must not run"},
			},
			mutation.Mutant{
				Name: role + " prints a line", In: importing(program),
				Change: func(r *mutation.Recording) { r.Stdout = song[role] + "\n" },
				Fails:  map[string]string{id: role + " must not print a line"},
			},
		)
	}
	return mutants
}

// forkAffected returns the mutants in which a program does not work under fork.
func forkAffected(program, id string, changes ...string) []mutation.Mutant {
	var mutants []mutation.Mutant
	add := func(name string, change func(r *mutation.Recording), reason string, changes ...string) {
		mutants = append(mutants, mutation.Mutant{
			Name: name, In: mutation.In(program, conformance.Fork), Change: change,
			Fails: map[string]string{id: reason}, Changes: changes,
		})
	}
	for _, role := range children() {
		add(role+" never enters", func(r *mutation.Recording) { r.RemoveEvents("enter", role) }, role+` must report "enter" exactly once`)
		add(role+" never leaves", func(r *mutation.Recording) { r.RemoveEvents("leave", role) }, role+` must report "leave" exactly once`)
		add(role+" leaves twice", func(r *mutation.Recording) { r.Duplicate("leave", role) }, role+` must report "leave" exactly once`)
		add(role+" has exit code 1", func(r *mutation.Recording) { r.SetExitCode(role, 1.0) }, "the exit code of "+role+" must be 0")
		add(role+" has no exit code", func(r *mutation.Recording) { r.SetExitCode(role, nil) }, "must know the exit code of "+role)
	}
	add("a child raises an error", func(r *mutation.Recording) {
		r.Insert(r.Index("exit", conformance.Main), stage.Event{Event: "error", PID: r.PID("sing"), Data: map[string]any{"types": []any{"RuntimeError"}}})
	}, "no process must raise an error")
	add("the main process has exit status 1", func(r *mutation.Recording) { r.Exit.Code = 1 }, "the exit status of the main process must be 0")
	add("the main process does not end", func(r *mutation.Recording) { r.Exit = nil }, "the main process must end")
	add("the main process does not report its body", func(r *mutation.Recording) { r.RemoveEvents("body", conformance.Main) }, `main must report "body"`, changes...)
	return mutants
}

// survivor leaves a process that had to be killed.
func survivor(r *mutation.Recording) {
	r.Survivors = []platform.Process{{PID: mutation.UnknownPID, PPID: 1, State: platform.Alive, Name: "python3"}}
}
