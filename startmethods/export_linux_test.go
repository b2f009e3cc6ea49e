package startmethods

import "os"

// NoClone3Variable is set where a test wants this process, and those that it starts, to fork as on a kernel without clone3.
const NoClone3Variable = "STARTMETHODS_TEST_NO_CLONE3"

func init() {
	if os.Getenv(NoClone3Variable) != "" {
		clone3 = ^uintptr(0)
	}
}
