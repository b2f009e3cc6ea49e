package conformance

import (
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// The documentation speaks of released versions, and a prerelease of 3.14 is documented as 3.14 is: CPython's change to
// forkserver (gh-84559) came before 3.14.0a1. The one to spawn on macOS (bpo-33725) came between 3.8.0a4 and 3.8.0b1; a
// 3.8 alpha that forks there differs from what 3.8 documents.
func TestDocumentedDefault(t *testing.T) {
	with, without := []string{fork, spawn, forkserver}, []string{fork, spawn}
	for _, c := range []struct {
		platform, version string
		methods           []string
		expected          string
	}{
		{"win32", "3.6.15", []string{spawn}, spawn},
		{"win32", "3.13.0", []string{spawn}, spawn},
		{"win32", "3.14.0", []string{spawn}, spawn},
		{"win32", "3.15.0a1", []string{spawn}, spawn},

		{"darwin", "3.6.15", with, fork},
		{"darwin", "3.7.17", with, fork},
		{"darwin", "3.8.0a4", with, spawn},
		{"darwin", "3.8.0rc1", with, spawn},
		{"darwin", "3.8.0", with, spawn},
		{"darwin", "3.13.7", with, spawn},
		{"darwin", "3.14.0rc1", with, spawn},
		{"darwin", "3.14.0", with, spawn},
		{"darwin", "3.15.2", with, spawn},

		{"linux", "3.6.15", with, fork},
		{"linux", "3.8.0", with, fork},
		{"linux", "3.13.0rc1", with, fork},
		{"linux", "3.13.11", with, fork},
		{"linux", "3.14.0a1", with, forkserver},
		{"linux", "3.14.0rc1", with, forkserver},
		{"linux", "3.14.0", with, forkserver},
		{"linux", "3.14.10", with, forkserver},
		{"linux", "3.15.0a1", with, forkserver},
		{"linux", "3.15.2", with, forkserver},

		{"freebsd", "3.11.9", with, fork},
		{"freebsd", "3.14.0", with, forkserver},
		{"openbsd", "3.13.1", without, fork},
		{"openbsd", "3.14.0", without, spawn}, // without forkserver
		{"linux", "3.14.2", without, spawn},
	} {
		i := implementation.Implementation{Module: "multiprocessing", Platform: c.platform, Version: c.version, Methods: c.methods}
		if got := documentedDefault(i); got != c.expected {
			t.Errorf("%s, %s, %v: %q instead of %q", c.platform, c.version, c.methods, got, c.expected)
		}
		b, _ := Find("default-method")
		if reason := b.Concerns(i, spawn); reason != "" {
			t.Errorf("%s, %s: it does not concern it: %s", c.platform, c.version, reason)
		}
		for _, method := range with {
			i.Default = method
			verdict := Judge(b, &stage.Recording{Implementation: i, Outcome: stage.Ended}, nil).Verdict
			if (verdict == Pass) != (method == c.expected) {
				t.Errorf("%s, %s: %s where the default is %s", c.platform, c.version, verdict, method)
			}
		}
	}
}

func TestForkserverIsAskedForWhereDescriptorsCanBePassed(t *testing.T) {
	b, _ := Find("methods-complete")
	for descriptors, expected := range map[any]Verdict{true: Fail, false: Pass, nil: Pass} {
		r := load(t, "cpython-3.12/fork/choose-method")
		said(r, "offer", main, "methods", []any{fork, spawn})
		said(r, "offer", main, "descriptors", descriptors)
		gomega.NewWithT(t).Expect(Judge(b, r, nil).Verdict).To(gomega.Equal(expected), "descriptors: %v", descriptors)
	}
}

func TestDocumentedDefaultOfOtherModules(t *testing.T) {
	g := gomega.NewWithT(t)
	b, _ := Find("default-method")
	for platform, expected := range map[string]string{"linux": fork, "freebsd": fork, "darwin": spawn, "win32": spawn} {
		own := implementation.Implementation{Module: "startmethods", Platform: platform, Version: "1.26.1", Methods: []string{spawn, fork, forkserver}}
		g.Expect(documentedDefault(own)).To(gomega.Equal(expected), platform)
		own.Methods = []string{spawn}
		g.Expect(documentedDefault(own)).To(gomega.Equal(spawn), "where there is no fork")
		g.Expect(b.Concerns(own, spawn)).To(gomega.BeEmpty())
	}
	for _, module := range []string{"billiard", "loky", ""} {
		other := implementation.Implementation{Module: module, Platform: "linux", Version: "3.12.1", Methods: []string{fork}}
		g.Expect(documentedDefault(other)).To(gomega.BeEmpty())
		g.Expect(b.Concerns(other, fork)).To(gomega.Equal("no documented default is known for " + module))
	}
}

func TestWhatDoesNotConcernAnImplementation(t *testing.T) {
	g := gomega.NewWithT(t)
	cpython := load(t, "cpython-3.12/fork/choose-method").Implementation
	own := load(t, "go/spawn/choose-method").Implementation
	concerns := func(id string, i implementation.Implementation, method string) string {
		b, found := Find(id)
		g.Expect(found).To(gomega.BeTrue(), id)
		return b.Concerns(i, method)
	}
	g.Expect(concerns("choice-unavailable", cpython, fork)).To(gomega.Equal("spawn, fork and forkserver are all available"))
	g.Expect(concerns("methods-complete", own, spawn)).To(gomega.Equal("it is about multiprocessing and its descendants"))
	g.Expect(concerns("methods-complete", cpython, spawn)).To(gomega.BeEmpty())
	g.Expect(concerns("ppid-server", cpython, fork)).To(gomega.Equal("it is about other start methods"))
	g.Expect(concerns("ppid-parent", cpython, forkserver)).To(gomega.Equal("it is about other start methods"))
	g.Expect(concerns("guard-fork", cpython, spawn)).To(gomega.Equal("it is about other start methods"))
	for _, b := range All() {
		if strings.HasPrefix(b.ID, "guard-") && len(b.Methods) > 0 {
			g.Expect(b.Concerns(cpython, "loky")).NotTo(gomega.BeEmpty(), b.ID)
		}
	}
}

// A driver of another language is not judged by what multiprocessing documents, whatever its versions are.
func TestWhatConcernsPythonsOnly(t *testing.T) {
	g := gomega.NewWithT(t)
	node := implementation.Implementation{
		Interpreter: "node", Version: "26.1.0", Module: "child_process", Platform: "linux", Methods: []string{spawn, fork},
	}
	for _, id := range []string{"methods-complete", "helpers-by-method", "threads-warning"} {
		b, found := Find(id)
		g.Expect(found).To(gomega.BeTrue(), id)
		g.Expect(b.Concerns(node, fork)).To(gomega.Equal("it is about multiprocessing and its descendants"), id)
		for _, interpreter := range pythons {
			python := node
			python.Interpreter, python.Version = interpreter, "3.13.0"
			g.Expect(b.Concerns(python, fork)).To(gomega.BeEmpty(), "%s of %s", id, interpreter)
		}
	}
	g.Expect(pythonBefore("3.8", implementation.Implementation{Interpreter: "node", Version: "2.1"})).To(gomega.BeFalse())
}
