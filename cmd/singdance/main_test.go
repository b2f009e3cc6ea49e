package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/hostile"
	"github.com/singdance/singdance/platform"
)

// asCommand names the environment variable that makes the test binary run as the command. So the tests run the command as a
// separate process, and the test binary is its own Go driver.
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

// box is a folder to run the command in, with a separate temporary folder.
type box struct {
	*testing.T
	folder      string
	environment []string
}

// newBox returns an empty box, which is removed when the test ends.
func newBox(t *testing.T) *box {
	t.Helper()
	b := &box{T: t, folder: shortTempDir(t)}
	temporary := filepath.Join(b.folder, "t")
	NewWithT(t).Expect(os.Mkdir(temporary, 0o700)).To(Succeed())
	b.environment = append(os.Environ(), asCommand+"=1", "GITHUB_STEP_SUMMARY=",
		"TMPDIR="+temporary, "TMP="+temporary, "TEMP="+temporary,
		"GORACE=atexit_sleep_ms=0") // otherwise a child of a race build waits one second
	return b
}

// shortTempDir is like T.TempDir, but the path is short enough for platform.TempDir and for sockets on every system.
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

// outcome is the output and the exit status of a command.
type outcome struct {
	stdout, stderr string
	finished       []string // the lines about finished implementations, which stderr does not have
	status         int
}

// finishedLine matches the line about a finished implementation.
var finishedLine = regexp.MustCompile(`(?m)^\S+: \d+ judged, \d+ unexpected, \d+ s\n`)

// newOutcome returns the outcome of a command that has ended.
func newOutcome(stdout, stderr string, command *exec.Cmd) outcome {
	return outcome{
		stdout: stdout, stderr: finishedLine.ReplaceAllString(stderr, ""),
		finished: finishedLine.FindAllString(stderr, -1), status: command.ProcessState.ExitCode(),
	}
}

// command returns the command, ready to start in the box.
func (b *box) command(arguments ...string) *exec.Cmd {
	command := exec.Command(os.Args[0], arguments...)
	command.Dir, command.Env = b.folder, b.environment
	return command
}

// run runs the command and checks that it left nothing in the temporary folder.
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
	return newOutcome(stdout.String(), stderr.String(), command)
}

// checkEmpty checks that the temporary folder is empty.
func (b *box) checkEmpty() {
	b.Helper()
	left, err := os.ReadDir(filepath.Join(b.folder, "t"))
	if os.IsNotExist(err) {
		return
	}
	NewWithT(b.T).Expect(err).NotTo(HaveOccurred())
	NewWithT(b.T).Expect(left).To(BeEmpty(), "files left in the temporary folder")
}
