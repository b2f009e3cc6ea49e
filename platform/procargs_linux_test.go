package platform

import (
	"testing"

	. "github.com/onsi/gomega"
)

func TestParseProcargs(t *testing.T) {
	g := NewWithT(t)
	block := "\x03\x00\x00\x00/usr/bin/python3\x00\x00\x00\x00python3\x00\x00-c pass\x00HOME=/Users/a\x00A=b c\x00\x00ptr_munge=\x00"
	command, environment, ok := parseProcargs([]byte(block))
	g.Expect(ok).To(BeTrue())
	g.Expect(command).To(Equal([]string{"python3", "", "-c pass"}))
	g.Expect(environment).To(Equal([]string{"HOME=/Users/a", "A=b c"}))

	command, environment, ok = parseProcargs([]byte("\x01\x00\x00\x00/bin/p\x00p\x00"))
	g.Expect(ok).To(BeTrue())
	g.Expect(command).To(Equal([]string{"p"}))
	g.Expect(environment).To(BeEmpty())
}

func TestParseProcargsRejects(t *testing.T) {
	g := NewWithT(t)
	for _, block := range []string{"", "\x01\x00\x00", "\x01\x00\x00\x00", "\x02\x00\x00\x00/bin/p\x00p\x00q", "\xff\xff\xff\xff/bin/p\x00p\x00"} {
		_, _, ok := parseProcargs([]byte(block))
		g.Expect(ok).To(BeFalse(), "%q", block)
	}
}
