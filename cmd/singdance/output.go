package main

import (
	"fmt"
	"io"
)

// checkedWriter keeps the first error of its writer. A report that was cut off must not look like a whole one.
type checkedWriter struct {
	out io.Writer
	err error
}

func (w *checkedWriter) Write(text []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.out.Write(text)
	if err != nil {
		w.err = fmt.Errorf("cannot print the report: %w", err)
	}
	return n, w.err
}
