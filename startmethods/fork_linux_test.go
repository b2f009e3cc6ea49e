package startmethods_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/startmethods"
)

// The test reads the signals of a waiting child from the kernel.
func TestSignalsOfForkedChild(t *testing.T) {
	signal.Ignore(unix.SIGUSR2)
	defer signal.Reset(unix.SIGUSR2)
	p := &startmethods.Process{Target: hold, Method: "fork"}
	g := NewWithT(t)
	g.Expect(p.Start()).To(Succeed())
	defer func() {
		g.Expect(p.Kill()).To(Succeed())
		g.Expect(p.Join(context.Background())).To(Succeed())
	}()
	// The child begins with all signals blocked.
	seen := signalsOf(g, p.PID())
	for seen["SigBlk"] != 0 {
		yield()
		seen = signalsOf(g, p.PID())
	}
	// Signal 33 is left out. Go's runtime handles it for C libraries, and does not reset it in a forked child.
	g.Expect(seen["SigCgt"]&^(1<<(33-1))).To(BeZero(), "no handlers")
	g.Expect(seen["SigIgn"]).To(Equal(signalsOf(g, os.Getpid())["SigIgn"]), "the same as in the parent")
	g.Expect(seen["SigIgn"]&(1<<(unix.SIGUSR2-1))).NotTo(BeZero(), "ignored in the parent")
}

// signalsOf returns the signal sets of a process.
func signalsOf(g *WithT, pid int) map[string]uint64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	g.Expect(err).NotTo(HaveOccurred())
	sets := map[string]uint64{}
	for line := range strings.Lines(string(text)) {
		if name, digits, ok := strings.Cut(line, ":"); ok && strings.HasPrefix(name, "Sig") && name != "SigQ" {
			sets[name], err = strconv.ParseUint(strings.TrimSpace(digits), 16, 64)
			g.Expect(err).NotTo(HaveOccurred())
		}
	}
	return sets
}

// Linux before 5.5 and some sandboxes do not support clone3.
func TestForkWithoutClone3(t *testing.T) {
	if os.Getenv(startmethods.NoClone3Variable) != "" {
		t.Skip("this process was started by the test")
	}
	g := NewWithT(t)
	self, err := os.Executable()
	g.Expect(err).NotTo(HaveOccurred())
	command := exec.Command(self, "-test.short", "-test.v",
		"-test.run", "^Test(IdentityOfForkedChild|ForkedExitCodes|MisbehavingRunner.*|ManyStarts.*|Descriptors.*|Signals.*)$")
	command.Env = append(os.Environ(), startmethods.NoClone3Variable+"=1")
	output, err := command.CombinedOutput()
	g.Expect(err).NotTo(HaveOccurred(), string(output))
	g.Expect(string(output)).To(And(ContainSubstring("--- PASS: TestForkedExitCodes/fork/"),
		ContainSubstring("--- PASS: TestForkedExitCodes/forkserver/")))
}
