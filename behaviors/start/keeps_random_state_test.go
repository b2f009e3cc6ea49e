package start_test

import "testing"

func TestKeepsRandomState(t *testing.T) { checkChanged(t, "start-keeps-random-state", "random") }
