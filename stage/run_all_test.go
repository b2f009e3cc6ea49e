package stage

import (
	"context"
	"testing"

	. "github.com/onsi/gomega"
)

func TestRunAll(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	var tasks []Task
	for _, program := range []string{"a", "b", "c", "d", "e"} {
		one := task("body")
		one.Program = program
		tasks = append(tasks, one)
	}
	for _, jobs := range []int{-1, 1, 3, 100} {
		var programs []string // the race detector reports it if two calls of done overlap
		var recordings []*Recording
		ts.RunAll(t.Context(), tasks, jobs, func(r *Recording) {
			g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
			programs = append(programs, r.Program)
			recordings = append(recordings, r)
		})
		g.Expect(programs).To(ConsistOf("a", "b", "c", "d", "e"))
		ts.checkNothingLeft(recordings...)
	}
	ts.RunAll(t.Context(), nil, 2, func(*Recording) { t.Error("done was called although there was no task") })
}

func TestRunAllStopped(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	runs := 0
	ts.RunAll(ctx, []Task{task("body"), task("body"), task("body"), task("body")}, 1, func(r *Recording) {
		runs++
		cancel()
	})
	g.Expect(runs).To(Equal(1))
	ts.RunAll(ctx, []Task{task("body")}, 1, func(*Recording) { t.Error("done was called although the context had ended") })
	g.Expect(ts.runs.Load()).To(BeEquivalentTo(1), "no other run must start")
}
