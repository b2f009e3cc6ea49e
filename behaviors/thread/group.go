// Package thread holds the behaviors of parents that have several threads.
package thread

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("thread", 175, "parents with several threads")

const program = "threads"

// The children.
const (
	single    = "single"                 // started while the main process has one thread
	several   = "several"                // started while another thread holds the locks
	orphaned  = "orphaned"               // started by a thread that ends right after start()
	lingering = "lingering"              // starts threads itself
	late      = "started-after-main-end" // started after the last statement of the main process
)

// threads returns the event with which a child reports its threads. It makes the result absent if the implementation has nothing to
// report in the field.
func threads(s *conformance.Scene, role, field string) conformance.Event {
	e := s.Event("threads", role)
	if reason := s.FieldAbsentReason(e, field); reason != "" {
		s.Absent("%s", reason)
	}
	return e
}

func osFork() conformance.Source {
	return conformance.Source{
		Text: "CPython 3.14 documentation, os.fork(), the warning new in 3.12",
		URL:  "https://docs.python.org/3.14/library/os.html#os.fork",
	}
}
