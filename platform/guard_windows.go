package platform

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// detached starts the guard without a console, so that it does not get what this process's console sends. A new group
// alone would keep Ctrl-C from it, but not Ctrl-Break or the closing of the console.
func detached() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP, HideWindow: true}
}

// firstStart returns 0: the guard does not need it, because the system ends the runs.
func (c *Container) firstStart() int64 { return 0 }

// runTag returns 0: the guard does not need it, because the system ends the runs.
func (c *Container) runTag() uint64 { return 0 }

// sweeper has nothing to kill.
type sweeper struct {
	runs map[identity]uint64
}

func newSweeper(string) sweeper { return sweeper{map[identity]uint64{}} }

// sweep does nothing. The folder cannot be removed until the processes that use it have ended.
func (sweeper) sweep() (gone bool) { return true }
