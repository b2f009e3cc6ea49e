package thread

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-held-lock-in-child", Level: conformance.Core, Program: program,
	Statement: "A lock of the main module that another thread holds MUST be held in the child if and only if the start method is fork.",
	Sources:   []conformance.Source{source.StartMethods(), osFork()},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{single, several} {
			e := s.Event("threads", role)
			if role == several && s.Method == conformance.Fork {
				s.Check(e.Data["held"] == true, "the lock must be held in the child "+role, "it is not")
			} else {
				s.Check(e.Data["held"] == false, "the lock must be free in the child "+role, "it is not")
			}
		}
	},
})
