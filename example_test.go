package singdance_test

import (
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/singdance/singdance"
)

// TestStartMethods is an example of a test in a library.
func TestStartMethods(t *testing.T) {
	if testing.Short() {
		t.Skip("runs programs")
	}
	singdance.Run(t, singdance.Config{
		Go:        true, // the start methods of package startmethods; a Python library names Pythons and Modules instead
		Methods:   []string{"spawn"},
		Behaviors: []string{"exit-waits-for-children", "guard-*"},
	})
}

// The example runs the test TestStartMethods, whose body is
//
//	singdance.Run(t, singdance.Config{
//		Go:        true,
//		Methods:   []string{"spawn"},
//		Behaviors: []string{"exit-waits-for-children", "guard-*"},
//	})
func ExampleRun() {
	self, err := os.Executable()
	if err != nil {
		fmt.Println(err)
		return
	}
	output, err := exec.Command(self, "-test.run=^TestStartMethods$").CombinedOutput()
	if err != nil {
		fmt.Printf("%s%v\n", output, err)
		return
	}
	fmt.Println("conformant")
	// Output: conformant
}
