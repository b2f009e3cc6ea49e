package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// flags returns what the further main process and its child reported of their interpreters.
func flags(s *conformance.Scene) (main, child conformance.Event) {
	if reason := s.AbsentReason(conformance.Main, "flags"); reason != "" {
		s.Absent("%s", reason)
	}
	return s.Event("flags", "flagged"), s.Event("flags", "flagged child")
}

var _ = group.Add(conformance.Behavior{
	ID: "inherit-interpreter-flags", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD have the interpreter flags of the main process, such as -O and -B.",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/subprocess.py", 306), source.Library("sys.flags", "sys", "sys.flags"),
	},
	Judge: func(s *conformance.Scene) {
		main, child := flags(s)
		own, _ := main.Data["numbers"].(map[string]any)
		s.Expect(own["optimize"], "the flag optimize of the main process").To(gomega.Equal(1.0))
		s.Expect(own["dont_write_bytecode"], "the flag dont_write_bytecode of the main process").To(gomega.Equal(1.0))
		s.Expect(child.Data["numbers"], "the flags of the child").To(gomega.Equal(main.Data["numbers"]))
	},
})
