package platform

import "os"

// tempDir has no limit: Windows uses pipes instead of sockets, and pipes are not in a folder.
func tempDir() string { return os.TempDir() }
