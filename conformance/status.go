package conformance

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

const statuses = "statuses"

// ending is a child's role in statuses, and what main must be told of it.
type ending struct {
	role    string
	posix   int
	windows int // of any 32 bits
}

// same is an ending that every system tells alike.
func same(role string, status int) ending { return ending{role, status, status} }

func statusBehaviors() []Behavior {
	return slices.Concat(exitedChildren(), failedChildren(), abruptChildren(), wrongArguments(), endedByMain())
}

// statusBehavior is a behavior about the statuses that main is told. Each child must have come to its part: a status
// that says nothing of how the part ended is none.
func statusBehavior(id string, level Level, statement string, sources []Source, endings ...ending) Behavior {
	return Behavior{
		ID: id, Group: GroupStatus, Level: level, Program: statuses, Statement: statement, Sources: sources,
		Judge: func(g types.Gomega, r *stage.Recording) {
			for n, e := range endings {
				if n > 0 && lacking(r, "status "+e.role) != "" {
					continue // what there is of them is judged all the same
				}
				status := e.posix
				if r.Implementation.Platform == "win32" {
					status = e.windows
				}
				answered(g, r, "status "+e.role, status)
				event(g, r, "enter", e.role)
			}
		},
	}
}

// and is the behavior with one more judge.
func (b Behavior) and(more func(types.Gomega, *stage.Recording)) Behavior {
	first := b.Judge
	b.Judge = func(g types.Gomega, r *stage.Recording) {
		first(g, r)
		more(g, r)
	}
	return b
}

// where is the behavior for the implementations that the condition lets through.
func (b Behavior) where(applies func(implementation.Implementation) string) Behavior {
	b.Applies = applies
	return b
}

func statusInWords(status any) string {
	switch {
	case status == nil:
		return "no status"
	case status == float64(1<<40):
		return "the number as it is"
	}
	return fmt.Sprintf("status %v", status)
}
