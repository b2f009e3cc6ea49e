package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/hostile"
	"github.com/singdance/singdance/platform"
)

// asCommand makes the test binary the command itself, so that it is tested from outside, and is its own Go driver.
const asCommand = "BLACK_BOX"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == fakeDriver {
		fake()
	}
	if os.Getenv(asCommand) != "" {
		main()
	}
	golang.Dispatch()
	hostile.Dispatch()
	os.Exit(m.Run())
}

// box is a place to run the command in, with a temporary folder of its own.
type box struct {
	*testing.T
	folder      string
	environment []string
}

func newBox(t *testing.T) *box {
	t.Helper()
	b := &box{T: t, folder: shortTempDir(t)}
	temporary := filepath.Join(b.folder, "t")
	NewWithT(t).Expect(os.Mkdir(temporary, 0o700)).To(Succeed())
	b.environment = append(os.Environ(), asCommand+"=1", "GITHUB_STEP_SUMMARY=",
		"TMPDIR="+temporary, "TMP="+temporary, "TEMP="+temporary,
		"GORACE=atexit_sleep_ms=0") // a race build's child waits a second otherwise
	return b
}

// shortTempDir is TempDir with a path that is short enough for platform.TempDir, and for sockets, on every system.
func shortTempDir(t *testing.T) string {
	t.Helper()
	parent := "/tmp"
	if runtime.GOOS == "windows" {
		parent = ""
	}
	folder, err := os.MkdirTemp(parent, "box")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := platform.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// outcome is what a command printed and how it ended.
type outcome struct {
	stdout, stderr string
	status         int
}

func (b *box) command(arguments ...string) *exec.Cmd {
	command := exec.Command(os.Args[0], arguments...)
	command.Dir, command.Env = b.folder, b.environment
	return command
}

// run runs the command and checks that it leaves nothing in the temporary folder.
func (b *box) run(arguments ...string) outcome {
	b.Helper()
	var stdout, stderr bytes.Buffer
	command := b.command(arguments...)
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		b.Fatal(err)
	}
	b.checkEmpty()
	return outcome{stdout.String(), stderr.String(), command.ProcessState.ExitCode()}
}

func (b *box) checkEmpty() {
	b.Helper()
	left, err := os.ReadDir(filepath.Join(b.folder, "t"))
	if os.IsNotExist(err) {
		return
	}
	NewWithT(b.T).Expect(err).NotTo(HaveOccurred())
	NewWithT(b.T).Expect(left).To(BeEmpty(), "what is left in the temporary folder")
}
