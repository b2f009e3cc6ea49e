package obstacle

import (
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-no-standard-streams", Level: conformance.Extended, Program: program,
	Statement: "A child SHOULD end with exit code 0 if sys.stdout and sys.stderr of the main process are None.",
	Sources:   []conformance.Source{issue("75985", "multiprocessing flushes sys.stdout even if it is None")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "without streams", 0) },
})
