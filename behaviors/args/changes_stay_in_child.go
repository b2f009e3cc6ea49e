package args

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-changes-stay-in-child", Level: conformance.Core, Program: lifecycle,
	Statement: "A change that a child makes to its arguments MUST NOT change them in the main process.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		s.Event("leave", observed)
		s.Expect(s.Accepted(conformance.Main, "list"), "the argument in the main process").
			To(gomega.Equal([]any{"as made", "changed before the start", "changed after the start"}))
	},
})
