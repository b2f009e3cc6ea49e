package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestKeywordReceived(t *testing.T) {
	const id, program = "args-keyword-received", "sing-dance-kwargs"
	mutation.Check(t, misreceived(program, id)...)
	mutation.Check(t,
		receives("text is garbled", program, "sing", "kwargs", map[string]any{"song": "??", "verses": []any{1.0, 2.0}}, id),
		ofTypes("a tuple arrives as a list", program, "sing", "kwargs", map[string]any{"song": "str", "verses": "list[int, float]", "parts": "list[int, str]"}, id),
	)
}
