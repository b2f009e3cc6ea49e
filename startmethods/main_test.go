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

// programVariable makes the test binary a program: one of programs, which are small main functions.
const programVariable = "STARTMETHODS_TEST_PROGRAM"

// methodVariable is the start method of a program, if it is to be another than spawn.
const methodVariable = "STARTMETHODS_TEST_METHOD"

// exitVariable has the test binary end as soon as it can: what a start by spawn is measured by.
const exitVariable = "STARTMETHODS_TEST_EXIT"

// folderVariable is a folder in which a program and its children leave what is to be seen of them.
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
		// The race detector would keep each child for a second after its end.
		if os.Getenv("GORACE") == "" {
			must(os.Setenv("GORACE", "atexit_sleep_ms=0"))
		}
		must(startmethods.SetMethod("spawn"))
		startmethods.Exit(m.Run())
	})
}

// mainWithMethod is Main for a program whose processes are spawned, or started with another method that it is given.
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

// An outcome is what there is to see of a program from outside.
type outcome struct {
	status         int
	stdout, stderr string
	folder         string
}

// performed runs a program to its end, and to the end of all that holds its stdout or stderr.
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

// note leaves a line in a file of the folder, from whatever process.
func appendLine(file, text string) {
	f, err := os.OpenFile(filepath.Join(os.Getenv(folderVariable), file), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	must(err)
	_, err = fmt.Fprintln(f, text)
	must(err)
	must(f.Close())
}

// notes are the lines that were left in a file.
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

// ended starts a process, and waits for its end.
func run(g Gomega, p *startmethods.Process) int {
	g.Expect(p.Start()).To(Succeed())
	g.Expect(p.Join(context.Background())).To(Succeed())
	code, ok := p.ExitCode()
	g.Expect(ok).To(BeTrue())
	return code
}

// hold keeps a process until it is ended from outside.
var hold = startmethods.Register("hold", func(*startmethods.Call) error {
	sleepForever()
	return nil
}).WithForked(prepareHold)

func sleepForever() {
	for {
		time.Sleep(time.Hour)
	}
}

// leave writes a value, by which a child tells the test something, into a file.
func writeJSON(path string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o666)
}

// left reads what a child has left.
func readJSON[T any](g Gomega, path string) T {
	var value T
	text, err := os.ReadFile(path)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(json.Unmarshal(text, &value)).To(Succeed())
	return value
}
