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

// testStage is the stage of one test.
type testStage struct {
	*Stage
	t    *testing.T
	mark string // a text in the environment of every process of the test
}

// open opens a stage. When the test ends, it closes the stage and checks that its folder is gone.
func open(t *testing.T, options Options) testStage {
	t.Helper()
	g := NewWithT(t)
	options.Folder = t.TempDir()
	mark := rand.Text()
	t.Setenv(markVariable, mark)
	s, err := Open(options)
	g.Expect(err).NotTo(HaveOccurred())
	t.Cleanup(func() {
		g.Expect(s.Close()).To(Succeed())
		g.Expect(os.ReadDir(options.Folder)).To(BeEmpty(), "the stage must leave no files")
	})
	return testStage{s, t, mark}
}

// task returns a task that runs a fake program.
func task(words ...string) Task {
	executable, err := os.Executable()
	if err != nil {
		panic(err)
	}
	return Task{
		Implementation: implementation.Implementation{
			ID: "fake-1", Module: "fake_module", Driver: append([]string{executable, fakeArgument}, words...),
		},
		Method: "spawn", Program: "a-program",
	}
}

// runFake runs a fake program and checks that it leaves no process and no file.
func (ts testStage) runFake(words ...string) *Recording {
	ts.t.Helper()
	r := ts.Run(ts.t.Context(), task(words...))
	ts.checkNothingLeft(r)
	return r
}

// checkNothingLeft checks that the runs left no process and no file.
func (ts testStage) checkNothingLeft(recordings ...*Recording) {
	ts.t.Helper()
	g := NewWithT(ts.t)
	entries, err := os.ReadDir(ts.folder)
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
	// On Linux, the environments of processes show leftovers independently of the recordings.
	paths, err := filepath.Glob("/proc/[0-9]*/environ")
	g.Expect(err).NotTo(HaveOccurred())
	for _, path := range paths {
		text, _ := os.ReadFile(path) // the process may have ended, or may belong to another user
		g.Expect(strings.Contains(string(text), markVariable+"="+ts.mark)).To(BeFalse(), path)
	}
}

// names lists the events with their roles.
func names(r *Recording) []string {
	var all []string
	for _, e := range r.Events {
		all = append(all, strings.TrimSpace(e.Event+" "+e.Role))
	}
	return all
}

// index returns the index of the n-th event with the name.
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
