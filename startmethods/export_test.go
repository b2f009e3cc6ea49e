package startmethods

import (
	"os"
	"strconv"
)

// Steps are the points at which a test can have a process kill itself, by their names.
var Steps = map[string]int{
	"a spawned child knows who it is":       int(childIntroduced),
	"a spawned child knows what to do":      int(childInformed),
	"a spawned child has come to the guard": int(childGuarded),
	"a forked child has begun":              int(childForked),
	"a forked child is about to run":        int(childReady),
	"a server is about to serve":            int(serverReady),
	"a server waits":                        int(serverWaiting),
	"a server has been asked":               int(serverAsked),
	"a server has taken the request":        int(serverTaken),
	"a server has forked":                   int(serverForked),
	"a server has answered":                 int(serverAnswered),
}

// LastStep is greater than each step.
const LastStep = int(lastStep)

// FaultVariable is the number of the step at which this process, or one that it starts, kills itself.
const FaultVariable = "STARTMETHODS_TEST_FAULT"

// A child gets the variable from its parent, which is not to kill itself.
func init() {
	if number, err := strconv.Atoi(os.Getenv(FaultVariable)); err == nil {
		fault = step(number)
	}
}

// SetFault makes the forked children of this process kill themselves at a step.
func SetFault(number int) { fault = step(number) }

// StopServer ends this process's fork server.
func StopServer() { stopServer() }
