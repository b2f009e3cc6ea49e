package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// Where the disk of the results becomes full, the report is printed, and what has been written is whole and can be judged.
func TestFullDisk(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can make a small disk")
	}
	g, b := NewWithT(t), newBox(t)
	script := `mount -t tmpfs -o size=32k none disk || exit 99; "$@"; status=$?; cp -R disk kept; exit $status`
	g.Expect(os.Mkdir(filepath.Join(b.folder, "disk"), 0o700)).To(Succeed())
	command := exec.Command("sh", "-c", script, "sh", os.Args[0], "run", "--no-search", "--jobs", "1", "--output", "disk")
	command.Dir, command.Env = b.folder, b.environment
	// In a mount namespace of its own, so that the disk is gone with it.
	command.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if exit := new(exec.ExitError); !errors.As(err, &exit) || exit.ExitCode() == 99 {
		t.Skip("no small disk can be made: ", err, &stderr)
	}
	g.Expect(command.ProcessState.ExitCode()).To(Equal(report.StatusSuite), stderr.String())
	g.Expect(stderr.String()).To(HavePrefix("singdance: a recording cannot be written: "))
	g.Expect(stderr.String()).To(ContainSubstring("the results cannot be written: "))
	g.Expect(stdout.String()).To(MatchRegexp(`(?m)^conformant: `), "what was judged is told")
	b.checkEmpty()

	whole := 0
	g.Expect(filepath.WalkDir(filepath.Join(b.folder, "kept"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			whole++
			_, err = stage.Load(path)
		}
		return err
	})).To(Succeed())
	g.Expect(whole).To(BeNumerically(">", 0))
	out := b.run("judge", "kept")
	g.Expect(out.status).To(Equal(report.StatusInconclusive), out.stderr)
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^partial: \d+ results judged on 1 implementation, none unexpected`))
}
