package conformance

import (
	"fmt"
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

const statuses = "statuses"

// ending is a child's role in statuses, and what main must be told of it.
type ending struct {
	role    string
	posix   int
	windows int // of any 32 bits
}

// same is an ending that every system tells alike.
func same(role string, status int) ending { return ending{role, status, status} }

func statusBehaviors() []Behavior {
	return slices.Concat([]Behavior{
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
		statusBehavior("status-os-exit", Core, "A child that ended itself by os._exit MUST have the status that it named.",
			[]Source{{"CPython 3.14 documentation, os._exit()", "https://docs.python.org/3.14/library/os.html#os._exit"}, processAttribute("exitcode")},
			same("os-exit-4", 4)),
		statusBehavior("status-signal", Core, "A child that signal N ended MUST have status −N; on Windows, where there are no signals, the status is the number N that os.kill ended it with.",
			[]Source{processAttribute("exitcode"), {"CPython 3.14 documentation, os.kill()", "https://docs.python.org/3.14/library/os.html#os.kill"}},
			ending{"killed-itself", -9, 9}),
		statusBehavior("status-aborted", Core, "A child that aborted itself MUST have status −6, the signal SIGABRT.",
			[]Source{processAttribute("exitcode"), {"CPython 3.14 documentation, os.abort()", "https://docs.python.org/3.14/library/os.html#os.abort"}},
			same("aborted", -6)).where(onPOSIX),
		{
			ID: "status-reaped", Group: GroupStatus, Level: Observation, Program: statuses,
			Statement: "What main is told of a child whose status the operating system threw away, as main ignores SIGCHLD.",
			Sources:   []Source{{"undocumented; Popen.poll() in CPython 3.12", "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/popen_fork.py#L24-L34"}},
			Applies:   onPOSIX,
			Observe: func(r *stage.Recording) string {
				return observed(r, "status reaped", statusInWords)
			},
		},
		{
			ID: "wrong-arguments", Group: GroupStatus, Level: Extended, Program: statuses,
			Statement: "A child that is given arguments which its target does not take MUST be started and joined without an error in main, and MUST end with status 1 and a TypeError on its standard error.",
			Sources:   []Source{processAttribute("exitcode"), processAttribute("run")},
			Judge:     judgeWrongArguments,
		},
	}, endedByMain())
}

// statusBehavior is a behavior about the statuses that main is told. Each child must have come to its part: a status
// that says nothing of how the part ended is none.
func statusBehavior(id string, level Level, statement string, sources []Source, endings ...ending) Behavior {
	return Behavior{
		ID: id, Group: GroupStatus, Level: level, Program: statuses, Statement: statement, Sources: sources,
		Judge: func(g types.Gomega, r *stage.Recording) {
			for n, e := range endings {
				if n > 0 && lacking(r, "status "+e.role) != "" {
					continue // what there is of them is judged all the same
				}
				status := e.posix
				if r.Implementation.Platform == "win32" {
					status = e.windows
				}
				answered(g, r, "status "+e.role, status)
				event(g, r, "enter", e.role)
			}
		},
	}
}

// and is the behavior with one more judge.
func (b Behavior) and(more func(types.Gomega, *stage.Recording)) Behavior {
	first := b.Judge
	b.Judge = func(g types.Gomega, r *stage.Recording) {
		first(g, r)
		more(g, r)
	}
	return b
}

// where is the behavior for the implementations that the condition lets through.
func (b Behavior) where(applies func(implementation.Implementation) string) Behavior {
	b.Applies = applies
	return b
}

// complains judges whether each of the lines is on standard error, once and in this order.
func complains(lines ...string) func(types.Gomega, *stage.Recording) {
	return func(g types.Gomega, r *stage.Recording) {
		found := slices.DeleteFunc(trimmed(r.Stderr), func(line string) bool { return !slices.Contains(lines, line) })
		g.Expect(found).To(gomega.Equal(lines), "the lines on standard error")
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
	complaint := gomega.ContainSubstring("take_nothing")
	if raised := told(r, "error", "wrong-arguments"); len(raised) > 0 {
		// In a language without exception classes the child tells the class of its error itself.
		g.Expect(classes(raised[0])).To(gomega.ContainElement("TypeError"), "the classes of the child's error")
	} else {
		complaint = gomega.And(gomega.HavePrefix("TypeError: "), complaint)
	}
	g.Expect(trimmed(r.Stderr)).To(gomega.ContainElement(complaint), "the lines on standard error")
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

func statusInWords(status any) string {
	switch {
	case status == nil:
		return "no status"
	case status == float64(1<<40):
		return "the number as it is"
	}
	return fmt.Sprintf("status %v", status)
}
