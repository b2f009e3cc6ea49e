package platform

// TempDir returns the folder for temporary files. This is [os.TempDir], with one exception: on Unix, if the path of
// that folder is too long for the sockets that multiprocessing's fork servers make below it, it is /tmp. The path of a
// socket has a limit (unix(7): 108 bytes, unix(4): 104).
func TempDir() string { return tempDir() }
