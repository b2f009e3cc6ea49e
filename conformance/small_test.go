package conformance

import (
	"slices"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/stage"
)

// The behaviors of these tests. The real ones are in the packages below behaviors/, which this package cannot import.
var (
	argsGroup     = NewGroup("args", 10, "arguments")
	identityGroup = NewGroup("identity", 20, "process IDs")
	methodGroup   = NewGroup("method", 30, "start methods")
	exitGroup     = NewGroup("exit", 40, "the end of the main process")
	helperGroup   = NewGroup("helper", 50, "helper processes")
)

func roles() []string { return []string{"sing", "dance"} }

func sources() []Source { return []Source{{Text: "a test", URL: "https://example.com"}} }

var argsNone = argsGroup.Add(Behavior{
	ID: "args-none", Level: Core, Program: "sing-dance", Sources: sources(), Statement: "A child MUST get no arguments.",
	Judge: func(s *Scene) {
		for _, e := range s.Children(roles()...) {
			s.Expect(e.Data["args"], "the arguments of %s", e.Role).To(gomega.BeEmpty())
		}
	},
})

var _ = argsGroup.Add(Behavior{
	ID: "args-both", Level: Core, Program: "sing-dance-args-kwargs", Sources: sources(), Statement: "A child MUST get its arguments.",
	Judge: func(s *Scene) { s.Children(roles()...) },
})

var _ = identityGroup.Add(Behavior{
	ID: "identity-server", Level: Core, Program: "sing-dance", Methods: []string{Forkserver}, Sources: sources(),
	Statement: "The server MUST be the parent of the children.",
	Judge: func(s *Scene) {
		for _, e := range s.Children(roles()...) {
			s.Expect(e.PPID, "the parent of %s", e.Role).NotTo(gomega.Equal(s.MainPID()))
		}
	},
})

var identityMain = identityGroup.Add(Behavior{
	ID: "identity-main", Level: Core, Program: "sing-dance", Methods: []string{Spawn, Fork}, Sources: sources(),
	Statement: "The main process MUST be the parent of the children.",
	Judge: func(s *Scene) {
		for _, e := range s.Children(roles()...) {
			s.Expect(e.PPID, "the parent of %s", e.Role).To(gomega.Equal(s.MainPID()))
		}
	},
})

var _ = identityGroup.Add(Behavior{
	ID: "identity-parent", Since: "3.8", Level: Extended, Program: "sing-dance", Sources: sources(), Statement: "A child SHOULD know its parent.",
	Judge: func(s *Scene) {
		for _, e := range s.Children(roles()...) {
			if e.Text("parent_process") == "absent" {
				s.Absent("multiprocessing has no parent_process()")
			}
		}
	},
})

var _ = methodGroup.Add(Behavior{
	ID: "method-set", Level: Core, Program: "set-start-method", Sources: sources(),
	Statement: "set_start_method() MUST set the start method.",
	Judge:     func(s *Scene) { s.MainPID() },
})

var _ = exitGroup.Add(Behavior{
	ID: "exit-waits", Level: Core, Program: "sing-dance", Sources: sources(), Statement: "The main process MUST wait for its children.",
	Judge: func(s *Scene) {
		for _, role := range roles() {
			s.Event("leave", role)
		}
	},
})

var _ = exitGroup.Add(Behavior{
	ID: "exit-codes", Level: Core, Program: "sing-dance", Sources: sources(), Statement: "The exit codes of the children MUST be 0.",
	Judge: func(s *Scene) {
		for _, role := range roles() {
			s.Expect(s.ExitCode(Main, role), "the exit code of %s", role).To(gomega.Equal(0))
		}
	},
})

var _ = exitGroup.Add(Behavior{
	ID: "exit-status", Level: Core, Program: "sing-dance", Sources: sources(), Statement: "The exit status MUST be 0.",
	Judge: func(s *Scene) { s.ExpectExitStatus(0) },
})

var _ = exitGroup.Add(Behavior{
	ID: "exit-status-kept", Level: Core, Program: "sing-dance-sys-exit", Sources: sources(),
	Statement: "The exit status MUST be that of sys.exit().",
	Judge:     func(s *Scene) { s.ExpectExitStatus(7) },
})

var exitNothingLeft = exitGroup.Add(Behavior{
	ID: "exit-nothing-left", Level: Core, Program: "sing-dance", Requires: POSIX, Sources: sources(), Statement: "No process MUST be left.",
	Judge: func(s *Scene) { s.ExpectNoSurvivors() },
})

var helperCount = helperGroup.Add(Behavior{
	ID: "helper-count", Level: Observation, Program: "sing-dance", Sources: sources(), Statement: "How many helper processes there are.",
	Observe: ObserveHelperCount("together"),
})

// load reads a good recording.
func load(t testing.TB, program, implementation, method string) *stage.Recording {
	t.Helper()
	r, err := kept.File{Program: program, Kind: kept.Good, Implementation: implementation, Method: method}.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// singDance reads the good recording of sing-dance by CPython 3.12 under a start method.
func singDance(t testing.TB, method string) *stage.Recording {
	t.Helper()
	return load(t, "sing-dance", "cpython-3.12", method)
}

// judged returns the behaviors that are judged on a recording.
func judged(r *stage.Recording) []Behavior {
	return slices.DeleteFunc(All(), func(b Behavior) bool {
		return b.Program != r.Program || !b.AppliesTo(r.Implementation, r.Method)
	})
}

// setData sets a field of the data of every event with the name, of any role if role is empty.
func setData(r *stage.Recording, event, role, field string, value any) {
	for _, e := range r.Events {
		if e.Event == event && (role == "" || e.Role == role) {
			e.Data[field] = value
		}
	}
}

// setExitCode sets the exit code that the main process reports for a child.
func setExitCode(r *stage.Recording, role string, code float64) {
	for _, e := range r.Events {
		if codes, ok := e.Data["exitcodes"].(map[string]any); ok && e.Event == "exit" && e.Role == Main {
			codes[role] = code
		}
	}
}

// found returns implementations to select from. The last one cannot be run.
func found(t testing.TB) []implementation.Implementation {
	t.Helper()
	return []implementation.Implementation{
		load(t, "sing-dance", "go", Spawn).Implementation,
		load(t, "sing-dance", "cpython-3.12", Fork).Implementation,
		load(t, "sing-dance", "cpython-3.15", Forkserver).Implementation,
		{ID: "unavailable", Executable: "/usr/bin/python2", Unavailable: "Python 2.7.18 is older than 3.6"},
	}
}
