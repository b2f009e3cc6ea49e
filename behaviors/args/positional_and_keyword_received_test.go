package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPositionalAndKeywordReceived(t *testing.T) {
	const id, program = "args-positional-and-keyword-received", "sing-dance-args-kwargs"
	mutation.Check(t, misreceived(program, id)...)
	mutation.Check(t, receives("a keyword argument without a value is lost", program, "dance", "kwargs", map[string]any{}, id),
		ofTypes("a floating-point number arrives as an integer", program, "sing", "kwargs", map[string]any{"verses": "int"}, id),
	)
}
