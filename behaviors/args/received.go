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

// expectReceived checks what each role received: the values, and their types, because the JSON of an event does not tell 2 from
// 2.0, or a tuple from a list.
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
		if len(want[role].args)+len(want[role].kwargs) > 0 {
			expectTypes(s, role, want[role])
		}
	}
}

// expectTypes checks that a role received arguments of the types that the main process gave to it.
func expectTypes(s *conformance.Scene, role string, want arguments) {
	given := s.EventsWhere(func(e conformance.Event) bool {
		return e.Event.Event == "given" && e.Role == conformance.Main && e.Text("child") == role
	})
	if len(given) != 1 {
		s.Stop("the main process must report once the types of what it gives to "+role, fmt.Sprintf("it reported them %d times", len(given)))
	}
	args, _ := given[0].Data["args"].([]any)
	kwargs, _ := given[0].Data["kwargs"].(map[string]any)
	s.Check(len(args) == len(want.args) && len(kwargs) == len(want.kwargs),
		"the main process must report the type of each argument of "+role, fmt.Sprintf("it reported %d types", len(args)+len(kwargs)))
	received := s.Event("received", role)
	for _, part := range []string{"args", "kwargs"} {
		s.Check(conformance.SameValue(received.Data[part], given[0].Data[part]),
			fmt.Sprintf("the types of the %s that %s receives must be %s", part, role, conformance.Words(given[0].Data[part])),
			"they are "+conformance.Words(received.Data[part]))
	}
}
