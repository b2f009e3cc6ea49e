package process

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/processstate"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-run-called-directly", Level: conformance.Core, Program: program,
	Statement: "run(), called directly, MUST run the target in the calling process.",
	Sources:   []conformance.Source{source.Process("run"), source.Process("start")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "run")
		s.Expect(s.Event("enter", "direct").PID, "the process that ran the target").To(gomega.Equal(s.MainPID()))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-run-called-directly-starts-nothing", Level: conformance.Core, Program: program,
	Statement: "run(), called directly, MUST NOT start the process.",
	Sources:   []conformance.Source{source.Process("run"), source.Process("start")},
	Judge: func(s *conformance.Scene) {
		s.Accepted(conformance.Main, "run")
		processstate.Expect(s, "run directly", nil, nil, false)
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "process-run-overridden", Level: conformance.Core, Program: program,
	Statement: "A process of a class that overrides run() MUST run that method in the child, with the attributes of the object.",
	Sources: []conformance.Source{
		source.Process("run"),
		source.Docs("Programming guidelines, more picklability", "the-spawn-and-forkserver-start-methods"),
	},
	Judge: func(s *conformance.Scene) {
		if reason := s.AbsentReason(conformance.Main, "override"); reason != "" {
			s.Absent("%s", reason)
		}
		child := s.Event("enter", "overriding")
		s.Expect(child.PID, "the process that ran the method").NotTo(gomega.Equal(s.MainPID()))
		s.Expect(child.Data["args"], "the attribute of the object in the child").To(gomega.Equal([]any{"an attribute"}))
	},
})
