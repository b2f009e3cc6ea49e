package start_test

import "testing"

func TestKeepsEnvironment(t *testing.T) { checkChanged(t, "start-keeps-environment", "environ") }
