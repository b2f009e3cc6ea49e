package thread

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-held-lock-in-child", Level: conformance.Core, Program: program,
	Statement: "A lock of the main module that another thread holds MUST be held in the child exactly under fork.",
	Sources:   []conformance.Source{source.StartMethods(), osFork()},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{single, several} {
			held := role == several && s.Method == conformance.Fork
			s.Expect(s.Event("threads", role).Data["held"], "whether the lock is held in the child %s", role).To(gomega.Equal(held))
		}
	},
})
