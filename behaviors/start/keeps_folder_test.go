package start_test

import "testing"

func TestKeepsFolder(t *testing.T) { checkChanged(t, "start-keeps-folder", "folder") }
