package startmethods

import "github.com/singdance/singdance/startmethods/raw"

// A failedRunner writes to stderr why a child cannot run its target.
type failedRunner struct{ text []byte }

// newFailedRunner returns the runner for a process, with the same text that reportEnd would write.
func newFailedRunner(process string, text []byte) *failedRunner {
	return &failedRunner{append([]byte("Process "+process+":\n"), text...)}
}

// Run writes the text, and returns 1.
//
//go:nosplit
//go:norace
func (f *failedRunner) Run() int {
	for text := f.text; len(text) > 0; {
		n, errno := raw.Write(2, text)
		if errno != 0 || n <= 0 {
			break
		}
		text = text[n:]
	}
	return 1
}
