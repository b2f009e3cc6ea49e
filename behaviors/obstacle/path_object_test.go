package obstacle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPathObject(t *testing.T) {
	mutation.CheckFails(t, "the child of a path object fails", in(), returns("path object", 1.0), "obstacle-path-object", "it returned 1")
}
