package startmethods_test

import (
	"context"
	"errors"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

func TestExitCodesOfTermination(t *testing.T) {
	for _, end := range []func(*startmethods.Process) error{
		(*startmethods.Process).Terminate, (*startmethods.Process).Kill,
	} {
		g := NewWithT(t)
		p := &startmethods.Process{Target: hold}
		g.Expect(p.Start()).To(Succeed())
		g.Expect(p.Interrupt()).To(MatchError(errors.ErrUnsupported))
		g.Expect(end(p)).To(Succeed())
		g.Expect(p.Join(context.Background())).To(Succeed())
		code, ok := p.ExitCode()
		g.Expect(ok).To(BeTrue())
		g.Expect(code).To(Equal(-15))
	}
}
