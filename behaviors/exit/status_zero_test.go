package exit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestStatusZero(t *testing.T) {
	mutation.Check(t,
		exitStatus("sing-dance", 1, map[string]string{"exit-status-zero": "the exit status of the main process must be 0; it is 1"}),
		exitStatus("sing-dance", -1, map[string]string{
			"exit-status-zero": "the main process must end", "exit-leaves-no-child": "the main process must end", "exit-leaves-no-helper": "the main process must end",
		}),
	)
}
