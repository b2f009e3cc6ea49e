package manager_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestKilledMain(t *testing.T) {
	mutation.CheckChanges(t, "the server does not answer", exits(),
		func(r *mutation.Recording) { r.Refuse(conformance.Main, "server of killed main") }, "manager-killed-main")
}
