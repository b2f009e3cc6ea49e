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

var doNothing = startmethods.Register("do nothing", func(*startmethods.Call) error { return nil }).Forked(
	func(*startmethods.Call) (startmethods.Prepared, error) { return nil, nil })

// The program starts a child three times, notes what it learns of that, and what is left in it.
func init() {
	programs["fault"] = func() {
		mainWithMethod(func() {
			// What is opened once for all is opened here; the fault is for the others.
			fault := os.Getenv("STARTMETHODS_TEST_STEP")
			joined(&startmethods.Process{Target: doNothing, Method: "spawn"})
			_ = startmethods.AllStartMethods()
			must(os.Setenv(startmethods.FaultVariable, fault))
			number, err := strconv.Atoi(fault)
			must(err)
			startmethods.SetFault(number)

			open, goroutines := openDescriptors(), runtime.NumGoroutine()
			for range 3 {
				p := &startmethods.Process{Target: doNothing, Name: "victim", Args: []any{make([]byte, 1<<20)}}
				if err := p.Start(); err != nil {
					note("start", fmt.Sprint(errors.Is(err, startmethods.ErrServer), " ", err))
					continue
				}
				err := p.Join(context.Background())
				code, _ := p.ExitCode()
				note("end", fmt.Sprint(code, " ", errors.Is(err, startmethods.ErrServer), " ", err))
			}
			startmethods.StopServer()
			for i, text := range openDescriptors() {
				if i >= len(open) || text != open[i] {
					note("left open", text)
				}
			}
			for runtime.NumGoroutine() > goroutines {
				awaitTurn()
			}
			_, err = unix.Wait4(-1, nil, unix.WNOHANG, nil)
			note("children", fmt.Sprint(err))
		})
	}
}

func faulty(t *testing.T, method, step string) outcome {
	t.Helper()
	t.Setenv(methodVariable, method)
	t.Setenv("STARTMETHODS_TEST_STEP", fmt.Sprint(startmethods.Steps[step]))
	seen := performed(t, "fault")
	g := NewWithT(t)
	g.Expect(seen.status).To(Equal(0), seen.stderr)
	g.Expect(seen.stderr).To(BeEmpty())
	g.Expect(seen.notes(t, "left open")).To(BeEmpty())
	g.Expect(seen.notes(t, "children")).To(Equal([]string{unix.ECHILD.Error()}), "alive or zombies")
	return seen
}

func TestAChildThatIsKilledAtEachStepOfItsStart(t *testing.T) {
	const died, lost = `^-9 false <nil>$`, `^255 true .*victim.*fork server has ended`
	const refused = `^true .*start victim.*fork server has ended`
	tested := map[string]bool{}
	for _, c := range []struct{ method, step, file, pattern string }{
		{"spawn", "a spawned child knows who it is", "end", died},
		{"spawn", "a spawned child knows what to do", "end", died},
		{"spawn", "a spawned child has come to the guard", "end", died},
		{"fork", "a forked child has begun", "end", died},
		{"fork", "a forked child is about to run", "end", died},
		{"forkserver", "a forked child has begun", "end", died},
		{"forkserver", "a forked child is about to run", "end", died},
		{"forkserver", "a spawned child knows who it is", "start", refused},
		{"forkserver", "a spawned child knows what to do", "start", refused},
		{"forkserver", "a spawned child has come to the guard", "start", refused},
		{"forkserver", "a server is about to serve", "start", refused},
		{"forkserver", "a server waits", "start", refused},
		{"forkserver", "a server has been asked", "start", refused},
		{"forkserver", "a server has taken the request", "start", refused},
		{"forkserver", "a server has forked", "start", refused},
		{"forkserver", "a server has answered", "end", lost},
	} {
		tested[c.step] = true
		t.Run(c.method+", "+c.step, func(t *testing.T) {
			g := NewWithT(t)
			seen := faulty(t, c.method, c.step)
			g.Expect(seen.notes(t, c.file)).To(And(HaveLen(3), HaveEach(MatchRegexp(c.pattern))))
		})
	}
	NewWithT(t).Expect(tested).To(HaveLen(startmethods.LastStep-1), "each step is tested")
}
