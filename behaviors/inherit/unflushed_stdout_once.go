package inherit

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-unflushed-stdout-once", Level: conformance.Extended, Program: program,
	Statement: "Output that the main process has not flushed before start() SHOULD be printed exactly once.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/popen_fork.py", 17)},
	Judge: func(s *conformance.Scene) {
		for _, role := range []string{firstChild, laterChild} {
			line := "said before the " + role + " start"
			count := strings.Count(s.Stdout, line)
			s.Check(count == 1, fmt.Sprintf("the line %q must be printed once", line), fmt.Sprintf("it is printed %d times", count))
		}
	},
})
