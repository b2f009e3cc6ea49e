//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/singdance/singdance/startmethods"
)

// Each benchmark measures a start method and the operation that limits it in turns, so that both run under the same load. It
// reports the ratio of the two medians. README.md lists the limits of the ratios.

// compared measures both functions in turns, and reports the ratio of their medians.
func compared(b *testing.B, limit, subject func() error) {
	b.Helper()
	var limits, subjects []time.Duration
	for b.Loop() {
		limits = append(limits, duration(b, limit))
		subjects = append(subjects, duration(b, subject))
	}
	b.ReportMetric(float64(median(subjects).Microseconds()), "µs/start")
	b.ReportMetric(float64(median(limits).Microseconds()), "µs/limit")
	b.ReportMetric(float64(median(subjects))/float64(median(limits)), "ratio")
	b.ReportMetric(0, "ns/op") // the sum of both means nothing
}

func duration(b *testing.B, what func() error) time.Duration {
	b.Helper()
	begun := time.Now()
	err := what()
	taken := time.Since(begun)
	if errors.Is(err, syscall.EAGAIN) {
		b.Skipf("the system has no room for so many processes: %v", err)
	}
	if err != nil {
		b.Fatal(err)
	}
	return taken
}

func median(durations []time.Duration) time.Duration {
	return slices.Sorted(slices.Values(durations))[len(durations)/2]
}

// execute runs this program, which exits at once.
func execute() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	command := exec.Command(self)
	command.Env = append(os.Environ(), exitVariable+"=1")
	return command.Run()
}

// startAndJoin returns a function that starts all children at the same time, and waits for them. They exit at once.
func startAndJoin(method string, count int) func() error {
	processes := make([]*startmethods.Process, 0, count)
	return func() error {
		var failure error
		processes = processes[:0]
		for range count {
			p := &startmethods.Process{Method: method}
			if failure = p.Start(); failure != nil {
				break
			}
			processes = append(processes, p)
		}
		for _, p := range processes {
			err := p.Join(context.Background())
			if code, _ := p.ExitCode(); code != 0 && err == nil {
				err = fmt.Errorf("%v", p)
			}
			failure = cmp.Or(failure, err)
		}
		return failure
	}
}

// withMemory repeats a benchmark with more and more memory that this process has written to.
func withMemory(b *testing.B, measure func(b *testing.B)) {
	for _, megabytes := range []int{0, 500, 2000} {
		b.Run(fmt.Sprintf("memory=%dMB", megabytes), func(b *testing.B) {
			ballast, err := syscall.Mmap(-1, 0, max(megabytes, 1)<<20, syscall.PROT_READ|syscall.PROT_WRITE,
				syscall.MAP_ANON|syscall.MAP_PRIVATE)
			if err != nil {
				b.Fatal(err)
			}
			for i := 0; i < megabytes<<20; i += os.Getpagesize() {
				ballast[i] = 1
			}
			measure(b)
			if err := syscall.Munmap(ballast); err != nil {
				b.Fatal(err)
			}
		})
	}
}

func BenchmarkSpawn(b *testing.B) {
	withMemory(b, func(b *testing.B) { compared(b, execute, startAndJoin("spawn", 1)) })
}

func BenchmarkFork(b *testing.B) {
	withMemory(b, func(b *testing.B) { compared(b, startmethods.BareFork, startAndJoin("fork", 1)) })
}

func BenchmarkForkserver(b *testing.B) {
	withMemory(b, func(b *testing.B) { compared(b, startmethods.BareFork, startAndJoin("forkserver", 1)) })
}

// BenchmarkAtOnce compares children at the same time with the same number of children one after another.
func BenchmarkAtOnce(b *testing.B) {
	for _, method := range startmethods.Methods() {
		for count := 1; count <= 256; count *= 4 {
			b.Run(fmt.Sprintf("%s/children=%d", method, count), func(b *testing.B) {
				one := startAndJoin(method, 1)
				oneByOne := func() error {
					for range count {
						if err := one(); err != nil {
							return err
						}
					}
					return nil
				}
				compared(b, oneByOne, startAndJoin(method, count))
			})
		}
	}
}
