// Package tracker holds the behaviors of the resource tracker: which named resources it removes, and which it must keep.
package tracker

import (
	"fmt"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("tracker", 200, "the resource tracker: named semaphores and shared memory")

const program = "helper-processes"

// named is met by implementations whose processes share resources by name.
var named = conformance.Multiprocessing.And(conformance.POSIX)

func sharedMemory() conformance.Source {
	return source.Library("multiprocessing.shared_memory, class SharedMemory, track",
		"multiprocessing.shared_memory", "multiprocessing.shared_memory.SharedMemory")
}

// resources returns the kinds of resources that the owner created. It makes the result absent if there are none.
func resources(s *conformance.Scene) []string {
	var kinds []string
	absent := "nothing was created that has a name"
	for _, kind := range []string{"semaphore", "block"} {
		if kind == "semaphore" && unnamed(s) {
			continue
		}
		if reason := s.AbsentReason("owner", "make "+kind); reason != "" {
			absent = reason
			continue
		}
		kinds = append(kinds, kind)
	}
	if len(kinds) == 0 {
		s.Absent("%s", absent)
	}
	return kinds
}

// unnamed reports whether the start method is fork and the owner's lock has no name: a forked child inherits the lock itself.
func unnamed(s *conformance.Scene) bool {
	return s.Method == conformance.Fork && len(s.EventsWhere(func(e conformance.Event) bool {
		return e.Role == "owner" && e.Text("what") == "make semaphore" && e.Text("absent") != ""
	})) > 0
}

// expectExists checks that a role found resources when it looked for them.
func expectExists(s *conformance.Scene, role, when string, kinds ...string) {
	found, _ := s.Accepted(role, when).(map[string]any)
	for _, kind := range kinds {
		s.Check(found[kind] == true, fmt.Sprintf("the %s must exist %s", noun(kind), when[len("exists "):]), "it does not")
	}
}

// expectUsed checks that a child of the owner could use the resources.
func expectUsed(s *conformance.Scene, role string, kinds []string) {
	for _, kind := range kinds {
		if kind == "semaphore" {
			s.Returned(role, "acquire", true)
		} else {
			s.Returned(role, "read", "唱歌")
		}
	}
}

// noun names a kind of resource in a sentence.
func noun(kind string) string {
	switch kind {
	case "block":
		return "block of shared memory"
	case "tracked", "untracked":
		return kind + " block of shared memory"
	}
	return kind
}

// expectRemoved checks that a resource of a killed process exists as long as one of its users, and no longer.
func expectRemoved(s *conformance.Scene, kind string) {
	if reason := s.AbsentReason("owner", "make "+kind); reason != "" {
		s.Absent("%s", reason)
	}
	s.Accepted(conformance.Main, "all ended")
	expectExists(s, conformance.Main, "exists after the kill", kind)
	found, _ := s.Accepted(conformance.Main, "exists after all ended").(map[string]any)
	s.Check(found[kind] == false, fmt.Sprintf("the %s must not exist after all of its users have ended", noun(kind)), "it exists")
}
