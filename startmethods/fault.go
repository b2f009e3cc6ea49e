package startmethods

// A step is a point on the way of a child, or of a fork server, from its start to its target.
type step int32

const (
	nowhere         step = iota
	childIntroduced      // a spawned child knows who it is
	childInformed        // and what to do
	childGuarded         // and has told its parent so
	childForked          // a forked child has begun
	childReady           // and is about to run what is prepared
	serverReady          // a fork server is about to say that it serves
	serverWaiting        // and has said so
	serverAsked          // it has been asked for a child
	serverTaken          // and has said that it takes the request
	serverForked         // and has forked
	serverAnswered       // and has answered the child's id
	lastStep             // none
)

// fault is the step at which a process kills itself. Only tests set it, to see what a parent makes of that.
var fault = nowhere

// reach is called at each step.
//
//go:nosplit
//go:norace
func reach(here step) {
	if here == fault {
		die()
	}
}
