package startmethods

// A step is a point in the start of a child or in the work of a fork server.
type step int32

const (
	noStep         step = iota
	childKnowsInfo      // a spawned child has read its childInfo
	childKnowsTask      // a spawned child has read its task
	childGuarded        // a spawned child has acknowledged the main guard
	childForked         // a forked child has begun
	childReady          // a forked child is about to run its target
	serverReady         // a fork server is about to report that it is ready
	serverWaiting       // a fork server has reported that
	serverAsked         // a fork server has read a request for a child
	serverAccepted      // a fork server has reported that it accepts the request
	serverForked        // a fork server has forked
	serverAnswered      // a fork server has reported the PID of the child
	lastStep            // not a step
)

// fault is the step at which a process kills itself. Only tests set it, to check what a parent does then.
var fault = noStep

// atStep is called at each step.
//
//go:nosplit
//go:norace
func atStep(here step) {
	if here == fault {
		die()
	}
}
