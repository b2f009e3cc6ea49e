package platform

// TempDir returns the folder for temporary files. It is [os.TempDir], with one exception: on Unix, it is /tmp if the
// path of that folder is too long for the sockets that multiprocessing's fork servers create below it. The path of a
// socket has a limit (unix(7): 108 bytes, unix(4): 104).
func TempDir() string { return tempDir() }
