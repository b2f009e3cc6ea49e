package startmethods_test

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

// countFor returns the first number, or the second if the tests should be short.
func countFor(many, few int) int {
	if testing.Short() {
		return few
	}
	return many
}

// withLoad runs a test while other goroutines allocate, lock and yield, so that forks happen during that and during garbage
// collections.
func withLoad(test func()) {
	var done atomic.Bool
	var load sync.WaitGroup
	var shared sync.Mutex
	kept := map[int][]byte{}
	for worker := range runtime.GOMAXPROCS(0) {
		load.Go(func() {
			for i := 0; !done.Load(); i++ {
				shared.Lock()
				kept[worker<<8|i&0xff] = make([]byte, 1<<10)
				shared.Unlock()
				runtime.Gosched()
			}
		})
	}
	test()
	done.Store(true)
	load.Wait()
}

func TestManyStartsUnderLoad(t *testing.T) {
	for _, method := range startmethods.Methods() {
		t.Run(method, func(t *testing.T) {
			var left atomic.Int64
			left.Store(int64(countFor(1000, 50)))
			withLoad(func() {
				var starters sync.WaitGroup
				for range 4 {
					starters.Go(func() {
						for n := left.Add(-1); n >= 0; n = left.Add(-1) {
							p := &startmethods.Process{Target: exitWith, Args: []any{int(n)}, Method: method}
							if err := p.Start(); err != nil {
								t.Error(err)
								return
							}
							if err := p.Join(context.Background()); err != nil {
								t.Error(err)
							}
							if code, _ := p.ExitCode(); code != int(n%100) {
								t.Errorf("process %d of %s ended with %d", n, method, code)
							}
						}
					})
				}
				starters.Wait()
			})
		})
	}
}

// exitWith exits with a status that depends on its argument.
var exitWith = startmethods.RegisterForked("exit with", func(call *startmethods.Call) (startmethods.ForkedRunner, error) {
	n, err := startmethods.Arg[int](call, 0)
	return &exitRunner{n % 100}, err
})

type exitRunner struct{ status int }

//go:nosplit
//go:norace
func (a *exitRunner) Run() int { return a.status }

func TestFiveHundredChildrenAtOnce(t *testing.T) {
	for _, method := range startmethods.Methods() {
		t.Run(method, func(t *testing.T) {
			if method == "spawn" && testing.Short() {
				t.Skip("needs the memory of 500 programs")
			}
			g := NewWithT(t)
			var processes []*startmethods.Process
			t.Cleanup(func() {
				for _, p := range processes {
					must(p.Kill())
				}
			})
			pids := map[int]bool{}
			for range 500 {
				p := &startmethods.Process{Target: hold, Method: method}
				if err := p.Start(); errors.Is(err, syscall.EAGAIN) {
					t.Skipf("the system has no room for more than %d processes like this: %v", len(processes), err)
				} else {
					g.Expect(err).NotTo(HaveOccurred())
				}
				processes = append(processes, p)
				pids[p.PID()] = true
			}
			g.Expect(pids).To(HaveLen(len(processes)))
			g.Expect(startmethods.ActiveChildren()).To(ContainElements(processes))
			for _, p := range processes {
				g.Expect(p.IsAlive()).To(BeTrue())
				g.Expect(p.Kill()).To(Succeed())
			}
			for _, p := range processes {
				g.Expect(p.Join(context.Background())).To(Succeed())
				code, _ := p.ExitCode()
				g.Expect(code).To(BeNumerically("<", 0))
			}
		})
	}
}
