package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// exitedChildren are about children that return or exit.
func exitedChildren() []Behavior {
	return []Behavior{
		statusBehavior("status-returned", Core, "A child whose target returned MUST have status 0, whatever was returned.",
			[]Source{processAttribute("exitcode")}, same("returned", 0)),
		statusBehavior("status-exit", Core, "A child that exited without naming a status MUST have status 0.",
			[]Source{sysExit(), processAttribute("exitcode")}, same("exit", 0)),
		statusBehavior("status-exit-number", Core, "A child that exited with a number MUST have it as its status, "+
			"also where the number is a truth value and where the exit is raised as a class of the program's own.",
			[]Source{processAttribute("exitcode"), sysExit()}, same("exit-3", 3), same("exit-false", 0), same("exit-own", 5)),
		statusBehavior("status-exit-large", Extended, "Of a number that a child exited with, main MUST be told the low 8 bits on POSIX systems and all 32 on Windows.",
			[]Source{
				{"POSIX.1-2024, _Exit(): the low 8 bits are available to a waiting parent", "https://pubs.opengroup.org/onlinepubs/9799919799/functions/_Exit.html"},
				{"Windows, GetExitCodeProcess()", "https://learn.microsoft.com/en-us/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodeprocess"},
			}, ending{"exit-300", 44, 300}, ending{"exit-minus-1", 255, 0xffffffff}),
		{
			ID: "status-exit-huge", Group: GroupStatus, Level: Observation, Program: statuses,
			Statement: "What becomes of a child that exits with a number which no system can take as a status.",
			Sources:   []Source{{"undocumented; the child's end in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_fork.py#L71-L73"}},
			Observe:   observeExitHuge,
		},
		statusBehavior("status-exit-text", Extended, "A child that exited with a text MUST have status 1, and the text MUST be on its standard error.",
			[]Source{sysExit()}, same("exit-text", 1)).and(complains("the last song")),
	}
}

// complains judges whether each of the lines is on standard error, once and in this order.
func complains(lines ...string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		found := slices.DeleteFunc(trimmed(r.Stderr), func(line string) bool { return !slices.Contains(lines, line) })
		g.Expect(found).To(gomega.Equal(lines), "the lines on standard error")
	}
}

// observeExitHuge tells whether the child came back into main's code, as a forked one can, or what main was told of it.
func observeExitHuge(r *stage.Recording) string {
	for _, e := range told(r, "attempt", "exit-huge") {
		if text(e, "what") == "start exit-huge" && e.Data["refused"] == true {
			return "start() raises " + classes(e)[0] + " in the child"
		}
	}
	return observed(r, "status exit-huge", statusInWords)
}
