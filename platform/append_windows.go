package platform

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockAppend waits for the lock that all writers of the file use. The system releases the lock when the process that
// holds it ends.
func lockAppend(path string) (unlock func() error, err error) {
	file, err := os.OpenFile(path+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, new(windows.Overlapped)); err != nil {
		file.Close()
		return nil, err
	}
	return file.Close, nil // closing the file releases the lock
}
