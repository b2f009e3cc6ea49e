package startmethods

import (
	"os"
	"strconv"
)

// Steps maps names to the points at which a test can make a process kill itself.
var Steps = map[string]int{
	"a spawned child has read its childInfo":       int(childKnowsInfo),
	"a spawned child has read its task":            int(childKnowsTask),
	"a spawned child has acknowledged the guard":   int(childGuarded),
	"a forked child has begun":                     int(childForked),
	"a forked child is about to run its target":    int(childReady),
	"a server is about to report that it is ready": int(serverReady),
	"a server has reported that it is ready":       int(serverWaiting),
	"a server has read a request":                  int(serverAsked),
	"a server has accepted a request":              int(serverAccepted),
	"a server has forked":                          int(serverForked),
	"a server has reported the PID of a new child": int(serverAnswered),
}

// LastStep is greater than each step.
const LastStep = int(lastStep)

// FaultVariable is the number of the step at which this process, or a process that it starts, kills itself.
const FaultVariable = "STARTMETHODS_TEST_FAULT"

// A child reads the variable from its environment. The parent, which must not kill itself, sets it later.
func init() {
	if number, err := strconv.Atoi(os.Getenv(FaultVariable)); err == nil {
		fault = step(number)
	}
}

// SetFault makes the forked children of this process kill themselves at a step.
func SetFault(number int) { fault = step(number) }

// StopServer ends the fork server of this process.
func StopServer() { stopServer() }
