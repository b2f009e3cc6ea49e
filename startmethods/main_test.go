package startmethods_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// programVariable makes the test binary run one of the programs, which are small main functions.
const programVariable = "STARTMETHODS_TEST_PROGRAM"

// methodVariable is the start method of a program. The default is spawn.
const methodVariable = "STARTMETHODS_TEST_METHOD"

// exitVariable makes the test binary exit as soon as possible. BenchmarkSpawn compares with that.
const exitVariable = "STARTMETHODS_TEST_EXIT"

// folderVariable is the folder in which a program and its children record what happens.
const folderVariable = "STARTMETHODS_TEST_FOLDER"

var programs = map[string]func(){}

func TestMain(m *testing.M) {
	if os.Getenv(exitVariable) != "" {
		return
	}
	if name := os.Getenv(programVariable); name != "" {
		program, ok := programs[name]
		if !ok {
			panic("no program " + name)
		}
		program()
		return
	}
	startmethods.Main(func() {
		// The race detector would delay the end of each child by a second.
		if os.Getenv("GORACE") == "" {
			must(os.Setenv("GORACE", "atexit_sleep_ms=0"))
		}
		must(startmethods.SetMethod("spawn"))
		startmethods.Exit(m.Run())
	})
}

// mainWithMethod is like Main, and chooses the start method in methodVariable.
func mainWithMethod(run func()) {
	startmethods.Main(func() {
		method := "spawn"
		if name := os.Getenv(methodVariable); name != "" {
			method = name
		}
		must(startmethods.SetMethod(method))
		run()
	})
}

// An outcome is the result of a program.
type outcome struct {
	status         int
	stdout, stderr string
	folder         string
}

// runProgram runs a program. It waits until the program and all processes that hold its stdout or stderr have ended.
func runProgram(t *testing.T, name string, prepare ...func(*exec.Cmd)) outcome {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var stdout, stderr bytes.Buffer
	command := exec.Command(self)
	command.Env = append(os.Environ(), programVariable+"="+name, folderVariable+"="+folder)
	command.Stdout, command.Stderr = &stdout, &stderr
	for _, p := range prepare {
		p(command)
	}
	err = command.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{
		status: command.ProcessState.ExitCode(), stdout: stdout.String(), stderr: stderr.String(), folder: folder,
	}
}

// runExampleAsProgram runs an example as the main function of another process, with the same stdout, and returns true. In
// that process, it returns false.
func runExampleAsProgram(name string) bool {
	if os.Getenv(programVariable) == name {
		return false
	}
	self, err := os.Executable()
	must(err)
	command := exec.Command(self)
	command.Env = append(os.Environ(), programVariable+"="+name)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	must(command.Run())
	return true
}

// appendLine appends a line to a file in the folder.
func appendLine(file, text string) {
	f, err := os.OpenFile(filepath.Join(os.Getenv(folderVariable), file), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	must(err)
	_, err = fmt.Fprintln(f, text)
	must(err)
	must(f.Close())
}

// lines returns the lines of a file in the folder.
func (o outcome) lines(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(o.folder, file))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return splitLines(string(text))
}

func splitLines(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// run starts a process, waits for its end, and returns its exit code.
func run(g Gomega, p *startmethods.Process) int {
	g.Expect(p.Start()).To(Succeed())
	g.Expect(p.Join(context.Background())).To(Succeed())
	code, ok := p.ExitCode()
	g.Expect(ok).To(BeTrue())
	return code
}

// hold runs until the process is terminated.
var hold = startmethods.Register("hold", func(*startmethods.Call) error {
	sleepForever()
	return nil
}).WithForked(prepareHold)

func sleepForever() {
	for {
		time.Sleep(time.Hour)
	}
}

// writeJSON writes a value for the test to a file.
func writeJSON(path string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o666)
}

// readJSON reads what writeJSON has written.
func readJSON[T any](g Gomega, path string) T {
	var value T
	text, err := os.ReadFile(path)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(json.Unmarshal(text, &value)).To(Succeed())
	return value
}
