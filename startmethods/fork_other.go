//go:build !(linux || darwin || freebsd || netbsd || dragonfly)

package startmethods

import (
	"errors"
	"os"
	"runtime"
)

// errNoFork says why there is no fork. Windows does not have it. OpenBSD, illumos, Solaris and AIX accept system calls only
// from their C library, and a forked child of this package makes its own.
var errNoFork = errors.New("this package cannot fork on " + runtime.GOOS)

func probeFork() error { return errNoFork }

func startForked(launch) (child, error) { return nil, errNoFork }

func probeForkServer() error { return errNoFork }

func startServed(launch) (child, error) { return nil, errNoFork }

// stopServer does nothing: there is no fork server.
func stopServer() {}

// serve is not called: there is no fork server.
func serve(*os.File, func(childInfo, task) ForkedRunner) {}
