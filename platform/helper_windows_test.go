package platform

import "golang.org/x/sys/windows"

// runSystemTask performs the parts that only Windows has.
func runSystemTask(_ string, task []string) {
	panic("unknown task: " + task[0])
}

// someShortage is one of the system's errors that say that something has run out.
const someShortage = windows.ERROR_TOO_MANY_OPEN_FILES
