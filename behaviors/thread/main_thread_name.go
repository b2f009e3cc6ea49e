package thread

import (
	"strings"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "thread-main-thread-name", Level: conformance.Observation, Program: program,
	Statement: "Which name the main thread has in a child that was started by a thread other than the main thread.",
	Sources:   []conformance.Source{osFork()},
	Observe: func(s *conformance.Scene) string {
		name := threads(s, orphaned, "main").Text("main")
		if strings.HasPrefix(name, "Thread-") {
			return "that of the thread that started it"
		}
		return name
	},
})
