package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestUnpicklingFailsInChild(t *testing.T) {
	mutation.Check(t, failsInChild("unpickling-fails", "pickle-unpickling-fails-in-child")...)
	mutation.Check(t, failsInChild("exception", "pickle-unpickling-fails-in-child")...)
}
