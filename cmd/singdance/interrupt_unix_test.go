//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/report"
)

// interrupted runs the command with a driver that hangs, and interrupts it once that is reached.
func (b *box) interrupted(arguments ...string) outcome {
	b.Helper()
	g := NewWithT(b.T)
	marks := b.TempDir()
	b.environment = append(b.environment, markVariable+"="+marks)
	var stdout, stderr bytes.Buffer
	command := b.command(arguments...)
	command.Stdout, command.Stderr = &stdout, &stderr
	g.Expect(command.Start()).To(Succeed())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = command.Wait() // the exit status is looked at below
	}()
	var hanging []os.DirEntry
	for len(hanging) == 0 {
		select {
		case <-ended:
			b.Fatalf("it ended before the program that hangs: %s%s", &stdout, &stderr)
		case <-time.After(time.Millisecond): // between two looks
		}
		var err error
		hanging, err = os.ReadDir(marks)
		g.Expect(err).NotTo(HaveOccurred())
	}
	g.Expect(command.Process.Signal(os.Interrupt)).To(Succeed())
	<-ended
	b.checkEmpty()
	for _, mark := range hanging {
		pid, err := strconv.Atoi(mark.Name())
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(unix.Kill(pid, 0)).To(MatchError(unix.ESRCH), "process %d must be gone", pid)
	}
	return outcome{stdout.String(), stderr.String(), command.ProcessState.ExitCode()}
}

// An interrupt ends what is performed, and what was judged until then is printed and written.
func TestInterrupt(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.interrupted("run", "--no-search", "--jobs", "1", "--driver", faulty("hang"), "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusInconclusive), out.stderr)
	g.Expect(out.stderr).To(BeEmpty())
	g.Expect(out.stdout).To(ContainSubstring("the run was stopped before its end"))
	results, err := report.Load(filepath.Join(b.folder, "results"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(results.Stopped).To(BeTrue())
	g.Expect(results.Verdict).To(Equal(report.Partial), "Go was judged before")
	checkResults(t, filepath.Join(b.folder, "results"))
}

// An interrupt while implementations are looked for leaves nothing to print.
func TestInterruptBeforeAnythingIsJudged(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.interrupted("run", "--no-search", "--driver", faulty("mute"))
	g.Expect(out).To(Equal(outcome{"", "singdance: stopped before anything was judged\n", report.StatusInconclusive}))
}
