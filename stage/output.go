package stage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// output is where a program's standard output or error goes: a file and not a pipe, so that nothing has to be read while
// the program runs, and a descendant that keeps it open holds up nobody.
type output struct{ *os.File }

func (r *run) output(name string) (output, error) {
	// Opened for appending, so that a process that opens it anew, or another descriptor, overwrites nothing.
	file, err := os.OpenFile(filepath.Join(r.folder, name), os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	return output{file}, err
}

func (o output) size() int64 {
	info, err := o.Stat()
	if err != nil {
		return 0
	}
	return info.Size()
}

// text returns what was written; of more than keptOutput bytes the first and the last half, with a note between.
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
