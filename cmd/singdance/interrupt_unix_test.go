//go:build unix

package main

import (
	"bytes"
	"os"
	"strconv"
	"testing"
	"time"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/report"
)

// An interrupt ends what is performed, and what was judged until then is printed and written.
func TestInterrupt(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	marks := t.TempDir()
	b.environment = append(b.environment, markVariable+"="+marks)
	var stdout, stderr bytes.Buffer
	command := b.command("run", "--no-search", "--jobs", "1", "--driver", faulty("hang"), "--output", "results")
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
			t.Fatalf("it ended before the program that hangs: %s%s", &stdout, &stderr)
		case <-time.After(time.Millisecond): // between two looks
		}
		var err error
		hanging, err = os.ReadDir(marks)
		g.Expect(err).NotTo(HaveOccurred())
	}
	g.Expect(command.Process.Signal(os.Interrupt)).To(Succeed())
	<-ended

	g.Expect(command.ProcessState.ExitCode()).To(Equal(report.StatusInconclusive), stderr.String())
	g.Expect(stdout.String()).To(ContainSubstring("the run was stopped before its end"))
	results, err := report.Load(b.folder + "/results")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(results.Stopped).To(BeTrue())
	g.Expect(results.Verdict).To(Equal(report.Partial), "Go was judged before")
	b.checkEmpty()
	for _, mark := range hanging {
		pid, err := strconv.Atoi(mark.Name())
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(unix.Kill(pid, 0)).To(MatchError(unix.ESRCH), "process %d must be gone", pid)
	}
}
