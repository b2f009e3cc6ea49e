package platform

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// apart keeps what the console sends to this process from the guard, which has none: a group of its own would keep only
// Ctrl-C from it, and neither Ctrl-Break nor the end of the console.
func detached() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP, HideWindow: true}
}

// started is not needed: the system itself ends the runs.
func (c *Container) firstStart() int64 { return 0 }

// branded is not needed either.
func (c *Container) runTag() uint64 { return 0 }

// sweeper has nobody to look for.
type sweeper struct {
	runs map[identity]uint64
}

func newSweeper(string) sweeper { return sweeper{map[identity]uint64{}} }

// sweep does nothing. As long as a process has not ended, the folder cannot be removed.
func (sweeper) sweep() (gone bool) { return true }
