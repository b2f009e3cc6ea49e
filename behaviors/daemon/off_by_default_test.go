package daemon_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestOffByDefault(t *testing.T) {
	const id = "daemon-off-by-default"
	mutation.Check(t,
		returns("children of the main process are daemonic", conformance.Main, "default daemon flag", true, id),
		returns("a child is daemonic although its flag was not set", "child", "own daemon flag", true, id),
	)
}
