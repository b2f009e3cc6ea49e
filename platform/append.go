package platform

import (
	"errors"
	"os"
)

// AppendLine appends a line to a file that several processes append to. Lines are never mixed or lost. AppendLine
// creates the file if it does not exist.
//
// On Unix, it is one write to a file opened with O_APPEND, which write(2) makes atomic. On Windows, the writers also
// hold a lock on another file, path.lock: FILE_APPEND_DATA is atomic on Windows, but not under Wine 10, which first
// looks for the end of the file and then writes.
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
