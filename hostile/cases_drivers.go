package hostile

import (
	"os"
	"strings"
)

// driverCases returns the cases about the answers of drivers.
func driverCases() []Case {
	return []Case{
		{
			ID: "hello-exits-without-answer", Description: "exits without an answer to hello", ExpectedVerdict: Unavailable, ExpectedReason: "no answer to hello",
			hello: func() { os.Exit(0) },
		},
		{
			ID: "hello-later-version", Description: "answers hello with a later version of DRIVER.md", ExpectedVerdict: Unavailable, ExpectedReason: "version 2 of DRIVER.md; this program supports version 1",
			hello: func() { printAnswer(map[string]any{"singdance": 2}); os.Exit(0) },
		},
		{
			ID: "hello-markup", Description: "answers hello with terminal control sequences and HTML", ExpectedVerdict: Unavailable, ExpectedReason: "not one line of JSON",
			hello: func() { _, err := os.Stdout.WriteString(markup); must(err); os.Exit(0) },
		},
		{
			ID: "hello-error-markup", Description: "fails hello with terminal control sequences and HTML on standard error", ExpectedVerdict: Unavailable, ExpectedReason: "exit status 7",
			hello: func() { _, err := os.Stderr.WriteString(markup); must(err); os.Exit(7) },
		},
		{
			ID: "hello-hangs", Description: "never answers hello", ExpectedVerdict: Unavailable, ExpectedReason: "did not answer within", hello: sleepForever,
		},
		{
			ID: "probe-hangs", Description: "never answers probe, and has a child", ExpectedVerdict: Unavailable, ExpectedReason: "did not answer within",
			probe: func() { must(subprocess("sleep").Start()); sleepForever() },
		},
		{
			ID: "probe-killed", Description: "is killed by SIGKILL during probe", ExpectedVerdict: Unavailable, ExpectedReason: "killed by SIGKILL|exit status 1",
			probe: func() {
				self, err := os.FindProcess(os.Getpid())
				must(err)
				must(self.Kill())
				sleepForever()
			},
		},
		{
			ID: "probe-endless-output", Description: "prints an endless answer to probe", ExpectedVerdict: Unavailable, ExpectedReason: "^cap on output: ",
			probe: func() {
				for {
					_, err := os.Stdout.WriteString(strings.Repeat("flood\n", 20<<10))
					must(err)
				}
			},
		},
		{
			ID: "probe-spawn-bomb", Description: "is a spawn bomb during probe", ExpectedVerdict: Unavailable, ExpectedReason: "^cap on processes: ", probe: func() { spawnBomb(generations) },
		},
		{
			ID: "probe-leaves-process", Description: "leaves a process behind after probe", ExpectedVerdict: pass,
			probe: func() { must(subprocess("start", "sleep").Run()) },
		},
		{
			ID: "hello-missing-run-command", Description: "names a command for its programs that does not exist",
			ExpectedVerdict: crash, ExpectedReason: "^the program could not be started: ",
			hello: func() {
				printAnswer(map[string]any{"singdance": 1, "driver": "hostile", "run": []string{"/no/such/{program}"}})
				os.Exit(0)
			},
		},
		{
			ID: "probe-long-version", Description: "reports a version of a million digits", ExpectedVerdict: Unavailable, ExpectedReason: "a text longer than 200 bytes",
			probe: func() {
				valid := Case{ID: "probe-long-version"}.probeAnswer()
				valid["version"] = strings.Repeat("1", 1_000_000)
				printAnswer(valid)
				os.Exit(0)
			},
		},
		{
			ID: "probe-missing-method", Description: "reports a start method that it does not support", ExpectedVerdict: fail, methods: []string{"spawn", "telepathy"},
		},
		{
			ID: "probe-method-is-path", Description: "reports a start method whose name is a path", ExpectedVerdict: Unavailable, ExpectedReason: "not a valid start method name",
			methods: []string{"../../../spawn"},
		},
	}
}
