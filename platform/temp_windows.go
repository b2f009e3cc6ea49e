package platform

import "os"

// tempDir has no limit: Windows' pipes, which are used in place of sockets, are in no folder.
func tempDir() string { return os.TempDir() }
