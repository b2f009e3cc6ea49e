package pickle_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTextAndBytes(t *testing.T) {
	const id = "pickle-text-and-bytes"
	mutation.Check(t, misreceived("texts", id, []any{"'??'", "'?'", `'\x00\n'`, `b'\x00\xff'`}, "what the child received, in ASCII,"))
	mutation.Check(t, mutation.WrongReturn(id, "status texts", 1.0, in(), "")...)
}
