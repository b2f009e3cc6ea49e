// Package raw is what a forked child can do: system calls, and text in memory that was there before the fork.
//
// A forked child of a Go program has one thread and no scheduler, so nothing may be called in it that grows the stack,
// allocates or waits for a lock; see [github.com/singdance/singdance/startmethods.Prepared]. On every system that can
// fork, each function here except the constructors is go:nosplit and makes one system call at most, without a word to
// Go's scheduler: in an ordinary goroutine it keeps its processor busy for as long as it takes. Elsewhere the functions
// exist too, so that a target needs no build tags, and are ordinary ones; but for those that ask what the system keeps of a
// process (Umask, Files, Group, ActionOf and their like), which an ordinary process asks by other packages.
//
// An error number of 0 means that there was no error.
package raw

// A Path is a file name as the kernel takes it.
type Path struct{ name []byte }

// NewPath prepares a file name. It allocates, so it belongs before the fork.
func NewPath(name string) Path { return Path{append([]byte(name), 0)} }
