package pickle_test

import (
	"strings"
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTargetsSupported(t *testing.T) {
	const id = "pickle-targets-supported"
	for _, role := range []string{"function", "partial", "method", "class-method", "callable"} {
		mutation.Check(t, mutation.WrongReturn(id, "status "+role, 1.0, in(), "")...)
		mutation.Check(t, mutation.NotEntered(role, in(), id))
	}
	mutation.Check(t, mutation.WrongReturn(id, "status builtin", 1.0, in(), "")...)
	mutation.Check(t, mutation.Mutant{
		Name: "a builtin function prints nothing", In: in(),
		Change: func(r *mutation.Recording) { r.Stdout = strings.ReplaceAll(r.Stdout, "a builtin function sings", "") },
		Fails:  map[string]string{id: `standard output must include "a builtin function sings"`},
	})
}
