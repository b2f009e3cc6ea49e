package ledger_test

import (
	"testing"

	"github.com/onsi/gomega"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/ledger"
)

// defect is an entry that is right: the sixth release of CPython 3 shows it.
func defect() conformance.Defect {
	return conformance.Defect{
		URL: "https://bugs.python.org/issue30589", Project: "cpython", Topic: "the exit code", Title: "The exit code is 255.",
		Affects: []string{"<3.7"}, Fixed: "3.7.0", Methods: []string{conformance.Forkserver},
		Seen: []conformance.Sight{{
			Behaviors: []string{"exitcode-abort"}, How: conformance.SeenAsKnown, By: []string{"cpython-3.6/forkserver"}, Text: "255",
		}},
	}
}

// observed is an entry that is right, and that an observation sees.
func observed() conformance.Defect {
	d := defect()
	d.Affects, d.Methods = []string{"<3.13"}, nil
	d.Seen = []conformance.Sight{{
		Behaviors: []string{"atexit-handler-order"}, How: conformance.SeenAsObservation, By: []string{"cpython-3.12/fork"}, Text: "^finalizer, thread$",
	}}
	return d
}

func verify(t *testing.T, d conformance.Defect) (ledger.Ledger, error) {
	t.Helper()
	known, err := conformance.LoadExpectations()
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Verify(conformance.Defects{d}, known)
}

func TestVerify(t *testing.T) {
	for name, c := range map[string]struct {
		d     conformance.Defect
		class ledger.Class
		by    string
	}{
		"a known difference": {defect(), ledger.Failure, "cpython-3.6.15"},
		"an observation":     {observed(), ledger.Observed, "cpython-3.12.1"},
	} {
		t.Run(name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			l, err := verify(t, c.d)
			g.Expect(err).NotTo(gomega.HaveOccurred())
			g.Expect(l.Entries).To(gomega.HaveLen(1))
			g.Expect(l.Entries[0].Class()).To(gomega.Equal(c.class))
			g.Expect(l.Entries[0].ShownBy).To(gomega.Equal([]string{c.by}))
			g.Expect(l.Count(c.class)).To(gomega.Equal(1))
		})
	}
}

func TestVerifyRefusesWhatNoRecordingShows(t *testing.T) {
	for name, c := range map[string]struct {
		d      func() conformance.Defect
		change func(d *conformance.Defect)
		says   string
	}{
		"no such recording":      {defect, func(d *conformance.Defect) { d.Seen[0].By[0] = "cpython-2.7/fork" }, "no recording cpython-2.7/fork of exit-codes is kept"},
		"a recording without it": {defect, func(d *conformance.Defect) { d.Affects, d.Seen[0].By[0] = []string{">3"}, "cpython-3.12/forkserver" }, "the verdict must be known; it is pass"},
		"another failure":        {defect, func(d *conformance.Defect) { d.Seen[0].Text = "254" }, `what is seen must match "254"`},
		"not a known difference": {defect, func(d *conformance.Defect) { d.Seen[0].How = conformance.SeenAsFailure }, "the verdict must be fail; it is known"},
		"another version":        {defect, func(d *conformance.Defect) { d.Affects = []string{"<3.6", ">=3.7"} }, "the version 3.6.15 is not in <3.6 or >=3.7"},
		"another system":         {defect, func(d *conformance.Defect) { d.Platforms = []string{"win32"} }, "the defect is not about linux"},
		"another start method":   {defect, func(d *conformance.Defect) { d.Methods = []string{"spawn"} }, "the defect is not about forkserver"},
		"another project":        {defect, func(d *conformance.Defect) { d.Project = "billiard" }, "a recording of cpython-3.6.15 shows nothing about billiard"},
		"no known difference":    {defect, func(d *conformance.Defect) { d.Seen[0].Behaviors[0] = "exitcode-zero-after-return" }, "no known difference is about exitcode-zero-after-return"},
		"text of a good release": {observed, func(d *conformance.Defect) { d.Seen[0].Text = "thread" }, `"thread" must tell the defect apart; it also matches "thread, atexit, finalizer" of cpython-3.15`},
	} {
		t.Run(name, func(t *testing.T) {
			d := c.d()
			c.change(&d)
			_, err := verify(t, d)
			gomega.NewWithT(t).Expect(err).To(gomega.MatchError(gomega.ContainSubstring(c.says)))
		})
	}
}

func TestClass(t *testing.T) {
	for class, d := range map[ledger.Class]conformance.Defect{
		ledger.OutOfReach: {NotSeen: "it needs another kernel"},
		ledger.NoBehavior: {NotYet: "a program could show it"},
		ledger.Unshown:    {Seen: []conformance.Sight{{Unshown: "no release could be installed"}}},
	} {
		gomega.NewWithT(t).Expect(ledger.Entry{Defect: d}.Class()).To(gomega.Equal(class))
	}
}
