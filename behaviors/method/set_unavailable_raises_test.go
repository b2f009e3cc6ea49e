package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetUnavailableRaises(t *testing.T) {
	mutation.Check(t, refusals("method-set-unavailable-raises", "unavailable fork", "ValueError", windows())...)
	mutation.Check(t, refusals("method-set-unavailable-raises", "unavailable forkserver", "ValueError", windows())...)
}
