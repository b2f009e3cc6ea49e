//go:build unix

package startmethods_test

import (
	"context"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

func TestExitCodesOfSignals(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(*startmethods.Process) error
		code int
	}{
		{"terminate", (*startmethods.Process).Terminate, -15},
		{"kill", (*startmethods.Process).Kill, -9},
		{"interrupt", (*startmethods.Process).Interrupt, -2},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := NewWithT(t)
			p := &startmethods.Process{Target: hold}
			g.Expect(p.Start()).To(Succeed())
			g.Expect(c.end(p)).To(Succeed())
			g.Expect(p.Join(context.Background())).To(Succeed())
			code, ok := p.ExitCode()
			g.Expect(ok).To(BeTrue())
			g.Expect(code).To(Equal(c.code))
		})
	}
}
