// Package plain makes text safe to show if it comes from programs, drivers or file names.
package plain

import (
	"strings"
	"unicode"
)

// Line replaces each control character in a text by a space: characters that a terminal or a page interprets instead
// of showing them. These include newlines and the characters that change the direction of writing.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if IsControl(r) {
			return ' '
		}
		return r
	}, text)
}

// Lines is like Line, but keeps newlines.
func Lines(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && IsControl(r) {
			return ' '
		}
		return r
	}, text)
}

// IsControl reports whether Line replaces a character.
func IsControl(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
