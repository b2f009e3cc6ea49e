package mainmodule

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

const program = "main-module-origins"

// origins returns where the main modules of the program come from on every system. "bare" is a script without a suffix, "command" is -c.
func origins() []string {
	return []string{"script", "bare", "module", "submodule", "package", "directory", "zip", "compiled", "command", "stdin", "repl", "namespace", "pdb", "trace"}
}

// The two children of each main process: the target of one is in the main module, that of the other in another module.
const (
	local    = "local"
	imported = "imported"
)

// runs is the outcome of a child that ran its target and ended with exit code 0.
const runs = "runs"

// outcome describes how a child of a main process ended: it runs, or what prevented it, or "unknown" if nothing was reported.
func outcome(s *conformance.Scene, origin, child string) string {
	role := origin + " " + child
	code, known := exitCode(s, origin, role)
	errors, _ := printedErrors(s, origin)
	entered, left := len(s.Events("enter", role)), len(s.Events("leave", role))
	switch {
	case entered == 1 && left == 1 && known && code == 0:
		return runs
	case entered > 0:
		return fmt.Sprintf("enters %d times, leaves %d times, exit code %d", entered, left, code)
	case refusal(s, origin, child) != "":
		return "start() raises " + refusal(s, origin, child)
	case known && code != 0 && len(errors) > 0:
		class, _, _ := strings.Cut(errors[len(errors)-1], ":")
		return class
	}
	return "unknown"
}

// exitCode returns the exit code of a child that its main process reported, and whether it did.
func exitCode(s *conformance.Scene, origin, role string) (int, bool) {
	exits := s.Events("exit", origin)
	if len(exits) == 0 {
		return 0, false
	}
	codes, _ := exits[len(exits)-1].Data["exitcodes"].(map[string]any)
	code, known := codes[role].(float64)
	return int(code), known
}

// refusal returns the class of the error that start() raised, or "". If the connection to a server that has just ended is lost, it
// depends on timing which class that is.
func refusal(s *conformance.Scene, origin, child string) string {
	for _, e := range s.Events("attempt", origin) {
		types := e.ErrorTypes()
		switch {
		case e.Text("what") != "start "+child || e.Data["refused"] != true || len(types) == 0:
		case slices.Contains(types, "EOFError") || slices.Contains(types, "OSError"):
			return "EOFError or OSError"
		default:
			return types[0]
		}
	}
	return ""
}

// printedErrors returns the uncaught errors that the processes of a main process printed, and whether its exit status was 0.
func printedErrors(s *conformance.Scene, origin string) (errors []string, ended bool) {
	for _, e := range s.Events("attempt", conformance.Main) {
		value, reported := e.Data["value"].(map[string]any)
		if !reported || e.Text("what") != origin {
			continue
		}
		status, known := value["status"].(float64)
		ended = known && status == 0
		list, _ := value["errors"].([]any)
		for _, one := range list {
			if line, isText := one.(string); isText {
				errors = append(errors, line)
			}
		}
	}
	return errors, ended
}

// expectRuns checks that a child of each main process ran its target.
func expectRuns(s *conformance.Scene, child string, origins ...string) {
	for _, origin := range origins {
		s.Expect(outcome(s, origin, child), "the outcome of the %s child of a main module from %s", child, origin).To(gomega.Equal(runs))
	}
}

// observeOutcomes describes both children of a main process.
func observeOutcomes(s *conformance.Scene, origin string) string {
	return fmt.Sprintf("%s; a target in another module: %s", outcome(s, origin, local), outcome(s, origin, imported))
}

// described returns what a main process reported of the main module, and what its child with a target there reported.
func described(s *conformance.Scene, origin string) (main, child conformance.Event, both bool) {
	main, mainReported := s.First("module", origin)
	child, childReported := s.First("module", origin+" "+local)
	return main, child, mainReported && childReported
}
