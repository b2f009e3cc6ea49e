package args_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPositionalReceived(t *testing.T) {
	const id, program = "args-positional-received", "sing-dance-args"
	mutation.Check(t, misreceived(program, id)...)
	mutation.Check(t,
		receives("arguments arrive in another order", program, "dance", "args", []any{-7.0, "跳舞"}, id),
		receives("a number arrives as text", program, "dance", "args", []any{"跳舞", "-7"}, id),
		receives("None in a list is lost", program, "sing", "args", []any{"唱歌", 2.0, 2.0, []any{0.5}, []any{true, 1.0}}, id),
		ofTypes("an integer arrives as a floating-point number", program, "dance", "args", []any{"str", "float"}, id),
		ofTypes("a tuple arrives as a list", program, "sing", "args", []any{"str", "int", "float", "list[NoneType, float]", "list[bool, int]"}, id),
		ofTypes("True arrives as an integer in a tuple", program, "sing", "args", []any{"str", "int", "float", "list[NoneType, float]", "tuple[int, int]"}, id),
	)
}
