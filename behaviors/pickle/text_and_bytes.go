package pickle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-text-and-bytes", Level: conformance.Core, Program: program,
	Statement: "Text of all characters, even a lone surrogate, and bytes MUST reach the child unchanged.",
	Sources:   []conformance.Source{source.ProcessClass(), whatCanBePickled()},
	Judge: func(s *conformance.Scene) {
		s.Expect(received(s, "texts"), "what the child received, in ASCII,").To(gomega.Equal([]any{
			`'\u5531\u6b4c \U0001f3b5'`, `'\udc80'`, `'\x00\n'`, `b'\x00\xff'`,
		}))
	},
})
