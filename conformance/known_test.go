package conformance

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/stage"
)

// knownScenes are all recordings that are kept, those of known differences and the good ones.
func knownScenes(t *testing.T) map[string]*stage.Recording {
	t.Helper()
	recordings := map[string]*stage.Recording{}
	for _, s := range goodScenes(t) {
		recordings[s.name] = s.recording(t)
	}
	for _, file := range keptFiles(t, knownFolder) {
		recordings[file] = loadFile(t, file)
	}
	return recordings
}

// Without the expectation files exactly what is known is red, on every recording that is kept, and nothing else changes;
// and it is each entry's own doing.
func TestWithoutTheExpectationFilesExactlyWhatIsKnownIsRed(t *testing.T) {
	known := expectations(t)
	shown := map[string]bool{} // what an entry says of a behavior
	for name, r := range knownScenes(t) {
		for _, b := range concerned(r) {
			g := gomega.NewWithT(t)
			with, without := Judge(b, r, known), Judge(b, r, nil)
			if with.Verdict != Known {
				g.Expect(with).To(gomega.Equal(without), "%s: %s is not known, and another one without the entries", name, b.ID)
				g.Expect(with.Verdict).To(gomega.BeElementOf(Pass, Absent), "%s: %s: %s", name, b.ID, with.Reason)
				continue
			}
			g.Expect(without.Verdict.Unexpected()).To(gomega.BeTrue(), "%s: %s without the entries", name, b.ID)
			others := slices.Clone(known)
			for _, e := range known {
				if e.concerns(b.ID, r.Implementation, r.Method) && Judge(b, r, Expectations{e}).Verdict == Known {
					shown[e.of(b.ID)] = true
					others = slices.DeleteFunc(others, func(o Expectation) bool { return o.of(b.ID) == e.of(b.ID) })
				}
			}
			g.Expect(Judge(b, r, others)).To(gomega.Equal(without), "%s: %s without the entries of its own", name, b.ID)
		}
	}
	stale := maps.Clone(unshown)
	for _, e := range known {
		for _, id := range e.Behaviors {
			why, listed := unshown[e.of(id)]
			if !shown[e.of(id)] && !listed {
				t.Errorf("no kept recording shows %s", e.of(id))
			}
			if shown[e.of(id)] && listed {
				t.Errorf("a kept recording shows %s, of which is said: %s", e.of(id), why)
			}
			delete(shown, e.of(id))
			delete(stale, e.of(id))
		}
	}
	for of := range stale {
		t.Errorf("no entry says %s, of which is said that it is unshown", of)
	}
}

// of names what an entry says of a behavior.
func (e Expectation) of(id string) string { return fmt.Sprintf("%s of %s", id, e.Condition()) }

func TestTheKnownRecordingsAreAllThere(t *testing.T) {
	g := gomega.NewWithT(t)
	var expected []string
	for _, k := range keptKnown {
		for _, program := range k.programs {
			file := k.file(knownFolder, program)
			expected = append(expected, file)
			r := loadFile(t, file)
			g.Expect([]string{r.Method, r.Program}).To(gomega.Equal([]string{k.method, program}), file)
			g.Expect(r.Implementation.Matches(k.implementations)).To(gomega.BeTrue(), file)
			g.Expect(k.isOf(r)).To(gomega.BeTrue(), file)
		}
	}
	g.Expect(keptFiles(t, knownFolder)).To(gomega.ConsistOf(expected))
}

// Every entry is of some use: a recording that shows nothing else than others do is not kept.
func TestEachKnownRecordingShowsSomethingOfItsOwn(t *testing.T) {
	known := expectations(t)
	by := map[string][]string{} // what an entry says of a behavior → the recordings that show it
	files := keptFiles(t, knownFolder)
	for _, file := range files {
		r := loadFile(t, file)
		for _, b := range concerned(r) {
			for _, e := range known {
				if e.concerns(b.ID, r.Implementation, r.Method) && Judge(b, r, Expectations{e}).Verdict == Known {
					by[e.of(b.ID)] = append(by[e.of(b.ID)], file)
				}
			}
		}
	}
	needed := map[string]bool{}
	for _, showing := range by {
		if len(showing) == 1 {
			needed[showing[0]] = true
		}
	}
	for _, file := range files {
		if !needed[file] {
			t.Errorf("%s shows nothing of its own", file)
		}
	}
}
