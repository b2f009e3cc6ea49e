package process

import (
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
)

var _ = group.Add(conformance.Behavior{
	ID: "process-unjoined-child-is-zombie", Level: conformance.Extended, Program: program,
	Statement: "A child that has ended and was not joined SHOULD be a zombie if and only if its parent is the main process on a POSIX system.",
	Sources:   []conformance.Source{zombies()},
	Judge: func(s *conformance.Scene) {
		p, found := row(s, "named", "unjoined")
		if s.Method == conformance.Forkserver || s.OnWindows() {
			s.Check(!found, "the process table must not have the ended child", "it does")
		} else {
			s.Check(found, "the process table must have the ended child as a zombie", "it does not have the child")
		}
		s.Check(p.State != platform.Alive, "the ended child must not be alive", "it is")
	},
})
