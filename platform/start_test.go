package platform

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

func TestStartMissingExecutable(t *testing.T) {
	g := NewWithT(t)
	missing := filepath.Join(t.TempDir(), "no-such-program")
	_, err := Start(exec.Command(missing), "token")
	g.Expect(err).To(Or(MatchError(os.ErrNotExist), MatchError(exec.ErrNotFound)))
	g.Expect(err).To(MatchError(HavePrefix(missing + ": ")))
	g.Expect(strings.Count(err.Error(), "no-such-program")).To(Equal(1), "the path is named once: %s", err)

	_, err = Start(exec.Command("no-such-program-in-the-path"), "token")
	g.Expect(err).To(MatchError(exec.ErrNotFound))
	g.Expect(err).To(MatchError(HavePrefix("no-such-program-in-the-path: ")))
}

func TestStartRejectsInvalidToken(t *testing.T) {
	g := NewWithT(t)
	for _, token := range []string{"", "a\x00b"} {
		_, err := Start(helperCommand([]string{"exit", "0"}), token)
		g.Expect(err).To(MatchError(ContainSubstring("token")))
	}
}

func TestStartDoesNotChangeCallersAttributes(t *testing.T) {
	g := NewWithT(t)
	attributes := &syscall.SysProcAttr{}
	command := helperCommand([]string{"exit", "0"})
	command.Env = append(os.Environ(), helperVariable+"="+t.TempDir())
	command.SysProcAttr = attributes
	c, err := Start(command, "attributes")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(c.Wait()).To(Equal(Exit{}))
	g.Expect(c.Close()).To(Succeed())
	g.Expect(*attributes).To(Equal(syscall.SysProcAttr{}))
}

func TestTokenReachesDescendants(t *testing.T) {
	t.Setenv(RunVariable, "token of the outer run")
	s := startRun(t, "start-child", "parent", "wait", "child")
	child := s.announced("child")
	s.Expect(child.Text).To(Equal(s.token))
	s.Expect(strings.Contains(child.Text, "outer")).To(BeFalse())
}

func TestAdoptOrphansTwice(t *testing.T) {
	g := NewWithT(t)
	g.Expect(AdoptOrphans()).To(Succeed())
	g.Expect(AdoptOrphans()).To(Succeed())
}
