package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-warning-filters", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD have the warning filters of the main process.",
	Sources: []conformance.Source{
		source.Line("3.14.10", "Lib/subprocess.py", 306), source.Library("sys.flags", "sys", "sys.flags"),
	},
	Judge: func(s *conformance.Scene) {
		main, child := flags(s, "flagged")
		s.Expect(child.Data["warnings"], "the warning filters of the child").To(gomega.Equal(main.Data["warnings"]))
	},
})
