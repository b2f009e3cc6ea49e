package identity

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-siblings-share-ppid", Level: conformance.Extended, Program: program,
	Statement: "Two children SHOULD have the same parent ID if there is no launcher between the main process and them.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		both, table := children(s), s.Table("together")
		sing, dance, main := both[0], both[1], s.MainPID()
		launchers := table.Launcher(main, sing.PID) != 0 && table.Launcher(main, dance.PID) != 0
		if launchers && s.Method != conformance.Forkserver {
			return // each child has its own
		}
		s.Expect(sing.PPID, "the parent ID of sing").To(gomega.Equal(dance.PPID))
	},
})
