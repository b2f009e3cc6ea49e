package identity_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "identity") }

const program = "sing-dance"

func roles() []string { return []string{"sing", "dance"} }

// in returns the good recordings of sing-dance.
func in(methods ...string) mutation.Scenes { return mutation.In(program, methods...) }

// launchers returns the recording in which a launcher stands before each process.
func launchers() mutation.Scenes { return in(conformance.Spawn).On(mutation.WindowsLaunchers) }

// setChildPID sets the pid of a child in the main process.
func setChildPID(r *mutation.Recording, role string, pid any) {
	r.Each("started", conformance.Main, func(e *stage.Event) {
		if e.Data["child"] == role {
			e.Data["child_pid"] = pid
		}
	})
}

// setPPID sets the parent ID that a role reports when it enters; that of every child if role is empty.
func setPPID(r *mutation.Recording, role string, ppid int) {
	r.Each("enter", role, func(e *stage.Event) { e.PPID = ppid })
}

// runIn returns a change that makes a child run in another process.
func runIn(role string, process func(r *mutation.Recording) stage.Event) func(r *mutation.Recording) {
	return func(r *mutation.Recording) {
		e := process(r)
		setChildPID(r, role, float64(e.PID))
		for _, event := range []string{"enter", "ask", "line", "leave"} {
			r.Each(event, role, func(one *stage.Event) { one.PID, one.PPID = e.PID, e.PPID })
		}
	}
}

// needEveryone returns all behaviors that need the main process and both children, with the reason that they give.
func needEveryone(reason string, except ...string) map[string]string {
	fails := map[string]string{}
	for _, id := range []string{
		"args-none-received", "identity-pids-distinct", "identity-parent-knows-child-pid", "identity-pids-match-process-table",
		"identity-siblings-share-ppid", "identity-ppid-is-main", "identity-ppid-is-server", "identity-parent-process-is-main",
		"identity-default-names", "concurrency-children-run-together",
		"concurrency-children-run-together-with-main", "exit-waits-for-children",
		"mainmodule-imported-under-spawn", "mainmodule-imported-under-forkserver",
	} {
		fails[id] = reason
	}
	for _, id := range except {
		delete(fails, id)
	}
	return fails
}

func TestEveryoneMustEnter(t *testing.T) {
	for _, role := range roles() {
		reason := role + ` must report "enter" exactly once`
		mutation.Check(t,
			mutation.Mutant{
				Name: role + " never enters", In: in(), Change: func(r *mutation.Recording) { r.RemoveEvents("enter", role) },
				Fails: needEveryone(reason), Changes: []string{"helper-count-while-children-run"},
			},
			mutation.Mutant{
				Name: role + " enters twice", In: in(), Change: func(r *mutation.Recording) { r.Duplicate("enter", role) },
				Fails: needEveryone(reason),
			},
		)
	}
	// What a child received, and its name, do not depend on the main process.
	fails := needEveryone(`main must report "body"`, "args-none-received", "identity-default-names", "concurrency-children-run-together",
		"mainmodule-imported-under-spawn", "mainmodule-imported-under-forkserver")
	fails["mainmodule-not-imported-under-fork"] = `main must report "body"`
	fails["identity-main-process-name"] = `main must report "body"`
	mutation.Check(t, mutation.Mutant{
		Name: "the main process does not report its body", In: in(),
		Change:  func(r *mutation.Recording) { r.RemoveEvents("body", conformance.Main) },
		Fails:   fails,
		Changes: []string{"mainmodule-body-runs"},
	})
}
