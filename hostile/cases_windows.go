package hostile

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// systemActs are about what only Windows has.
func systemActs() []Act {
	return []Act{
		{
			Name: "break-away", Title: "asks for a child outside of its job object, and else for one without a console",
			Behavior: "exit-nothing-left", Expected: fail, Reason: "what had to be killed",
			play: func() {
				child := part("hold")
				child.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_BREAKAWAY_FROM_JOB}
				if child.Start() == nil {
					return
				}
				child = part("hold")
				child.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP}
				must(child.Start())
			},
		},
	}
}

func systemParts() map[string]func([]string) { return nil }
