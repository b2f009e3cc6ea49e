package start_test

import "testing"

func TestKeepsStandardStreams(t *testing.T) {
	checkChanged(t, "start-keeps-standard-streams", "streams")
}
