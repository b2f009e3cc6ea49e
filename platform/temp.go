package platform

// TempDir is the folder for temporary files: what [os.TempDir] says, or on Unix /tmp where the path of that is so long that
// what a program makes below it could not be a socket, whose path has a limit (unix(7): 108 bytes, unix(4): 104).
// Multiprocessing's fork servers are at such sockets.
func TempDir() string { return tempDir() }
