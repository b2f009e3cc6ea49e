package startmethods_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"testing"

	. "github.com/onsi/gomega"
	"golang.org/x/sys/unix"

	"github.com/singdance/singdance/startmethods"
)

var doNothing = startmethods.Register("do nothing", func(*startmethods.Call) error { return nil }).WithForked(
	func(*startmethods.Call) (startmethods.ForkedRunner, error) { return nil, nil })

// This program starts three children, and records the errors and what is left behind.
func init() {
	programs["fault"] = func() {
		mainWithMethod(func() {
			// This opens what stays open. The fault is for the later children.
			fault := os.Getenv("STARTMETHODS_TEST_STEP")
			mustRun(&startmethods.Process{Target: doNothing, Method: "spawn"})
			_ = startmethods.Methods()
			must(os.Setenv(startmethods.FaultVariable, fault))
			number, err := strconv.Atoi(fault)
			must(err)
			startmethods.SetFault(number)

			open, goroutines := openDescriptors(), runtime.NumGoroutine()
			for range 3 {
				p := &startmethods.Process{Target: doNothing, Name: "victim", Args: []any{make([]byte, 1<<20)}}
				if err := p.Start(); err != nil {
					appendLine("start", fmt.Sprint(errors.Is(err, startmethods.ErrServerEnded), " ", err))
					continue
				}
				err := p.Join(context.Background())
				code, _ := p.ExitCode()
				appendLine("end", fmt.Sprint(code, " ", errors.Is(err, startmethods.ErrServerEnded), " ", err))
			}
			startmethods.StopServer()
			for i, text := range openDescriptors() {
				if i >= len(open) || text != open[i] {
					appendLine("left open", text)
				}
			}
			for runtime.NumGoroutine() > goroutines {
				yield()
			}
			_, err = unix.Wait4(-1, nil, unix.WNOHANG, nil)
			appendLine("children", fmt.Sprint(err))
		})
	}
}

func runWithFault(t *testing.T, method, step string) outcome {
	t.Helper()
	t.Setenv(methodVariable, method)
	t.Setenv("STARTMETHODS_TEST_STEP", fmt.Sprint(startmethods.Steps[step]))
	seen := runProgram(t, "fault")
	g := NewWithT(t)
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.stderr).To(BeEmpty())
	g.Expect(seen.lines(t, "left open")).To(BeEmpty())
	g.Expect(seen.lines(t, "children")).To(Equal([]string{unix.ECHILD.Error()}), "no child is running or a zombie")
	return seen
}

func TestChildKilledAtEachStepOfStart(t *testing.T) {
	const died, lost = `^-9 false <nil>$`, `^255 true .*victim.*fork server has ended`
	const refused = `^true .*start victim.*fork server has ended`
	tested := map[string]bool{}
	for _, c := range []struct{ method, step, file, pattern string }{
		{"spawn", "a spawned child has read its childInfo", "end", died},
		{"spawn", "a spawned child has read its task", "end", died},
		{"spawn", "a spawned child has acknowledged the guard", "end", died},
		{"fork", "a forked child has begun", "end", died},
		{"fork", "a forked child is about to run its target", "end", died},
		{"forkserver", "a forked child has begun", "end", died},
		{"forkserver", "a forked child is about to run its target", "end", died},
		{"forkserver", "a spawned child has read its childInfo", "start", refused},
		{"forkserver", "a spawned child has read its task", "start", refused},
		{"forkserver", "a spawned child has acknowledged the guard", "start", refused},
		{"forkserver", "a server is about to report that it is ready", "start", refused},
		{"forkserver", "a server has reported that it is ready", "start", refused},
		{"forkserver", "a server has read a request", "start", refused},
		{"forkserver", "a server has accepted a request", "start", refused},
		{"forkserver", "a server has forked", "start", refused},
		{"forkserver", "a server has reported the PID of a new child", "end", lost},
	} {
		tested[c.step] = true
		t.Run(c.method+", "+c.step, func(t *testing.T) {
			g := NewWithT(t)
			seen := runWithFault(t, c.method, c.step)
			g.Expect(seen.lines(t, c.file)).To(And(HaveLen(3), HaveEach(MatchRegexp(c.pattern))))
		})
	}
	NewWithT(t).Expect(tested).To(HaveLen(startmethods.LastStep-1), "each step is tested")
}
