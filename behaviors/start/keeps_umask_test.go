package start_test

import "testing"

func TestKeepsUmask(t *testing.T) { checkChanged(t, "start-keeps-umask", "umask") }
