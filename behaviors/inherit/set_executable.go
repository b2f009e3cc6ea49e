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
				s.Absent("%s lets no executable be set, or %s does not see by what path it is started", s.Implementation.Module, s.Implementation.Interpreter)
			}
			s.Expect(st.child.Number("executable"), "the number of the executable of the %s child", st.role).To(gomega.Equal(n + 1))
		}
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-set-executable-by-method", Level: conformance.Core, Program: "helper-processes",
	Statement: "After set_executable(), a child MUST run the new executable under spawn, and under forkserver after the server was replaced, but not under fork.",
	Sources:   []conformance.Source{source.Function("set_executable")},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return i.Platform != "win32" },
		Reason: "the other executable of the program is a script, which Windows does not execute",
	},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "set executable")
		want := "another"
		switch s.Method {
		case conformance.Fork:
			want = "the same"
		case conformance.Forkserver:
			s.Accepted(conformance.Main, "replace server")
		}
		s.Returned("fourth", "executable", want)
	},
})
