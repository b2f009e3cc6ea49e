package exit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/parentexit"
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "exit-status-independent-of-children", Level: conformance.Core, Program: parentexit.Program,
	Statement: "The exit status of a parent MUST NOT depend on its children: it is 1 after an uncaught exception, what it passes to os._exit(), or that of the signal that killed it.",
	Sources: []conformance.Source{
		source.Library("subprocess.Popen.returncode", "subprocess", "subprocess.Popen.returncode"),
		source.Library("os._exit()", "os", "os._exit"),
	},
	Judge: func(s *conformance.Scene) {
		want := map[string]int{parentexit.Exception: 1, parentexit.OSExit: 4, parentexit.Terminate: -15, parentexit.Kill: -9}
		if s.OnWindows() { // subprocess passes 1 to TerminateProcess
			want[parentexit.Terminate], want[parentexit.Kill] = 1, 1
		}
		for _, ending := range []string{parentexit.Exception, parentexit.OSExit, parentexit.Terminate, parentexit.Kill} {
			s.Expect(parentexit.Find(s, ending).Status, "%s: the exit status of the parent", ending).To(gomega.Equal(want[ending]))
		}
	},
})
