package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-authkey", Level: conformance.Core, Program: program,
	Statement: "The authkey of a child MUST be the one that the main process has when it creates the process object.",
	Sources:   []conformance.Source{source.Process("authkey")},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			st.requireField(s, "authkey")
			s.Expect(s.Accepted(conformance.Main, "change authkey "+st.role), "the key of the main process at the start of the %s child", st.role).NotTo(gomega.Equal(st.role))
			s.Expect(st.child.Data["authkey"], "the authkey of the %s child", st.role).To(gomega.Equal(st.role))
		}
	},
})
