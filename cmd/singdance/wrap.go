package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// wrapper writes paragraphs. On a terminal it wraps them between words; elsewhere a paragraph is one line, which grep finds.
type wrapper struct {
	io.Writer
	width int // 0 wraps nothing
}

func newWrapper(out io.Writer) *wrapper { return &wrapper{out, terminalWidth(os.Stdout, 0)} }

// least is the least width that is worth wrapping at.
const least = 20

// paragraph writes a text whose lines begin with an indent.
func (w *wrapper) paragraph(indent, paragraph string) {
	if room := w.width - len(indent); w.width > 0 && room >= least {
		paragraph = text.WrapSoft(paragraph, room)
	}
	for line := range strings.SplitSeq(paragraph, "\n") {
		fmt.Fprintln(w, indent+strings.TrimRight(line, " "))
	}
}
