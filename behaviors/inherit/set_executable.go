package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-set-executable-spawn", Level: conformance.Core, Program: program, Methods: []string{conformance.Spawn},
	Statement: "Under spawn, a child MUST run the executable that set_executable() set last.",
	Sources:   []conformance.Source{source.Function("set_executable")},
	Judge: func(s *conformance.Scene) {
		for n, st := range states(s) {
			st.requireField(s, "executable")
			if st.child.Data["executable"] == nil {
				s.Absent("%s lets no executable be set", s.Implementation.Module)
			}
			if st.main.Data["path_is_visible"] == false {
				s.NothingToJudge("%s does not see by what path it is started", s.Implementation.Interpreter)
			}
			s.Expect(st.child.Number("executable"), "the number of the executable of the %s child", st.role).To(gomega.Equal(n + 1))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-set-executable-forkserver", Level: conformance.Extended, Program: "helper-processes", Methods: []string{conformance.Forkserver},
	Statement: "Under forkserver, a child of a server that was started after set_executable() SHOULD run the new executable.",
	Sources:   []conformance.Source{source.Function("set_executable"), source.Line("3.14.10", "Lib/multiprocessing/forkserver.py", 187)},
	Requires:  executable,
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "set executable")
		s.Accepted(conformance.Main, "replace server")
		s.Returned("fourth", "executable", "another")
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-set-executable-later", Level: conformance.Core, Program: "helper-processes",
	NotUnder:  []string{conformance.Fork, conformance.Forkserver},
	Statement: "Except under fork and forkserver, a child MUST run the executable that set_executable() set after other children were started.",
	Sources:   []conformance.Source{source.Function("set_executable")},
	Requires:  executable,
	Judge:     func(s *conformance.Scene) { expectExecutable(s, "another") },
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-set-executable-unused-under-fork", Level: conformance.Extended, Program: "helper-processes", Methods: []string{conformance.Fork},
	Statement: "Under fork, set_executable() SHOULD NOT change the executable that a child runs.",
	Sources:   []conformance.Source{source.StartMethods(), source.Function("set_executable")},
	Requires:  executable,
	Judge:     func(s *conformance.Scene) { expectExecutable(s, "the same") },
})

// executable is met by systems that execute the other executable of the program.
var executable = &conformance.Requirement{
	Met:    func(i implementation.Implementation) bool { return i.Platform != "win32" },
	Reason: "on Windows, which cannot execute the program's other executable, a script",
}

// expectExecutable checks which executable runs the child that was started after set_executable().
func expectExecutable(s *conformance.Scene, want string) {
	s.Accepted(conformance.Main, "set executable")
	s.Returned("fourth", "executable", want)
}
