package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestForkedChild(t *testing.T) {
	mutation.CheckFails(t, "the main process waits for the forked process", in(), returns("forked child", nil), "obstacle-forked-child", "it returned nothing")
}
