package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestAuthkey(t *testing.T) {
	const id = "inherit-authkey"
	mutation.CheckFails(t, "a child has the authkey that the main process has at its start", all(), func(r *mutation.Recording) {
		for _, role := range []string{first, later} {
			r.SetData("state", role, "authkey", role+", changed before the start")
		}
	}, id, `the authkey of the first child must be "first"; it is "first, changed before the start"`)
	mutation.CheckFails(t, "the main process does not change its authkey before the start", all(), func(r *mutation.Recording) {
		r.SetReturned(conformance.Main, "change authkey later", later)
	}, id, `the key of the main process at the start of the later child must not be "later"`)
	mutation.CheckFails(t, "a child has another authkey", all(), set(later, "authkey", first), id, "the authkey of the later child")
}
