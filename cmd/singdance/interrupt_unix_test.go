//go:build unix

package main

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/report"
)

// interrupted runs the command with a driver that hangs, and calls do with its process once it hangs. If atOnce, the command
// ends without cleaning up, and a guard process cleans up later.
func (b *box) interrupted(do func(*os.Process), atOnce bool, arguments ...string) outcome {
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
		_ = command.Wait() // the exit status is checked below
	}()
	var hanging []os.DirEntry
	for len(hanging) == 0 {
		select {
		case <-ended:
			b.Fatalf("the command ended before the hanging program started: %s%s", &stdout, &stderr)
		case <-time.After(time.Millisecond): // poll
		}
		var err error
		hanging, err = os.ReadDir(marks)
		g.Expect(err).NotTo(HaveOccurred())
	}
	do(command.Process)
	<-ended
	if atOnce {
		b.awaitGuard(hanging)
	}
	b.checkEmpty()
	for _, mark := range hanging {
		g.Expect(alive(g, pidOf(g, mark))).To(BeFalse(), "process %s must be gone", mark.Name())
	}
	return newOutcome(stdout.String(), stderr.String(), command)
}

// pidOf returns the process ID that a mark is named after.
func pidOf(g Gomega, mark os.DirEntry) int {
	pid, err := strconv.Atoi(mark.Name())
	g.Expect(err).NotTo(HaveOccurred())
	return pid
}

// awaitGuard waits until the guard has ended the processes and removed the files.
func (b *box) awaitGuard(hanging []os.DirEntry) {
	g := NewWithT(b.T)
	for gone := false; !gone; <-time.After(time.Millisecond) { // poll
		files, err := os.ReadDir(filepath.Join(b.folder, "t"))
		g.Expect(err).NotTo(HaveOccurred())
		gone = len(files) == 0
		for _, mark := range hanging {
			// A zombie counts as gone: its new parent may reap it later or never.
			gone = gone && !alive(g, pidOf(g, mark))
		}
	}
}

// alive reports whether a process runs; a zombie does not.
func alive(g Gomega, pid int) bool {
	processes, err := platform.Processes()
	g.Expect(err).NotTo(HaveOccurred())
	return slices.ContainsFunc(processes, func(p platform.Process) bool { return p.PID == pid && p.State == platform.Alive })
}

// once returns a function that sends a signal.
func once(signal syscall.Signal) func(*os.Process) {
	return func(p *os.Process) { _ = p.Signal(signal) } // the test checks its effect
}

// An interrupt ends the running programs. The command prints and writes the results so far.
func TestInterrupt(t *testing.T) {
	for _, number := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(number.String(), func(t *testing.T) {
			if signal.Ignored(number) { // nohup(1) does that
				t.Skip("this process was started with the signal ignored")
			}
			testInterrupt(t, number)
		})
	}
}

func testInterrupt(t *testing.T, signal syscall.Signal) {
	g, b := NewWithT(t), newBox(t)
	out := b.interrupted(once(signal), false, "run", "--no-search", "--jobs", "1", "--driver", faulty("hang"), "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusInconclusive), out.stderr)
	g.Expect(out.stderr).To(BeEmpty())
	g.Expect(out.stdout).To(ContainSubstring("the run was stopped before its end"))
	results, err := report.Load(filepath.Join(b.folder, "results"))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(results.Stopped).To(BeTrue())
	g.Expect(results.Verdict).To(Equal(report.Partial), "Go was judged before the interrupt")
	checkResults(t, filepath.Join(b.folder, "results"))
}

// An interrupt during the search for implementations leaves nothing to print.
func TestInterruptDuringSearch(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.interrupted(once(syscall.SIGINT), false, "run", "--no-search", "--driver", faulty("hello-hangs"))
	g.Expect(out).To(Equal(outcome{stderr: "singdance: stopped before anything was judged\n", status: report.StatusInconclusive}))
}

// A second interrupt ends the command at once, as a kill does. Even then, no process and no temporary file is left, and the
// recordings can be judged.
func TestEndAtOnce(t *testing.T) {
	for name, do := range map[string]func(*os.Process){
		"SIGKILL": once(syscall.SIGKILL),
		"SIGQUIT": once(syscall.SIGQUIT),
		"interrupts": func(p *os.Process) {
			for p.Signal(os.Interrupt) == nil { // until it has ended
				<-time.After(time.Millisecond) // so that the system does not merge two interrupts into one
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			g, b := NewWithT(t), newBox(t)
			b.interrupted(do, true, "run", "--no-search", "--jobs", "1", "--driver", faulty("hang"), "--output", "results")
			out := b.run("judge", "results", "--implementation", "go-*")
			g.Expect(out.status).To(BeElementOf(report.StatusConformant, report.StatusInconclusive), out.stderr)
			g.Expect(out.stdout).To(MatchRegexp(`(?m)^(conformant|partial): \d+ results judged on 1 implementation, none unexpected`))
		})
	}
}
