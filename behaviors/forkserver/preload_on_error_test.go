package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestPreloadOnError(t *testing.T) {
	mutation.CheckFails(t, "the server does not warn", inAccess(), field("preload warn", "warned", false),
		"forkserver-preload-on-error-warns", "the server must print a warning")
	mutation.Check(t,
		mutation.AcceptedBy("main of fail", "forkserver-preload-on-error-fails", "start fail 1", inAccess()),
		mutation.Accepted("forkserver-preload-on-error-unknown-raises", "preload unknown", inAccess()),
	)
}
