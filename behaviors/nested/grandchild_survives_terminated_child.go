package nested

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "nested-grandchild-survives-terminated-child", Level: conformance.Core, Program: program,
	Statement: "A grandchild MUST survive as an orphan when the child that started it is terminated.",
	Sources:   []conformance.Source{source.Process("terminate")},
	Judge: func(s *conformance.Scene) {
		pids := pids(s)
		expectTerminated(s)
		s.Check(s.Table("orphaned").Alive(pids["orphan"]), "the orphan must be alive after the main process has joined its parent", "it is not")
		s.ExpectBefore(joined(s, "intermediate"), s.FirstEvent("leave", "orphan"))
	},
})
