package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-stdin-is-empty", Level: conformance.Core, Program: program,
	Statement: "sys.stdin of a child MUST be at its end from the beginning, whatever that of the main process is.",
	Sources:   []conformance.Source{source.Docs("Programming guidelines, beware of replacing sys.stdin", "all-start-methods")},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			s.Expect(st.child.Data["stdin"], "what the %s child reads from standard input", st.role).To(gomega.Equal(""))
		}
	},
})
