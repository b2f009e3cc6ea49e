package inherit_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSpawnEnvironAtStart(t *testing.T) {
	for _, field := range []string{"environ", "umask", "limit"} {
		mutation.CheckFails(t, "a spawned child has another "+field, spawned(), set(later, field, "another"), "inherit-spawn-environ-at-start", field+" in the later child must be that of the main process")
	}
}
