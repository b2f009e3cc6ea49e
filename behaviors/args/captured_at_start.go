package args

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "args-captured-at-start", Level: conformance.Extended, Program: lifecycle,
	Statement: "A child SHOULD receive its arguments as they are when start() is called.",
	Sources:   []conformance.Source{source.Process("start"), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		atStart := []any{"as made", "changed before the start"}
		s.Expect(s.Event("enter", observed).Data["args"], "what the child received").To(gomega.Equal([]any{atStart}))
		s.Expect(s.Accepted(observed, "list"), "the argument in the child after the main process changed it").To(gomega.Equal(atStart))
	},
})
