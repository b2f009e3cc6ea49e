package hostile

import (
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
)

// processCases returns the cases about processes that work on every operating system.
func processCases() []Case {
	return []Case{
		{
			ID: "spawn-bomb", Description: "starts two children, each of which starts two more, and so on for seven generations",
			ExpectedVerdict: crash, ExpectedReason: "^cap on processes: ", misbehave: func() { spawnBomb(generations) }, skipProgram: true,
		},
		{
			ID: "missing-main-guard", Description: "starts its own program twice, as code without a main guard does, and so on for seven generations",
			ExpectedVerdict: crash, ExpectedReason: "^cap on processes: ", misbehave: rerunProgram, skipProgram: true,
		},
		{
			ID: "ignore-sigterm", Description: "ignores SIGTERM and does not exit", ExpectedVerdict: timeout,
			misbehave: func() { signal.Ignore(syscall.SIGTERM); reportEvent("body", "main", nil); sleepForever() },
		},
		{
			ID: "ignore-sigint-sighup", Description: "ignores SIGINT and SIGHUP, as does its child, and does not exit", ExpectedVerdict: timeout,
			misbehave: func() {
				signal.Ignore(syscall.SIGINT, syscall.SIGHUP)
				must(subprocess("sleep").Start())
				reportEvent("body", "main", nil)
				sleepForever()
			},
		},
		{
			ID: "zombie-children", Description: "leaves ten ended children as zombies, and does not exit", ExpectedVerdict: timeout,
			misbehave: func() {
				for range 10 {
					must(subprocess("exit").Start())
				}
				reportEvent("body", "main", nil)
				sleepForever()
			},
		},
		{
			ID: "grandchild-holds-output", Description: "exits while a grandchild keeps its standard output and standard error open",
			Behavior: "exit-leaves-no-helper", ExpectedVerdict: fail, ExpectedReason: "the suite had to kill ",
			misbehave: func() { must(subprocess("start", "sleep").Run()) },
		},
		{
			ID: "endless-computing", Description: "computes in four children without end, and does not exit", ExpectedVerdict: timeout,
			misbehave: func() {
				for range 4 {
					must(subprocess("compute").Start())
				}
				reportEvent("body", "main", nil)
				sleepForever()
			},
		},
		{
			ID: "cue-never-due", Description: "asks for a cue that 99 processes must ask for", ExpectedVerdict: timeout,
			misbehave: func() { reportEvent("ask", "main", map[string]any{"cue": "never", "of": 99}); sleepForever() },
		},
	}
}

// generations is the depth of the process tree of a bomb. Its 255 processes exceed the cap, and are too few to bring a
// machine down if the containment fails.
const generations = 7

// spawnBomb starts two processes that do the same, until the given number of generations has started.
func spawnBomb(generations int) {
	for range 2 {
		if generations > 0 {
			must(subprocess("bomb", strconv.Itoa(generations-1)).Start())
		}
	}
	sleepForever()
}

// generationVariable is the environment variable in which rerunProgram counts the generations.
const generationVariable = "HOSTILE_GENERATION"

// rerunProgram starts the command of this process twice, and then sleeps until it is killed.
func rerunProgram() {
	generation, _ := strconv.Atoi(os.Getenv(generationVariable)) // not set in the first process
	reportEvent("body", "main", map[string]any{"name": "main", "process": "MainProcess"})
	for range 2 {
		if generation < generations {
			again := exec.Command(executable(), os.Args[1:]...)
			again.Env = append(os.Environ(), generationVariable+"="+strconv.Itoa(generation+1))
			must(again.Start())
		}
	}
	sleepForever()
}
