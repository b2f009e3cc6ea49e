package startmethods

import "github.com/singdance/singdance/startmethods/raw"

// A failure is a child that cannot do what it was started for, and says so.
type failure struct{ text []byte }

// failed is the failure of a process, in the words of report.
func failed(process string, text []byte) *failure {
	return &failure{append([]byte("Process "+process+":\n"), text...)}
}

// Run writes the text.
//
//go:nosplit
//go:norace
func (f *failure) Run() int {
	for text := f.text; len(text) > 0; {
		n, errno := raw.Write(2, text)
		if errno != 0 || n <= 0 {
			break
		}
		text = text[n:]
	}
	return 1
}
