package platform

import "golang.org/x/sys/windows"

// runSystemTask runs the tasks that only Windows has: none.
func runSystemTask(_ string, task []string) {
	panic("unknown task: " + task[0])
}

// someShortage is one of the errors that mean that a resource has run out.
const someShortage = windows.ERROR_TOO_MANY_OPEN_FILES
