package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"testing"

	. "github.com/onsi/gomega"
)

func TestShortage(t *testing.T) {
	g := NewWithT(t)
	g.Expect(Shortage(fmt.Errorf("starting: %w", &fs.PathError{Op: "open", Path: "x", Err: someShortage}))).To(BeTrue())
	g.Expect(Shortage(nil)).To(BeFalse())
	g.Expect(Shortage(errors.New("something else"))).To(BeFalse())
	g.Expect(Shortage(exec.Command("/no/such/program").Start())).To(BeFalse())
}
