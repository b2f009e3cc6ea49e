package identity

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "identity-pids-match-process-table", Level: conformance.Core, Program: program,
	Statement: "os.getpid() and os.getppid() in every process MUST match the process table of the operating system.",
	Sources: []conformance.Source{{
		Text: "CPython 3.14 documentation, os.getpid() and os.getppid()", URL: "https://docs.python.org/3.14/library/os.html#os.getppid",
	}},
	Judge: func(s *conformance.Scene) {
		both, table := children(s), s.Table("together")
		for _, reported := range append(s.Events("body", conformance.Main), both...) {
			row, alive := table.Process(reported.PID)
			if !s.Check(alive, fmt.Sprintf("the process table must have process %d, as which %s reports itself", reported.PID, reported.Role), "it does not") {
				continue
			}
			if reported.PID != s.FirstPID { // the parent of the first process is the suite, which is outside of the container
				s.Expect(reported.PPID, "the parent ID that %s reports", reported.Role).To(gomega.Equal(row.PPID))
			}
		}
	},
})
