package stage

import (
	"context"
	"testing"

	. "github.com/onsi/gomega"
)

func TestPerformAll(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	var tasks []Task
	for _, program := range []string{"a", "b", "c", "d", "e"} {
		one := task("body")
		one.Program = program
		tasks = append(tasks, one)
	}
	for _, jobs := range []int{-1, 1, 3, 100} {
		var programs []string // the race detector tells if done is called by two at a time
		var recordings []*Recording
		h.RunAll(t.Context(), tasks, jobs, func(r *Recording) {
			g.Expect(r.Outcome).To(Equal(Ended), r.Reason)
			programs = append(programs, r.Program)
			recordings = append(recordings, r)
		})
		g.Expect(programs).To(ConsistOf("a", "b", "c", "d", "e"))
		h.checkEmpty(recordings...)
	}
	h.RunAll(t.Context(), nil, 2, func(*Recording) { t.Error("there was nothing to perform") })
}

func TestPerformAllStopped(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	performed := 0
	h.RunAll(ctx, []Task{task("body"), task("body"), task("body"), task("body")}, 1, func(r *Recording) {
		performed++
		cancel()
	})
	g.Expect(performed).To(Equal(1))
	h.RunAll(ctx, []Task{task("body")}, 1, func(*Recording) { t.Error("it was stopped before") })
	g.Expect(h.runs.Load()).To(BeEquivalentTo(1), "nothing else was begun")
}
