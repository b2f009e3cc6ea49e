package thread

import (
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-no-spurious-warning", Level: conformance.Extended, Program: program,
	Statement: "start() SHOULD NOT issue a warning about threads, except under fork while the main process has several threads.",
	Sources:   []conformance.Source{osFork(), source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		withOne, withSeveral := warnings(s, single), warnings(s, several)
		s.Check(len(withOne) == 0, "start() must issue no warning while the main process has one thread", "it issued "+strings.Join(withOne, ", "))
		s.Check(s.Method == conformance.Fork || len(withSeveral) == 0, "start() must issue no warning under "+s.Method, "it issued "+strings.Join(withSeveral, ", "))
	},
})
