package thread_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "thread") }

const (
	single    = "single"
	several   = "several"
	orphaned  = "orphaned"
	lingering = "lingering"
	late      = "started-after-main-end"
)

// change is a change of a recording.
type change = func(r *mutation.Recording)

// in returns the good recordings of the program of this group.
func in(methods ...string) mutation.Scenes { return mutation.In("threads", methods...) }

func forked() mutation.Scenes    { return in(conformance.Fork) }
func importing() mutation.Scenes { return in(conformance.ImportingMain()...) }

// set returns a change of what a child reports of its threads.
func set(role, field string, value any) change {
	return func(r *mutation.Recording) { r.SetData("threads", role, field, value) }
}

// setWarnings returns a change of the warnings that the start() of a child issued.
func setWarnings(role string, warnings ...any) change {
	return func(r *mutation.Recording) {
		r.Each("warned", conformance.Main, func(e *stage.Event) {
			if e.Data["child"] == role {
				e.Data["warnings"] = append([]any{}, warnings...)
			}
		})
	}
}

func TestThreadsNotReported(t *testing.T) {
	for role, fails := range map[string][]string{
		single:   {"thread-child-starts-with-one", "thread-held-lock-in-child"},
		orphaned: {"thread-child-starts-with-one", "thread-target-runs-in-main-thread"},
	} {
		m := mutation.Mutant{
			Name: role + " does not report its threads", In: in(),
			Change: func(r *mutation.Recording) { r.RemoveEvents("threads", role) },
			Fails:  map[string]string{},
		}
		for _, id := range fails {
			m.Fails[id] = role + ` must report "threads" exactly once`
		}
		if role == orphaned {
			m.Changes = []string{"thread-main-thread-name"}
		}
		mutation.Check(t, m)
	}
}
