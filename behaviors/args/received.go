package args

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

// arguments are what a child must receive.
type arguments struct {
	args   []any
	kwargs map[string]any
}

// expectReceived checks what each role received.
func expectReceived(s *conformance.Scene, want map[string]arguments) {
	for _, role := range []string{"sing", "dance"} {
		child := s.Event("enter", role)
		for _, part := range []struct {
			name      string
			got, want any
		}{
			{"by position", child.Data["args"], want[role].args},
			{"by keyword", child.Data["kwargs"], want[role].kwargs},
		} {
			s.Check(conformance.SameValue(part.got, part.want),
				fmt.Sprintf("%s must receive %s %s", role, conformance.Words(part.want), part.name), "it received "+conformance.Words(part.got))
		}
	}
}
