//go:build !(linux || darwin || freebsd || netbsd || dragonfly)

package startmethods

import (
	"errors"
	"os"
	"runtime"
)

// errNoFork is why there is no fork here. Windows has none. OpenBSD, illumos, Solaris and AIX accept system calls from
// their C library only, and all that this package has for a forked child are raw ones.
var errNoFork = errors.New("a Go program cannot fork on " + runtime.GOOS + " by system calls of its own")

func probeFork() error { return errNoFork }

func startForked(introduction, task) (child, error) { return nil, errNoFork }

func probeForkserver() error { return errNoFork }

func startServed(introduction, task) (child, error) { return nil, errNoFork }

// stopServer has nothing to stop.
func stopServer() {}

// serve is not come to, because nothing starts a fork server.
func serve(*os.File, func(introduction, task) Prepared) {}
