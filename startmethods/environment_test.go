package startmethods_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// echo copies stdin to stdout, and writes a line to stderr.
var echo = startmethods.Register("echo", func(*startmethods.Call) error {
	if _, err := io.Copy(os.Stdout, os.Stdin); err != nil {
		return err
	}
	_, err := fmt.Fprintln(os.Stderr, "copied")
	return err
})

var writeFolder = startmethods.Register("write folder", func(call *startmethods.Call) error {
	path, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	folder, err := os.Getwd()
	if err != nil {
		return err
	}
	return writeJSON(path, []string{folder, os.Getenv("PWD")})
})

// automatically makes the default start method unfixed, so that Start chooses the method of each process.
func automatically(t *testing.T) *WithT {
	t.Helper()
	unfixMethod(t)
	return NewWithT(t)
}

func TestEnv(t *testing.T) {
	g := automatically(t)
	t.Setenv("SINGDANCE_TEST_TEXT", "parent")
	path := filepath.Join(t.TempDir(), "seen")
	child := func(env []string) []string {
		g.Expect(run(g, &startmethods.Process{Target: writeEnvironment, Args: []any{path}, Env: env})).To(Equal(0))
		return readJSON[map[string][]string](g, path)["environment"]
	}
	g.Expect(child(nil)).To(ContainElement("SINGDANCE_TEST_TEXT=parent"))
	seen := child(append(os.Environ(), "SINGDANCE_TEST_TEXT=a=b", "SINGDANCE_TEST_TEXT=c=d"))
	g.Expect(seen).To(ContainElement("SINGDANCE_TEST_TEXT=c=d"), "the last value counts")
	g.Expect(seen).NotTo(ContainElement("SINGDANCE_TEST_TEXT=a=b"))
	g.Expect(child(append(os.Environ(), "SINGDANCE_STARTMETHODS_SPAWN=7,8"))).NotTo(
		ContainElement(HavePrefix("SINGDANCE_STARTMETHODS_SPAWN=")))
	if runtime.GOOS != "windows" { // where a process needs some variables
		g.Expect(child([]string{})).To(BeEmpty(), "an empty environment is not replaced by the parent's")
		g.Expect(child([]string{"A=1"})).To(Equal([]string{"A=1"}))
	}
	g.Expect(os.Getenv("SINGDANCE_TEST_TEXT")).To(Equal("parent"))

	p := &startmethods.Process{Name: "child", Env: []string{"A=\x00"}}
	g.Expect(p.Start()).To(MatchError(And(ContainSubstring("child"), ContainSubstring(`"A=\x00"`), ContainSubstring("NUL"))))
	g.Expect(p.PID()).To(BeZero())
}

func TestDir(t *testing.T) {
	g := automatically(t)
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "seen")
	child := func(dir string, env []string) []string {
		p := &startmethods.Process{Target: writeFolder, Args: []any{path}, Dir: dir, Env: env}
		g.Expect(run(g, p)).To(Equal(0))
		return readJSON[[]string](g, path)
	}
	same := func(a, b string) {
		first, err := os.Stat(a)
		g.Expect(err).NotTo(HaveOccurred())
		second, err := os.Stat(b)
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(os.SameFile(first, second)).To(BeTrue(), "%s and %s", a, b)
	}
	seen := child(folder, nil)
	same(seen[0], folder)
	if runtime.GOOS != "windows" {
		g.Expect(seen[1]).To(Equal(folder), "PWD follows Dir")
		g.Expect(child(folder, append(os.Environ(), "PWD=/elsewhere"))[1]).To(Equal("/elsewhere"), "unless Env is set")
	}
	own, err := os.Getwd()
	g.Expect(err).NotTo(HaveOccurred())
	same(child("", nil)[0], own)

	p := &startmethods.Process{Name: "child", Dir: filepath.Join(folder, "missing")}
	g.Expect(p.Start()).To(MatchError(ContainSubstring("start child: ")))
	g.Expect(p.PID()).To(BeZero())
	p.Dir = ""
	g.Expect(run(g, p)).To(Equal(0), "Start can be called again after a failure")
}

func TestStandardFiles(t *testing.T) {
	g := automatically(t)
	folder := t.TempDir()
	create := func(name, text string) *os.File {
		path := filepath.Join(folder, name)
		g.Expect(os.WriteFile(path, []byte(text), 0o600)).To(Succeed())
		file, err := os.OpenFile(path, os.O_RDWR, 0)
		g.Expect(err).NotTo(HaveOccurred())
		return file
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(folder, name))
		g.Expect(err).NotTo(HaveOccurred())
		return string(text)
	}
	p := &startmethods.Process{
		Target: echo, Stdin: create("in", "la la"), Stdout: create("out", ""), Stderr: create("err", ""),
	}
	g.Expect(p.Start()).To(Succeed())
	for _, file := range []*os.File{p.Stdin, p.Stdout, p.Stderr} {
		g.Expect(file.Close()).To(Succeed(), "the files may be closed after Start")
	}
	g.Expect(p.Join(context.Background())).To(Succeed())
	code, _ := p.ExitCode()
	g.Expect(code).To(Equal(0))
	g.Expect(read("out")).To(Equal("la la"))
	g.Expect(read("err")).To(Equal("copied\n"))

	// One file for both, and the null device as stdin.
	both := create("both", "")
	defer both.Close()
	g.Expect(run(g, &startmethods.Process{Target: echo, Stdout: both, Stderr: both})).To(Equal(0))
	g.Expect(read("both")).To(Equal("copied\n"))
}

// With pipes, a program writes what a child reads, and reads what it writes.
func TestPipesAsStandardFiles(t *testing.T) {
	g := automatically(t)
	input, send, err := os.Pipe()
	g.Expect(err).NotTo(HaveOccurred())
	receive, output, err := os.Pipe()
	g.Expect(err).NotTo(HaveOccurred())
	p := &startmethods.Process{Target: echo, Stdin: input, Stdout: output, Stderr: output}
	g.Expect(p.Start()).To(Succeed())
	g.Expect(input.Close()).To(Succeed())
	g.Expect(output.Close()).To(Succeed())
	_, err = io.WriteString(send, "la la\n")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(send.Close()).To(Succeed())
	text, err := io.ReadAll(receive)
	g.Expect(err).NotTo(HaveOccurred(), "the child closed the last end of the pipe")
	g.Expect(string(text)).To(Equal("la la\ncopied\n"))
	g.Expect(receive.Close()).To(Succeed())
	g.Expect(p.Join(context.Background())).To(Succeed())
}

func TestClosedStandardFile(t *testing.T) {
	g := automatically(t)
	closed, err := os.Open(os.DevNull)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(closed.Close()).To(Succeed())
	for field, p := range map[string]*startmethods.Process{
		"Stdin": {Name: "child", Stdin: closed}, "Stdout": {Name: "child", Stdout: closed}, "Stderr": {Name: "child", Stderr: closed},
	} {
		err := p.Start()
		g.Expect(err).To(MatchError(os.ErrClosed))
		g.Expect(err).To(MatchError(And(ContainSubstring("start child"), ContainSubstring(field))))
		g.Expect(p.PID()).To(BeZero())
	}
}
