package report_test

import (
	"time"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// nasty is hostile output of a program: markup, the ends of a preformatted block and of an attribute, a template action,
// terminal control sequences, and characters that change the direction of writing.
const nasty = "</pre><script>alert('&amp;')</script>\" onclick=\"x {{.}} `|` \x1b[2J\x1b]0;title\x07\r\x00\u009b31m\u202e\u2066\u2028 唱歌"

func lokyMethods() []string {
	return []string{"fork", "forkserver", "loky", "loky_init_main", "spawn"}
}

func implementations() []implementation.Implementation {
	driver := []string{"python3", "driver.py"}
	return []implementation.Implementation{
		{
			ID: "go-1.26.8", Interpreter: "go", Version: "1.26.8", Module: "startmethods", Methods: []string{"spawn"},
			Default: "spawn", Origin: implementation.OriginSelf, Driver: []string{"singdance", "go-driver"},
		},
		{
			ID: "cpython-3.14.6-embedded", Interpreter: "cpython", Version: "3.14.6", Release: "3.14.6", Module: "multiprocessing",
			Platform: "linux", Machine: "x86_64", Executable: "/usr/bin/python3", Methods: []string{"forkserver", "fork", "spawn"},
			Default: "forkserver", Origin: implementation.OriginEmbedded, Driver: driver, Run: []string{"python3", "{program}.py"},
		},
		{
			ID: "cpython-3.13.7-venv+loky", Interpreter: "cpython", Version: "3.13.7", Module: "loky", ModuleVersion: "3.5.5", Venv: true,
			Methods: lokyMethods(), Default: "loky", Origin: implementation.OriginPath, Driver: driver,
		},
		{
			ID:          "an_interpreter_with_a_very_long_name-1.2.3.4.5.6.7.8.9+a_module_whose_name_is_long_as_well",
			Interpreter: "an_interpreter_with_a_very_long_name", Version: "1.2.3.4.5.6.7.8.9", Module: "a_module_whose_name_is_long_as_well",
			Methods: []string{"x"}, Default: "x", Origin: implementation.OriginDriver, Driver: driver,
		},
		{ID: "unavailable", Executable: "/usr/bin/python3.15", Origin: implementation.OriginPath, Driver: driver, Unavailable: "it ended with exit status 127: " + nasty},
	}
}

// The paths of the sample's recording, and of its page.
const (
	recordingFile = "recordings/cpython-3.14.6-embedded/fork/sing-dance.json"
	recordingPage = "recordings/cpython-3.14.6-embedded/fork/sing-dance.html"
)

// recording returns a small recording that the sample names.
func recording() *stage.Recording {
	const start = 1777636800
	process := func(pid, ppid int, state platform.State) platform.Process {
		return platform.Process{PID: pid, PPID: ppid, State: state, Name: "python3", Command: []string{"python3", "sing-dance.py"}}
	}
	return &stage.Recording{
		Schema: stage.RecordingSchema, Implementation: implementations()[1], Method: "fork", Program: "sing-dance", System: "linux 6.18 x86_64",
		Outcome: stage.Ended, FirstPID: 101, Exit: &platform.Exit{}, Started: time.Unix(start, 0).UTC(), Seconds: 0.5,
		Events: []stage.Event{
			{Event: "body", Role: "main", PID: 101, PPID: 1, Time: start + 0.02, Data: map[string]any{"name": "__main__"}},
			{Event: "started", Role: "main", PID: 101, PPID: 1, Time: start + 0.03, Data: map[string]any{"child": "sing", "child_pid": 102}},
			{Event: "enter", Role: "sing", PID: 102, PPID: 101, Time: start + 0.032},
			{Event: "ask", Role: "sing", PID: 102, PPID: 101, Time: start + 0.033, Data: map[string]any{"cue": "together"}},
			{Event: "leave", Role: "sing", PID: 102, PPID: 101, Time: start + 0.3},
			{Event: "exit", Role: "main", PID: 101, PPID: 1, Time: start + 0.4, Data: map[string]any{"exitcodes": map[string]any{"sing": 0}}},
		},
		EventsAtExit: 6,
		Snapshots: []stage.Snapshot{
			{Point: "together", Events: 4, Processes: []platform.Process{process(101, 1, platform.Alive), process(102, 101, platform.Alive), process(103, 101, platform.Zombie)}},
			{Point: stage.PointExit, Events: 6},
		},
		Stdout: "singing <b>\nand dancing\n", Stderr: "a warning\n",
	}
}

// sample returns a small report with every verdict.
func sample() *report.Report {
	const (
		golang = "go-1.26.8"
		python = "cpython-3.14.6-embedded"
		loky   = "cpython-3.13.7-venv+loky"
		long   = "an_interpreter_with_a_very_long_name-1.2.3.4.5.6.7.8.9+a_module_whose_name_is_long_as_well"
		pass   = conformance.Pass
		core   = conformance.Core
	)
	r := &report.Report{
		Schema: report.Schema, Suite: "v1.2.3", System: "linux 6.18 <x86_64>",
		Started: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC), Seconds: 12.5, Implementations: implementations(),
	}
	add := func(behavior, id, method string, level conformance.Level, verdict conformance.Verdict, reason string) *conformance.Result {
		b, _ := conformance.Find(behavior)
		r.Results = append(r.Results, conformance.Result{
			Behavior: behavior, Group: b.Group(), Level: level, Implementation: id, Method: method,
			Verdict: verdict, Reason: reason, Evidence: []string{},
		})
		return &r.Results[len(r.Results)-1]
	}
	add("method-default-matches-documentation", golang, "spawn", core, pass, "")
	add("args-none-received", golang, "spawn", core, pass, "")
	add("mainmodule-body-runs", golang, "spawn", conformance.Observation, pass, "").Observed = "3 times"
	add("exit-waits-for-children", golang, "spawn", core, conformance.Skipped, "the run was stopped")
	add("guard-bootstrapping-error", golang, "spawn", core, conformance.Skipped, "not selected by --behavior")

	for _, method := range []string{"forkserver", "fork", "spawn"} {
		add("method-default-matches-documentation", python, method, core, pass, "")
		add("mainmodule-body-runs", python, method, conformance.Observation, pass, "").Observed = map[string]string{"fork": "once"}[method] + "<b>" + nasty
	}
	fail := add("args-none-received", python, "fork", core, conformance.Fail, "main must reach its end <expected> "+nasty)
	fail.Evidence = []string{"first process 7: exit status 1", "stdout:\n  " + nasty + "\n  second line"}
	fail.Recording = recordingFile
	known := add("guard-error-in-each-child", python, "forkserver", conformance.Extended, conformance.Known, "The fork server imports the main module when it begins.")
	known.URL, known.Evidence = "https://github.com/python/cpython/pull/141859", []string{"as expected"}
	known = add("guard-child-exitcode", python, "forkserver", core, conformance.Known, "The fork server imports the main module when it begins.")
	known.URL = "https://github.com/python/cpython/pull/141859"
	add("guard-child-exitcode", python, "spawn", core, conformance.Fixed, "It was expected to differ, & does not.").URL = "not reported: <see> there"

	for _, method := range lokyMethods() {
		add("method-default-matches-documentation", loky, method, core, pass, "")
	}
	add("identity-parent-process-is-main", loky, "loky", core, conformance.Absent, "the module has no parent_process()")
	add("identity-parent-process-is-main", loky, "spawn", core, conformance.Absent, "the module has no parent_process()")
	add("args-none-received", loky, "fork", core, conformance.Crash, "its first process was killed by SIGSEGV")
	add("args-none-received", loky, "loky_init_main", core, conformance.Timeout, "it had not ended after 1m0s").Evidence = []string{"process table at \"deadline\":"}
	add("args-none-received", loky, "spawn", core, conformance.Error, "the judge of args-none-received failed")

	add("args-none-received", long, "x", core, pass, "")
	r.Conclude()
	return r
}
