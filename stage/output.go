package stage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// output is the file for a program's standard output or standard error. With a file instead of a pipe, the stage need not
// read while the program runs, and need not wait for a descendant that keeps the output open.
type output struct{ *os.File }

func (f *runFolder) newOutput(name string) (output, error) {
	// With O_APPEND, a process that opens the file again overwrites nothing.
	file, err := os.OpenFile(filepath.Join(f.path, name), os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	return output{file}, err
}

func (o output) size() int64 {
	info, err := o.Stat()
	if err != nil {
		return 0
	}
	return info.Size()
}

// text returns the content of the file. If it is longer than keptOutput bytes, text leaves out the middle.
func (o output) text() (string, error) {
	size := o.size()
	if size <= keptOutput {
		text := make([]byte, size)
		n, err := o.ReadAt(text, 0)
		if int64(n) == size {
			err = nil
		}
		return strings.ToValidUTF8(string(text[:n]), "\uFFFD"), err
	}
	head, tail := make([]byte, keptOutput/2), make([]byte, keptOutput/2)
	if _, err := o.ReadAt(head, 0); err != nil {
		return "", err
	}
	if _, err := o.ReadAt(tail, size-keptOutput/2); err != nil {
		return "", err
	}
	text := fmt.Sprintf("%s\n[… %d bytes left out …]\n%s", head, size-keptOutput, tail)
	return strings.ToValidUTF8(text, "\uFFFD"), nil
}
