package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/singdance/singdance/stage"
)

const mainOrigins = "main-origins"

// origins lists where the mains of main-origins come from.
func origins() []string {
	return []string{"script", "bare", "module", "submodule", "package", "directory", "zip", "compiled", "command", "stdin"}
}

// The children of each main of main-origins, by where their target stands.
const (
	local = "local" // in the main module
	guest = "guest" // in a module of its own
)

func originBehaviors() []Behavior {
	return slices.Concat(runningOrigins(), observedOrigins())
}

// fate is how a child came off: "runs", or what hindered it, or "unknown" where nothing tells.
func fate(r *stage.Recording, origin, child string) string {
	role := origin + " " + child
	code, known := exitcodeBy(r, origin, role)
	errors, _ := printedErrors(r, origin)
	entered, left := len(told(r, "enter", role)), len(told(r, "leave", role))
	switch {
	case entered == 1 && left == 1 && known && code == 0:
		return "runs"
	case entered > 0:
		return fmt.Sprintf("enters %d times, leaves %d times, status %d", entered, left, code)
	case refusal(r, origin, child) != "":
		return "start() raises " + refusal(r, origin, child)
	case known && code != 0 && len(errors) > 0:
		class, _, _ := strings.Cut(errors[len(errors)-1], ":")
		return class
	}
	return "unknown"
}

// refusal is the class of the error by which start() refused a child, or "". Which of its classes it is when a connection
// to a server that has just ended is lost is a matter of luck.
func refusal(r *stage.Recording, origin, child string) string {
	for _, e := range told(r, "attempt", origin) {
		names := classes(e)
		switch {
		case text(e, "what") != "start "+child || e.Data["refused"] != true || len(names) == 0:
		case slices.Contains(names, "EOFError") || slices.Contains(names, "OSError"):
			return "EOFError or OSError"
		default:
			return names[0]
		}
	}
	return ""
}

// printedErrors lists what the processes of a main printed of uncaught errors, and says whether that main's status was 0.
func printedErrors(r *stage.Recording, origin string) (errors []string, ended bool) {
	for _, e := range told(r, "attempt", main) {
		value, ok := e.Data["value"].(map[string]any)
		if !ok || text(e, "what") != origin {
			continue
		}
		status, known := value["status"].(float64)
		ended = known && status == 0
		list, _ := value["errors"].([]any)
		for _, one := range list {
			if line, ok := one.(string); ok {
				errors = append(errors, line)
			}
		}
	}
	return errors, ended
}
