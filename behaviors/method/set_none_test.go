package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestSetNone(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("method-set-none-chooses-default", "set none", "another", inUnsetting(), "")...)
	mutation.Check(t, mutation.Accepted("method-set-none-twice-raises", "set none again", inUnsetting()))
	mutation.CheckFails(t, "a second set_start_method(None) raises another error", inUnsetting(), func(r *mutation.Recording) {
		r.Refuse(conformance.Main, "set none again")
		for _, e := range r.All("attempt", conformance.Main) {
			if e.Data["what"] == "set none again" {
				e.Data["types"] = []any{"ValueError"}
			}
		}
	}, "method-set-none-twice-raises", "must be refused with RuntimeError")
}
