// Package plain makes texts harmless that were told by programs, drivers and file names, and are shown to a reader.
package plain

import (
	"strings"
	"unicode"
)

// Line is the text with a space for each character that a terminal or a page obeys instead of showing it: control
// characters with the ends of lines among them, and those that turn the direction of writing.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if Obeyed(r) {
			return ' '
		}
		return r
	}, text)
}

// Lines is the same for a text whose ends of lines stay.
func Lines(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && Obeyed(r) {
			return ' '
		}
		return r
	}, text)
}

// Obeyed says whether a character is one of those.
func Obeyed(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
