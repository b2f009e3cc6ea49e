//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/startmethods"
	"github.com/singdance/singdance/startmethods/raw"
)

// A parentIDRunner records the PID of its parent, which is the fork server.
type parentIDRunner struct {
	path raw.Path
	text *raw.Text
}

var reportIDs = startmethods.RegisterForked("report ids", func(*startmethods.Call) (startmethods.ForkedRunner, error) {
	path := filepath.Join(os.Getenv(folderVariable), "ids")
	return &parentIDRunner{raw.NewPath(path), raw.NewText(1 << 8)}, nil
})

//go:nosplit
//go:norace
func (r *parentIDRunner) Run() int {
	r.text.AddInt(int64(raw.Getppid()), 0)
	r.text.AddString("\n")
	fd, errno := raw.OpenAppend(r.path)
	if errno == 0 {
		_, errno = raw.Write(fd, r.text.Bytes())
	}
	return int(errno)
}

// serverID starts a child, and returns the PID of the fork server.
func serverID() int {
	mustRun(&startmethods.Process{Target: reportIDs})
	text, err := os.ReadFile(filepath.Join(os.Getenv(folderVariable), "ids"))
	must(err)
	var last int
	for _, line := range splitLines(string(text)) {
		last, err = strconv.Atoi(line)
		must(err)
	}
	return last
}

func gone(pid int) bool { return errors.Is(unix.Kill(pid, 0), unix.ESRCH) }

func init() {
	// All children have the same server, also after one was killed.
	programs["one server"] = func() {
		mainWithMethod(func() {
			server := serverID()
			appendLine("own", fmt.Sprint(server == os.Getpid()))
			for range 3 {
				p := &startmethods.Process{Target: hold}
				must(p.Start())
				must(p.Kill())
				must(p.Join(context.Background()))
				appendLine("same", fmt.Sprint(serverID() == server))
			}
			must(os.WriteFile(filepath.Join(os.Getenv(folderVariable), "server"), fmt.Append(nil, server), 0o666))
		})
	}
	// A killed server is replaced, and the exit codes of its children are lost.
	programs["killed server"] = func() {
		mainWithMethod(func() {
			server := serverID()
			lost := &startmethods.Process{Target: hold, Name: "lost"}
			must(lost.Start())
			must(unix.Kill(server, unix.SIGKILL))
			appendLine("another", fmt.Sprint(serverID() != server))
			err := lost.Join(context.Background())
			code, _ := lost.ExitCode()
			appendLine("lost", fmt.Sprint(errors.Is(err, startmethods.ErrServerEnded), code, lost.Terminate(), lost.IsAlive()))
			appendLine("error", err.Error())
			appendLine("reaped", fmt.Sprint(gone(server)))
			// No process waits for this child any more.
			must(unix.Kill(lost.PID(), unix.SIGKILL))
		})
	}
	// If a process exits without cleaning up, its server notices that, and exits after its children.
	programs["sudden end"] = func() {
		mainWithMethod(func() {
			must((&startmethods.Process{Target: reportIDs}).Start())
			must((&startmethods.Process{Target: reportIDs, Daemon: true}).Start())
			os.Exit(9)
		})
	}
	programs["interrupted server"] = func() {
		mainWithMethod(func() {
			server := serverID()
			must(unix.Kill(server, unix.SIGINT))
			appendLine("same", fmt.Sprint(serverID() == server))
		})
	}
	programs["no guard for a server"] = func() {
		startmethods.OnMissingGuard(func(err error) {
			appendLine("reported", fmt.Sprint(startmethods.CurrentProcess().Name, " ", errors.Is(err, startmethods.ErrMissingGuard)))
		})
		for range 2 {
			p := &startmethods.Process{Target: reportIDs, Method: "forkserver"}
			must(p.Start())
			appendLine("error", fmt.Sprint(p.Join(context.Background())))
			code, _ := p.ExitCode()
			appendLine("code", fmt.Sprint(code))
		}
		startmethods.Exit(0)
	}
	programs["server that reads nothing"] = func() {
		mainWithMethod(func() {
			for range 50 {
				server := serverID()
				must(unix.Kill(server, unix.SIGSTOP))
				_, err := unix.Wait4(server, nil, unix.WUNTRACED, nil)
				must(err)
				ended := make(chan error, 1)
				go func() {
					p := &startmethods.Process{Target: reportIDs}
					ended <- errors.Join(p.Start(), p.Join(context.Background()))
				}()
				yield()
				must(unix.Kill(server, unix.SIGKILL))
				must(<-ended)
				appendLine("other server", fmt.Sprint(serverID() != server))
			}
		})
	}
	programs["server without an end"] = func() {
		if startmethods.Bootstrapping() {
			return
		}
		mainWithMethod(func() {
			for range 2 {
				err := (&startmethods.Process{Target: reportIDs}).Start()
				appendLine("error", fmt.Sprint(errors.Is(err, startmethods.ErrMissingGuard), " ", err))
			}
		})
	}
}

func runWithForkServer(t *testing.T, program string, prepare ...func(*exec.Cmd)) outcome {
	t.Helper()
	t.Setenv(methodVariable, "forkserver")
	return runProgram(t, program, prepare...)
}

func TestServerIsReused(t *testing.T) {
	g := NewWithT(t)
	seen := runWithForkServer(t, "one server")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "own")).To(Equal([]string{"false"}))
	g.Expect(seen.lines(t, "same")).To(Equal([]string{"true", "true", "true"}))
	server, err := strconv.Atoi(seen.lines(t, "server")[0])
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(gone(server)).To(BeTrue(), "a process waits for its server at its end")
}

func TestKilledServerIsReplaced(t *testing.T) {
	g := NewWithT(t)
	seen := runWithForkServer(t, "killed server")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.stderr).To(BeEmpty())
	g.Expect(seen.lines(t, "another")).To(Equal([]string{"true"}))
	g.Expect(seen.lines(t, "lost")).To(Equal([]string{"true 255 <nil> false"}))
	g.Expect(seen.lines(t, "error")).To(ConsistOf(And(ContainSubstring("lost"), ContainSubstring("fork server"))))
	g.Expect(seen.lines(t, "reaped")).To(Equal([]string{"true"}))
}

// The request may be written before or after the server is killed. In both cases the server has not read it.
func TestServerKilledBeforeItReadsRequest(t *testing.T) {
	g := NewWithT(t)
	seen := runWithForkServer(t, "server that reads nothing")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "other server")).To(And(HaveLen(50), HaveEach("true")))
}

// runProgram returns when no process holds the pipes of the program, so the server has exited by itself.
func TestServerExitsAfterItsClient(t *testing.T) {
	g := NewWithT(t)
	seen := runWithForkServer(t, "sudden end")
	g.Expect(seen.status).To(Equal(9))
	ids := seen.lines(t, "ids")
	g.Expect(ids).To(HaveLen(2))
	g.Expect(ids[1]).To(Equal(ids[0]), "the server is still the parent of the other child")
}

func TestServerIgnoresInterrupt(t *testing.T) {
	g := NewWithT(t)
	seen := runWithForkServer(t, "interrupted server")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "same")).To(Equal([]string{"true"}))
}

func TestServerWithoutGuard(t *testing.T) {
	g := NewWithT(t)
	seen := runWithForkServer(t, "no guard for a server")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "reported")).To(Equal([]string{"ForkServer true"}))
	g.Expect(seen.lines(t, "error")).To(Equal([]string{"<nil>", "<nil>"}))
	g.Expect(seen.lines(t, "code")).To(Equal([]string{"1", "1"}))
	g.Expect(seen.lines(t, "ids")).To(BeEmpty())
	for _, name := range []string{"ForkServer", "Process-1", "Process-2"} {
		g.Expect(seen.stderr).To(ContainSubstring("Process " + name + ":\nstartmethods: the main guard is missing: " + name))
	}

	seen = runWithForkServer(t, "server without an end")
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.lines(t, "ids")).To(BeEmpty())
	g.Expect(seen.stderr).To(BeEmpty())
	text, err := os.ReadFile(filepath.Join(seen.folder, "error"))
	g.Expect(err).NotTo(HaveOccurred())
	for _, line := range []string{"true startmethods: the main guard is missing: ForkServer ended"} {
		g.Expect(string(text)).To(ContainSubstring(line))
	}
}

func TestArgumentsForForkServer(t *testing.T) {
	g := NewWithT(t)
	p := &startmethods.Process{Target: recordIdentity, Args: []any{func() {}}, Method: "forkserver"}
	g.Expect(p.Start()).To(MatchError(startmethods.ErrArgument), "arguments for another process are encoded")
	path := t.TempDir() + "/seen"
	p.Args = []any{path, make([]byte, 10<<20)}
	g.Expect(run(g, p)).To(Equal(0))
	g.Expect(readJSON[[]any](g, path)).To(HaveLen(4))
}

func TestForkedExitCodesOfSignals(t *testing.T) {
	forEachForkingMethod(t, func(t *testing.T, method string) {
		for signal, end := range map[syscall.Signal]func(*startmethods.Process) error{
			unix.SIGTERM: (*startmethods.Process).Terminate,
			unix.SIGKILL: (*startmethods.Process).Kill,
			unix.SIGINT:  (*startmethods.Process).Interrupt,
		} {
			g := NewWithT(t)
			p := &startmethods.Process{Target: hold, Method: method}
			g.Expect(p.Start()).To(Succeed())
			g.Expect(p.IsAlive()).To(BeTrue())
			g.Expect(end(p)).To(Succeed())
			g.Expect(p.Join(context.Background())).To(Succeed())
			code, ok := p.ExitCode()
			g.Expect(ok).To(BeTrue())
			g.Expect(code).To(Equal(-int(signal)))
			g.Expect(end(p)).To(Succeed(), "an ended process is left alone")
		}
	})
}
