package conformance

import "github.com/singdance/singdance/stage"

// abruptChildren are about children that the operating system ends, or that end without their interpreter.
func abruptChildren() []Behavior {
	return []Behavior{
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
	}
}
