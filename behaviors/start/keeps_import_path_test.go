package start_test

import "testing"

func TestKeepsImportPath(t *testing.T) { checkChanged(t, "start-keeps-import-path", "path") }
