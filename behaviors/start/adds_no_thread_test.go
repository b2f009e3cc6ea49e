package start_test

import "testing"

func TestAddsNoThread(t *testing.T) { checkChanged(t, "start-adds-no-thread", "threads") }
