package platform

import (
	"errors"
	"os"
)

// AppendLine adds a line to a file that several processes append to, so that lines never mix and none is lost, and makes
// the file if it is not there. On Unix it is one write to a file opened with O_APPEND, which write(2) makes one step. On
// Windows the writers also hold a lock on a file beside it, path.lock: FILE_APPEND_DATA is one step there, but not under
// Wine 10, which looks for the file's end first and then writes.
func AppendLine(path string, line []byte) (err error) {
	unlock, err := lockAppend(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(line)
	return errors.Join(err, file.Close())
}
