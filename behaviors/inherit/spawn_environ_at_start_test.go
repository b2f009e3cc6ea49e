package inherit_test

import (
	"testing"
)

func TestSpawnEnvironAtStart(t *testing.T) {
	for _, field := range []string{"environ", "umask", "limit"} {
		check(t, "a spawned child has another "+field, spawned(), set(later, field, "another"), "inherit-spawn-environ-at-start", field+" in the later child must be that of the main process")
	}
}
