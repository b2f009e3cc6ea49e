package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// runOnDisk runs the command with a small disk mounted on a folder of the box. At the end it copies the content of the disk to
// the folder kept. The mount is in a new mount namespace, so it goes away with the command.
func (b *box) runOnDisk(folder, size string, arguments ...string) outcome {
	b.Helper()
	g := NewWithT(b.T)
	const script = `mount -t tmpfs -o size=$2 none "$1" || exit 99
		disk=$1; shift 2; "$@"; status=$?; cp -R "$disk" kept; exit $status`
	g.Expect(os.MkdirAll(filepath.Join(b.folder, folder), 0o700)).To(Succeed())
	command := exec.Command("sh", append([]string{"-c", script, "sh", folder, size}, arguments...)...)
	command.Dir, command.Env = b.folder, b.environment
	command.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 { // any user may mount in a user namespace
		command.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		command.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
		command.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
	}
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) || command.ProcessState.ExitCode() == 99 {
		b.Skip("cannot mount a small disk: ", err, &stderr)
	}
	b.checkEmpty()
	return newOutcome(stdout.String(), stderr.String(), command)
}

// kept returns the names of the files that were on the disk at the end.
func (b *box) kept() []string {
	b.Helper()
	entries, err := os.ReadDir(filepath.Join(b.folder, "kept"))
	NewWithT(b.T).Expect(err).NotTo(HaveOccurred())
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// checkJudged checks that at least one recording was written before the disk was full, that all of them are complete, and that
// they can be judged again.
func (b *box) checkJudged(folder string) {
	b.Helper()
	g := NewWithT(b.T)
	count := 0
	g.Expect(filepath.WalkDir(filepath.Join(b.folder, folder, "recordings"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".json" {
			count++
			_, err = stage.Load(path)
		}
		return err
	})).To(Succeed())
	g.Expect(count).To(BeNumerically(">", 0))
	out := b.run("judge", folder, "--implementation", "go-*")
	g.Expect(out.status).To(BeElementOf(report.StatusConformant, report.StatusInconclusive), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^(conformant|partial): \d+ results judged on 1 implementation, none unexpected`))
}

// If the disk of the results becomes full, the report is printed and the recordings written so far can be judged.
func TestResultsDiskBecomesFull(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.runOnDisk("disk", "32k", os.Args[0], "run", "--no-search", "--jobs", "1", "--output", "disk")
	g.Expect(out.status).To(Equal(report.StatusSuite), out.stderr)
	g.Expect(out.stderr).To(HavePrefix("singdance: cannot write a recording: "))
	g.Expect(out.stderr).To(ContainSubstring("cannot write the results: "))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^conformant: `), "the report is printed")
	b.checkJudged("kept")
}

// If the disk of the temporary folder is full at the start, no program runs and nothing is left behind.
func TestTemporaryDiskIsFull(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	const filling = `dd if=/dev/zero of=t/other-file 2>&1; exec "$@"`
	out := b.runOnDisk("t", "64k", "sh", "-c", filling, "sh", os.Args[0], "run", "--no-search")
	g.Expect(out.status).To(Equal(report.StatusSuite), out.stdout)
	g.Expect(out.stderr).To(MatchRegexp(`^singdance: .*cannot (create|write).*no space left on device\n$`))
	g.Expect(b.kept()).To(Equal([]string{"other-file"}))
}

// If the disk of the temporary folder becomes full while programs run, and they did not fill it, their results are errors of the
// suite and not failures. Earlier results are kept.
func TestTemporaryDiskBecomesFull(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	b.environment = append(b.environment, markVariable+"="+filepath.Join(b.folder, "t"))
	out := b.runOnDisk("t", "4m", os.Args[0], "run", "--no-search", "--jobs", "1", "--driver", faulty("fill-temporary-disk"), "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusSuite), out.stdout)
	g.Expect(out.stderr).To(BeEmpty())
	g.Expect(out.stdout).To(ContainSubstring("the disk of the temporary folder is full"))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^inconclusive: the suite itself failed in \d+ results; the reasons are above`))
	g.Expect(b.kept()).To(Equal([]string{"fill"}))
	results, err := report.Load(filepath.Join(b.folder, "results"))
	g.Expect(err).NotTo(HaveOccurred())
	for _, one := range results.Results {
		if strings.HasPrefix(one.Implementation, "go-") {
			g.Expect(one.Verdict.Unexpected() || one.Verdict == conformance.Error).To(BeFalse(), one.Behavior+": "+one.Reason)
		} else {
			g.Expect(one.Verdict).To(Equal(conformance.Error), one.Behavior)
		}
	}
	b.checkJudged("results")
}

// A program that fills a disk smaller than its own cap fails, and the other programs are judged as usual.
func TestProgramFillsDisk(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.runOnDisk("t", "4m", os.Args[0], "run", "--no-search", "--jobs", "1", "--driver", faulty("fill-disk"), "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusUnexpected), out.stdout)
	g.Expect(out.stderr).To(BeEmpty())
	g.Expect(out.stdout).To(ContainSubstring("cap on disk: the program filled the disk of the temporary folder"))
	g.Expect(b.kept()).To(BeEmpty())
	b.checkJudged("results")
}
