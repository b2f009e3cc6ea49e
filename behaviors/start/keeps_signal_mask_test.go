package start_test

import "testing"

func TestKeepsSignalMask(t *testing.T) { checkChanged(t, "start-keeps-signal-mask", "blocked") }
