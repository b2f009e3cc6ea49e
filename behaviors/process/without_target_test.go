package process_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestWithoutTarget(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("process-without-target", "status no-target", 1.0, in(), "")...)
}
