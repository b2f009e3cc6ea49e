package start_test

import "testing"

func TestKeepsSignalHandlers(t *testing.T) {
	checkChanged(t, "start-keeps-signal-handlers", "handlers")
}
