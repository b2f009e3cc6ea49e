package concurrency

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

// song is what each child prints, with the number of the beat.
var song = map[string]string{"sing": "唱歌......", "dance": "跳舞......"}

var _ = group.Add(conformance.Behavior{
	ID: "concurrency-child-output-in-order", Level: conformance.Extended, Program: program,
	Statement: "The lines that a child prints SHOULD arrive in the order in which it printed them.",
	Sources:   []conformance.Source{source.Line("3.14.10", "Lib/multiprocessing/process.py", 338)},
	Judge: func(s *conformance.Scene) {
		if s.Beats < 1 {
			s.Stop("each child must have at least one line to print", "the run has no beats")
		}
		for _, role := range []string{"sing", "dance"} {
			expectLines(s, role)
		}
	},
})

// expectLines checks the lines that a child reported, and those that it printed.
func expectLines(s *conformance.Scene, role string) {
	reported := s.Events("line", role)
	s.Check(len(reported) == s.Beats, fmt.Sprintf("%s must report %d lines", role, s.Beats), fmt.Sprintf("it reported %d", len(reported)))
	for n, line := range reported {
		s.Check(line.Number("beat") == n+1, fmt.Sprintf("%s must report its lines in order", role), fmt.Sprintf("line %d is reported as line %d", n+1, line.Number("beat")))
	}
	leave := s.FirstEvent("leave", role)
	if enter, entered := s.First("enter", role); entered { // concurrency-children-run-together requires it
		s.ExpectBefore(enter, leave)
	}

	ids := role + ": pid "
	var printed []string
	for line := range strings.Lines(s.Stdout) {
		if line = strings.TrimRight(line, "\r\n"); strings.HasPrefix(line, song[role]+" ") || strings.HasPrefix(line, ids) {
			printed = append(printed, line)
		}
	}
	s.Check(len(printed) == 1+s.Beats, fmt.Sprintf("%d lines of %s must be printed", 1+s.Beats, role), fmt.Sprintf("%d were", len(printed)))
	for n, line := range printed {
		if n == 0 {
			s.Check(strings.HasPrefix(line, ids), fmt.Sprintf("the first line of %s must have its process ID", role), "it is "+line)
		} else {
			want := fmt.Sprintf("%s %d", song[role], n)
			s.Check(line == want, fmt.Sprintf("line %d of %s must be %s", n+1, role, want), "it is "+line)
		}
	}
}
