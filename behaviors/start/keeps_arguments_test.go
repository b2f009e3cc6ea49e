package start_test

import "testing"

func TestKeepsArguments(t *testing.T) { checkChanged(t, "start-keeps-arguments", "arguments") }
