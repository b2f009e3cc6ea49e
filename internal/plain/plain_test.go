package plain

import (
	"testing"

	. "github.com/onsi/gomega"
)

func TestLine(t *testing.T) {
	for text, expected := range map[string]string{
		"":                          "",
		"唱歌 and <b>é</b>":           "唱歌 and <b>é</b>",
		"a\x1b[31mb\x00c\x7f\r\n\t": "a [31mb c    ",
		"\u009b2J\u202eturned\u2066\u2028\u2029\u200f": " 2J turned    ",
		"\xff": "\uFFFD",
	} {
		NewWithT(t).Expect(Line(text)).To(Equal(expected), "%q", text)
	}
}

func TestLines(t *testing.T) {
	NewWithT(t).Expect(Lines("a\n\tb\r\n\x1b[2J\u2028唱歌\n")).To(Equal("a\n b \n [2J 唱歌\n"))
}
