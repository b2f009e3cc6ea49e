package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// flags returns what a further main process and its child reported of their interpreters.
func flags(s *conformance.Scene, role string) (main, child conformance.Event) {
	if reason := s.AbsentReason(conformance.Main, "flags "+role); reason != "" {
		s.Absent("%s", reason)
	}
	return s.Event("flags", role), s.Event("flags", role+" child")
}

// numbers returns the flags of a process by name.
func numbers(e conformance.Event) map[string]any {
	flags, _ := e.Data["numbers"].(map[string]any)
	return flags
}

var _ = group.Add(conformance.Behavior{
	ID: "inherit-interpreter-flags", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD have the interpreter flags of the main process, such as -O and -B.",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/subprocess.py", 306), source.Library("sys.flags", "sys", "sys.flags"),
	},
	Judge: func(s *conformance.Scene) {
		main, child := flags(s, "flagged")
		s.Expect(numbers(main)["optimize"], "the flag optimize of the main process").To(gomega.Equal(1.0))
		s.Expect(numbers(main)["dont_write_bytecode"], "the flag dont_write_bytecode of the main process").To(gomega.Equal(1.0))
		s.Expect(child.Data["numbers"], "the flags of the child").To(gomega.Equal(main.Data["numbers"]))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "inherit-interpreter-flags-of-isolation", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD be as isolated as the main process by -I, -E, -P or PYTHONSAFEPATH.",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/subprocess.py", 306), source.Library("sys.flags", "sys", "sys.flags"),
	},
	Judge: func(s *conformance.Scene) {
		for _, one := range []struct {
			role  string
			flags []string
		}{
			{"isolated", []string{"isolated", "ignore_environment", "no_user_site", "safe_path"}},
			{"without-environment", []string{"ignore_environment", "safe_path"}},
			{"safe-path", []string{"safe_path"}},
		} {
			main, child := flags(s, one.role)
			for _, flag := range one.flags {
				if flag == "safe_path" && conformance.PythonBefore("3.11", s.Implementation) {
					continue
				}
				s.Expect(numbers(main)[flag], "the flag %s of the main process %s", flag, one.role).To(gomega.Equal(1.0))
				s.Expect(numbers(child)[flag], "the flag %s of the child of %s", flag, one.role).To(gomega.Equal(1.0))
			}
		}
	},
})
