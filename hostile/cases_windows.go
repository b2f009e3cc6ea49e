package hostile

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// systemCases returns the cases that only Windows supports.
func systemCases() []Case {
	return []Case{
		{
			ID: "break-away-from-job", Description: "starts a child outside its job object, or without a console if Windows refuses that",
			Behavior: "exit-leaves-no-helper", ExpectedVerdict: fail, ExpectedReason: "the suite had to kill ",
			misbehave: func() {
				child := subprocess("sleep")
				child.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_BREAKAWAY_FROM_JOB}
				if child.Start() == nil {
					return
				}
				child = subprocess("sleep")
				child.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP}
				must(child.Start())
			},
		},
	}
}

// systemSubprocesses returns nil: Windows needs no further subprocesses.
func systemSubprocesses() map[string]func([]string) { return nil }
