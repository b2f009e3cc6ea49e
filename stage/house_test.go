package stage

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
)

// house is a stage of one test.
type house struct {
	*Stage
	t    *testing.T
	mark string
}

// open makes a stage, and sees to it that the test leaves nothing of it.
func open(t *testing.T, options Options) house {
	t.Helper()
	g := NewWithT(t)
	options.Folder = t.TempDir()
	mark := rand.Text()
	t.Setenv(markVariable, mark)
	s, err := Open(options)
	g.Expect(err).NotTo(HaveOccurred())
	t.Cleanup(func() {
		g.Expect(s.Close()).To(Succeed())
		g.Expect(os.ReadDir(options.Folder)).To(BeEmpty(), "the stage must leave nothing")
	})
	return house{s, t, mark}
}

// task is the performance of a scene.
func task(words ...string) Task {
	self, err := os.Executable()
	if err != nil {
		panic(err) // there is no test without it
	}
	return Task{
		Implementation: implementation.Implementation{
			ID: "fake-1", Module: "fakery", Driver: append([]string{self, playWord}, words...),
		},
		Method: "spawn", Program: "a-program",
	}
}

// perform performs a scene and checks that nothing of it is left.
func (h house) perform(words ...string) *Recording {
	h.t.Helper()
	r := h.Run(h.t.Context(), task(words...))
	h.checkEmpty(r)
	return r
}

// checkEmpty looks for what a run may have left.
func (h house) checkEmpty(recordings ...*Recording) {
	h.t.Helper()
	g := NewWithT(h.t)
	entries, err := os.ReadDir(h.folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(entries).To(HaveLen(1))
	g.Expect(entries[0].Name()).To(Equal("programs"))

	type identity struct {
		pid   int
		start int64
	}
	alive := map[identity]bool{}
	processes, err := platform.Processes()
	g.Expect(err).NotTo(HaveOccurred())
	for _, p := range processes {
		alive[identity{p.PID, p.Start}] = p.State == platform.Alive
	}
	for _, r := range recordings {
		for _, snapshot := range r.Snapshots {
			for _, p := range snapshot.Processes {
				g.Expect(alive).NotTo(HaveKeyWithValue(identity{p.PID, p.Start}, true), "%s %v", p.Name, p.Command)
			}
		}
		for _, p := range r.Survivors {
			g.Expect(alive).NotTo(HaveKeyWithValue(identity{p.PID, p.Start}, true), "%s %v", p.Name, p.Command)
		}
	}
	// Where the system shows environments, there is a witness that does not depend on what was recorded.
	paths, err := filepath.Glob("/proc/[0-9]*/environ")
	g.Expect(err).NotTo(HaveOccurred())
	for _, path := range paths {
		text, _ := os.ReadFile(path) // it may be gone, or another user's
		g.Expect(strings.Contains(string(text), markVariable+"="+h.mark)).To(BeFalse(), path)
	}
}

// names lists who told what.
func names(r *Recording) []string {
	var all []string
	for _, e := range r.Events {
		all = append(all, strings.TrimSpace(e.Event+" "+e.Role))
	}
	return all
}

// index is the place of the n-th event of that name.
func index(r *Recording, event string, n int) int {
	for i, e := range r.Events {
		if e.Event == event {
			if n--; n == 0 {
				return i
			}
		}
	}
	return -1
}
