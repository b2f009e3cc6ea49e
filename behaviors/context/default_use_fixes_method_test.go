package context_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestDefaultUseFixesMethod(t *testing.T) {
	const id = "context-default-use-fixes-method"
	mutation.Check(t, mutation.WrongReturn(id, "chosen after get_context()", "another", in(), "")...)
	mutation.Check(t, mutation.WrongReturn(id, "chosen after get_start_method()", nil, in(), "")...)
	mutation.Check(t,
		mutation.Accepted(id, "choose after get_context()", in()),
		mutation.Accepted(id, "choose after get_start_method()", in()),
	)
}
