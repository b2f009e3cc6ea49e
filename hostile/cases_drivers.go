package hostile

import (
	"os"
	"strings"
)

// driverActs are about the answers of drivers.
func driverActs() []Act {
	return []Act{
		{
			Name: "exit-before-hello", Title: "ends before it says hello", Expected: Unavailable, Reason: "answered nothing to hello",
			hello: func() { os.Exit(0) },
		},
		{
			Name: "hello-future", Title: "says hello in a version to come", Expected: Unavailable, Reason: "speaks version 2 of DRIVER.md, this program version 1",
			hello: func() { answer(map[string]any{"singdance": 2}); os.Exit(0) },
		},
		{
			Name: "hello-markup", Title: "says hello in control sequences and HTML", Expected: Unavailable, Reason: "not the one line of JSON",
			hello: func() { _, err := os.Stdout.WriteString(markup); must(err); os.Exit(0) },
		},
		{
			Name: "hello-error-markup", Title: "refuses in control sequences and HTML", Expected: Unavailable, Reason: "exit status 7",
			hello: func() { _, err := os.Stderr.WriteString(markup); must(err); os.Exit(7) },
		},
		{
			Name: "hang-hello", Title: "hangs in hello", Expected: Unavailable, Reason: "had not answered after", hello: hold,
		},
		{
			Name: "hang-probe", Title: "hangs in probe, with a child", Expected: Unavailable, Reason: "had not answered after",
			probe: func() { must(part("hold").Start()); hold() },
		},
		{
			Name: "crash-probe", Title: "is killed by a signal in probe", Expected: Unavailable, Reason: "killed by SIGKILL|exit status 1",
			probe: func() {
				self, err := os.FindProcess(os.Getpid())
				must(err)
				must(self.Kill())
				hold()
			},
		},
		{
			Name: "flood-probe", Title: "answers to probe without end", Expected: Unavailable, Reason: "^cap on output: ",
			probe: func() {
				for {
					_, err := os.Stdout.WriteString(strings.Repeat("flood\n", 20<<10))
					must(err)
				}
			},
		},
		{
			Name: "bomb-probe", Title: "is a spawn bomb in probe", Expected: Unavailable, Reason: "^cap on processes: ", probe: func() { bomb(generations) },
		},
		{
			Name: "leave-probe", Title: "leaves a process behind in probe", Expected: pass,
			probe: func() { must(part("leave", "hold").Run()) },
		},
		{
			Name: "hello-no-program", Title: "says hello with a command for its programs that is not there",
			Expected: crash, Reason: "^it cannot be started: ",
			hello: func() {
				answer(map[string]any{"singdance": 1, "driver": "hostile", "run": []string{"/no/such/{program}"}})
				os.Exit(0)
			},
		},
		{
			Name: "probe-long", Title: "answers to probe with a version of a million digits", Expected: Unavailable, Reason: "a text of more than 200 bytes",
			probe: func() {
				good := Act{Name: "probe-long"}.description()
				good["version"] = strings.Repeat("1", 1_000_000)
				answer(good)
				os.Exit(0)
			},
		},
		{
			Name: "lie-methods", Title: "reports a start method that it does not have", Expected: fail, methods: []string{"spawn", "telepathy"},
		},
		{
			Name: "method-paths", Title: "reports a start method that is a path", Expected: Unavailable, Reason: "whose name is not one that DRIVER.md allows",
			methods: []string{"../../../spawn"},
		},
	}
}
