package startmethods_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/startmethods"
	"github.com/singdance/singdance/startmethods/raw"
)

// openDescriptors returns the open descriptors. It checks each number, because reading /proc/self/fd would open descriptors.
// It leaves out the files from which Go's runtime reads its CPU limit.
func openDescriptors() []string {
	var open []string
	for fd := range 1024 {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil {
			name, _ := os.Readlink(fmt.Sprint("/proc/self/fd/", fd))
			if strings.HasPrefix(name, "/sys/fs/cgroup/") {
				continue
			}
			open = append(open, fmt.Sprint(fd, " ", strings.Split(name, ":")[0]))
		}
	}
	return open
}

var listDescriptors = startmethods.Register("list descriptors", func(*startmethods.Call) error {
	for _, text := range openDescriptors() {
		appendLine("open", text)
	}
	return nil
})

func init() {
	programs["descriptors"] = func() {
		mainWithMethod(func() {
			for _, text := range openDescriptors() {
				appendLine("open in the parent", text)
			}
			mustRun(&startmethods.Process{Target: listDescriptors})
		})
	}
}

func TestSpawnedChildHasOnlyStandardDescriptors(t *testing.T) {
	g := NewWithT(t)
	reader, writer, err := os.Pipe()
	g.Expect(err).NotTo(HaveOccurred())
	defer reader.Close()
	defer writer.Close()
	seen := runProgram(t, "descriptors", func(command *exec.Cmd) {
		command.ExtraFiles = []*os.File{reader, writer}
	})
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "open in the parent")).To(ContainElements("3 pipe", "4 pipe"), "the parent keeps what it inherits")
	g.Expect(seen.lines(t, "open")).To(Equal([]string{"0 /dev/null", "1 pipe", "2 pipe"}))
}

func TestEndedProcessLeavesNoDescriptorsAndGoroutines(t *testing.T) {
	for _, method := range startmethods.Methods() {
		t.Run(method, func(t *testing.T) {
			g := NewWithT(t)
			run(g, &startmethods.Process{Method: method})
			descriptors, goroutines := openDescriptors(), runtime.NumGoroutine()
			for i := range 10 {
				p := &startmethods.Process{Target: hold, Args: []any{make([]byte, 1<<20)}, Method: method}
				if i%2 == 0 {
					p.Target = nil
				}
				g.Expect(p.Start()).To(Succeed())
				if i%2 == 1 {
					g.Expect(p.Kill()).To(Succeed())
				}
				g.Expect(p.Join(context.Background())).To(Succeed())
			}
			g.Expect(openDescriptors()).To(Equal(descriptors))
			// The goroutine that waited for the last child may still be running.
			for runtime.NumGoroutine() > goroutines {
				yield()
			}
		})
	}
}

// Both successful and failed starts are checked.
func TestFieldsLeaveNoDescriptorsAndGoroutines(t *testing.T) {
	g := NewWithT(t)
	unfixMethod(t)
	run(g, &startmethods.Process{Target: writeMethod, Args: []any{filepath.Join(t.TempDir(), "child")}})
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	g.Expect(err).NotTo(HaveOccurred())
	defer null.Close()
	descriptors, goroutines := openDescriptors(), runtime.NumGoroutine()
	for range 5 {
		p := &startmethods.Process{
			Target: echo, Env: []string{"A=1"}, Dir: t.TempDir(), Stdin: null, Stdout: null, Stderr: null,
		}
		g.Expect(run(g, p)).To(Equal(0))
		for _, p := range []*startmethods.Process{
			{Dir: "/missing/folder"},
			{Env: []string{"\x00"}},
			{Dir: "/", Method: startmethods.Fork},
			{Stdin: null, Method: startmethods.ForkServer},
		} {
			g.Expect(p.Start()).NotTo(Succeed())
		}
	}
	g.Expect(openDescriptors()).To(Equal(descriptors))
	for runtime.NumGoroutine() > goroutines {
		yield()
	}
}

// A descriptorRunner records the open descriptors.
type descriptorRunner struct {
	path raw.Path
	text *raw.Text
}

var probeDescriptors = startmethods.RegisterForked("probe descriptors",
	func(*startmethods.Call) (startmethods.ForkedRunner, error) {
		path := filepath.Join(os.Getenv(folderVariable), "open")
		return &descriptorRunner{raw.NewPath(path), raw.NewText(1 << 12)}, nil
	})

//go:nosplit
//go:norace
func (p *descriptorRunner) Run() int {
	for fd := range 64 {
		if _, _, errno := unix.RawSyscall(unix.SYS_FCNTL, uintptr(fd), unix.F_GETFD, 0); errno == 0 {
			p.text.AddInt(int64(fd), 0)
			p.text.AddString("\n")
		}
	}
	fd, errno := raw.OpenAppend(p.path)
	if errno == 0 {
		_, errno = raw.Write(fd, p.text.Bytes())
	}
	return int(errno)
}

func init() {
	programs["forked descriptors"] = func() {
		mainWithMethod(func() {
			for _, text := range openDescriptors() {
				appendLine("open in the parent", text)
			}
			mustRun(&startmethods.Process{Target: probeDescriptors})
		})
	}
}

func TestDescriptorsOfForkedChild(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		t.Setenv(methodVariable, method)
		g := NewWithT(t)
		reader, writer, err := os.Pipe()
		g.Expect(err).NotTo(HaveOccurred())
		defer reader.Close()
		defer writer.Close()
		seen := runProgram(t, "forked descriptors", func(command *exec.Cmd) {
			command.ExtraFiles = []*os.File{reader, writer}
		})
		g.Expect(seen.status).To(Equal(0), seen.stderr)
		g.Expect(seen.lines(t, "open in the parent")).To(ContainElements("3 pipe", "4 pipe"))
		if method == "fork" {
			g.Expect(seen.lines(t, "open")).To(ContainElements("0", "1", "2", "3", "4"), "all descriptors of the parent")
		} else {
			g.Expect(seen.lines(t, "open")).To(Equal([]string{"0", "1", "2"}), "only the standard descriptors")
		}
	})
}

func init() {
	// While this program runs, its file is deleted, and then replaced.
	programs["no file"] = func() {
		mainWithMethod(func() {
			path, err := os.Executable()
			must(err)
			must(os.Remove(path))
			mustRun(&startmethods.Process{Target: noteName, Name: "deleted"})
			must(os.WriteFile(path, []byte("#!/bin/false\n"), 0o777))
			mustRun(&startmethods.Process{Target: noteName, Name: "replaced"})
		})
	}
}

func TestSpawnAfterProgramFileWasDeletedOrReplaced(t *testing.T) {
	g := NewWithT(t)
	self, err := os.Executable()
	g.Expect(err).NotTo(HaveOccurred())
	copied := filepath.Join(t.TempDir(), "copy")
	g.Expect(exec.Command("cp", self, copied).Run()).To(Succeed())
	seen := runProgram(t, "no file", func(command *exec.Cmd) { command.Path = copied })
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "ran")).To(Equal([]string{"deleted", "replaced"}))
}
