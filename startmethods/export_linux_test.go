package startmethods

import "os"

// NoClone3Variable makes this process, and those that it starts, fork as on a kernel without clone3.
const NoClone3Variable = "STARTMETHODS_TEST_NO_CLONE3"

func init() {
	if os.Getenv(NoClone3Variable) != "" {
		clone3 = ^uintptr(0)
	}
}
