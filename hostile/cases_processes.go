package hostile

import (
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
)

// processActs are about processes, and work on every system.
func processActs() []Act {
	return []Act{
		{
			Name: "spawn-bomb", Title: "every child starts two more, for seven generations",
			Expected: crash, Reason: "^cap on processes: ", play: func() { bomb(generations) }, stay: true,
		},
		{
			Name: "rerun-main", Title: "every child runs its main program again, as without a main guard, for seven generations",
			Expected: crash, Reason: "^cap on processes: ", play: rerun, stay: true,
		},
		{
			Name: "ignore-sigterm", Title: "ignores SIGTERM and does not end", Expected: timeout,
			play: func() { signal.Ignore(syscall.SIGTERM); tell("body", "main", nil); hold() },
		},
		{
			Name: "ignore-sigint-sighup", Title: "ignores SIGINT and SIGHUP, in a child as well, and does not end", Expected: timeout,
			play: func() {
				signal.Ignore(syscall.SIGINT, syscall.SIGHUP)
				must(part("hold").Start())
				tell("body", "main", nil)
				hold()
			},
		},
		{
			Name: "zombie-parent", Title: "waits for none of its children, which have ended, and does not end", Expected: timeout,
			play: func() {
				for range 10 {
					must(part("end").Start())
				}
				tell("body", "main", nil)
				hold()
			},
		},
		{
			Name: "hold-pipes", Title: "a grandchild outlives it, with its standard output and error open",
			Behavior: "exit-nothing-left", Expected: fail, Reason: "what had to be killed",
			play: func() { must(part("leave", "hold").Run()) },
		},
		{
			Name: "busy", Title: "computes without end in four processes, and is waited for", Expected: timeout,
			play: func() {
				for range 4 {
					must(part("busy").Start())
				}
				tell("body", "main", nil)
				hold()
			},
		},
		{
			Name: "cue-never", Title: "waits for a cue that 99 processes must ask for", Expected: timeout,
			play: func() { tell("ask", "main", map[string]any{"cue": "never", "of": 99}); hold() },
		},
	}
}

// generations is how long a bomb goes on. It is more than any cap allows, and less than what takes a machine down should
// the containment fail on it: 255 processes.
const generations = 7

// bomb starts two processes that do the same, so many generations long.
func bomb(generations int) {
	for range 2 {
		if generations > 0 {
			must(part("bomb", strconv.Itoa(generations-1)).Start())
		}
	}
	hold()
}

// generationVariable counts the generations of those that run their main program again.
const generationVariable = "HOSTILE_GENERATION"

// rerun starts this process's own command twice, and waits to be killed.
func rerun() {
	generation, _ := strconv.Atoi(os.Getenv(generationVariable)) // which the first one does not have
	tell("body", "main", map[string]any{"name": "main", "process": "MainProcess"})
	for range 2 {
		if generation < generations {
			again := exec.Command(program(), os.Args[1:]...)
			again.Env = append(os.Environ(), generationVariable+"="+strconv.Itoa(generation+1))
			must(again.Start())
		}
	}
	hold()
}

// program is the executable of this process.
func program() string {
	executable, err := os.Executable()
	must(err)
	return executable
}
