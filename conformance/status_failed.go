package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// failedChildren are about children that end by an error.
func failedChildren() []Behavior {
	return []Behavior{
		statusBehavior("status-failed", Core, "A child whose target raised an error that nothing caught MUST have status 1.",
			[]Source{processAttribute("exitcode")}, same("failed", 1)),
		{
			ID: "status-failed-told", Group: GroupStatus, Level: Extended, Program: statuses,
			Statement: "An error that nothing in a child caught SHOULD be on its standard error, with the name of the process.",
			Sources:   []Source{{"CPython 3.12, BaseProcess._bootstrap()", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/process.py#L327-L331"}},
			Judge:     judgeFailedTold,
		},
		statusBehavior("status-interrupt-raised", Core, "A child whose target raised a KeyboardInterrupt that nothing caught MUST have status 1.",
			[]Source{processAttribute("exitcode")}, same("interrupt-raised", 1)),
	}
}

func wrongArguments() []Behavior {
	return []Behavior{
		{
			ID: "wrong-arguments", Group: GroupStatus, Level: Extended, Program: statuses,
			Statement: "A child that is given arguments which its target does not take MUST be started and joined without an error in main, and MUST end with status 1 and a TypeError on its standard error.",
			Sources:   []Source{processAttribute("exitcode"), processAttribute("run")},
			Judge:     judgeWrongArguments,
		},
	}
}

// judgeFailedTold leaves it to the language whether an error is told with its class.
func judgeFailedTold(g types.Gomega, r *stage.Recording) {
	unlessLacking(r, "status failed")
	const name, message = "Process failed:", "no more songs"
	found := slices.DeleteFunc(trimmed(r.Stderr), func(line string) bool {
		return line != name && line != message && line != "ValueError: "+message
	})
	g.Expect(found).To(gomega.HaveExactElements(gomega.Equal(name), gomega.HaveSuffix(message)), "the lines on standard error")
}

func judgeWrongArguments(g types.Gomega, r *stage.Recording) {
	accepted(g, r, "start wrong-arguments")
	accepted(g, r, "join wrong-arguments")
	answered(g, r, "status wrong-arguments", 1)
	g.Expect(told(r, "enter", "wrong-arguments")).To(gomega.BeEmpty(), "the target must not be run")
	complaint := "take_nothing"
	if raised := told(r, "error", "wrong-arguments"); len(raised) > 0 {
		// In a language without exception classes the child tells the class of its error itself.
		g.Expect(classes(raised[0])).To(gomega.ContainElement("TypeError"), "the classes of the child's error")
	} else {
		complaint = "^TypeError: .*" + complaint
	}
	g.Expect(trimmed(r.Stderr)).To(gomega.ContainElement(gomega.MatchRegexp(complaint)), "the lines on standard error")
}
