package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestNoneReceived(t *testing.T) {
	const id = "args-none-received"
	mutation.Check(t,
		receives("sing receives a positional argument", "sing-dance", "sing", "args", []any{"more"}, id),
		receives("dance receives a keyword argument", "sing-dance", "dance", "kwargs", map[string]any{"more": 1.0}, id),
	)
}
