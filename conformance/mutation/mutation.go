// Package mutation tests judges: it changes one thing in a good recording and checks which behaviors notice.
//
// Every behavior needs a mutant that fails it, or for an observation one that changes it. A mutant names all behaviors that
// must fail on it. All others that are judged on the same recording must pass.
package mutation

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/stage"
)

// Mutant is a wrong recording: a good one in which one thing is changed.
type Mutant struct {
	Name   string // what is wrong, as a sentence
	In     Scenes // the good recordings in which it is changed, one after the other
	Change func(r *Recording)

	// Fails holds each behavior that must fail, with a part of the reason that it must give. A behavior that does not apply
	// to one of the recordings is not expected to fail on that one.
	Fails map[string]string
	// Changes lists the observations that must differ from those of the good recording.
	Changes []string
}

// caught holds the behaviors that a mutant was caught by in this test binary.
var caught struct {
	sync.Mutex
	ids map[string]bool
}

// Check runs each mutant on each of its recordings as a subtest.
func Check(t *testing.T, mutants ...Mutant) {
	t.Helper()
	for _, m := range mutants {
		if len(m.In) == 0 {
			t.Errorf("the mutant %q has no recordings", m.Name)
		}
		for _, scene := range m.In {
			t.Run(m.Name+" in "+scene.String(), func(t *testing.T) { m.check(t, scene) })
		}
	}
}

// CheckFails runs a mutant that fails one behavior, with a part of the reason.
func CheckFails(t *testing.T, name string, in Scenes, change func(r *Recording), id, reason string) {
	t.Helper()
	Check(t, Mutant{Name: name, In: in, Change: change, Fails: map[string]string{id: reason}})
}

// CheckChanges runs a mutant that changes one observation.
func CheckChanges(t *testing.T, name string, in Scenes, change func(r *Recording), id string) {
	t.Helper()
	Check(t, Mutant{Name: name, In: in, Change: change, Changes: []string{id}})
}

func (m Mutant) check(t *testing.T, scene Scene) {
	t.Helper()
	good, wrong := scene.Load(t), scene.Load(t)
	m.Change(wrong)
	var failed, wanted, changed []string
	for _, b := range Judged(wrong.Recording) {
		before, after := conformance.Judge(b, good.Recording, nil), conformance.Judge(b, wrong.Recording, nil)
		if after.Verdict == conformance.Error {
			t.Errorf("%s: %s", b.ID, after.Reason)
		}
		if b.Level == conformance.Observation {
			if after.Verdict != before.Verdict || after.Observed != before.Observed {
				changed = append(changed, b.ID)
			}
			continue
		}
		reason, expected := m.Fails[b.ID]
		if before.Verdict != conformance.Pass {
			// If a behavior fails on the good recording too, it cannot show that the mutant is caught.
			if before.Verdict != conformance.Absent && after.Verdict == conformance.Pass {
				t.Errorf("%s passes on the mutant and not on the good recording (%s: %s)", b.ID, before.Verdict, before.Reason)
			}
			continue
		}
		if expected {
			wanted = append(wanted, b.ID)
		}
		if after.Verdict == conformance.Pass {
			continue
		}
		failed = append(failed, b.ID)
		if after.Verdict != conformance.Fail {
			t.Errorf("%s must fail, and is %s: %s", b.ID, after.Verdict, after.Reason)
		}
		if expected && !strings.Contains(after.Reason, reason) {
			t.Errorf("%s must fail with %q; its reason is %q", b.ID, reason, after.Reason)
		}
		if !expected {
			t.Errorf("%s must pass; it failed: %s", b.ID, after.Reason)
		}
	}
	for _, id := range wanted {
		if !slices.Contains(failed, id) {
			t.Errorf("%s must fail; it passed", id)
		}
	}
	for _, id := range m.Changes {
		if !slices.Contains(changed, id) {
			t.Errorf("the observation %s must change; it did not", id)
		}
	}
	for _, id := range changed {
		if !slices.Contains(m.Changes, id) {
			b, _ := conformance.Find(id)
			t.Errorf("the observation %s must not change; it is now %q", id, conformance.Judge(b, wrong.Recording, nil).Observed)
		}
	}
	if t.Failed() {
		return
	}
	caught.Lock()
	defer caught.Unlock()
	if caught.ids == nil {
		caught.ids = map[string]bool{}
	}
	for _, id := range slices.Concat(failed, changed) {
		caught.ids[id] = true
	}
}

// Main runs the tests of a group's package and then checks that every behavior of the group was caught by a mutant. Without
// this check, a judge that cannot fail could be added. It is skipped when -run or -skip selects some of the tests.
func Main(m *testing.M, group string) {
	status := m.Run()
	if status == 0 && !selected() {
		if missing := uncaught(group); len(missing) > 0 {
			fmt.Fprintf(os.Stderr, "no mutant is caught by %s: add one to the tests of behaviors/%s\n", strings.Join(missing, ", "), group)
			status = 1
		}
	}
	os.Exit(status)
}

// selected reports whether only some of the tests were run.
func selected() bool {
	for _, name := range []string{"test.run", "test.skip", "test.list"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return true
		}
	}
	return false
}

func uncaught(group string) []string {
	var missing []string
	for _, g := range conformance.Groups() {
		for _, b := range g.Behaviors() {
			if g.Name == group && !caught.ids[b.ID] {
				missing = append(missing, b.ID)
			}
		}
	}
	return missing
}

// Judged returns the behaviors that are judged on a recording.
func Judged(r *stage.Recording) []conformance.Behavior {
	return slices.DeleteFunc(conformance.All(), func(b conformance.Behavior) bool {
		return b.Program != r.Program || !b.AppliesTo(r.Implementation, r.Method)
	})
}

// Scene is a good recording: a kept one, or one that was derived from a kept one and looks as it would on another
// system.
type Scene struct {
	File   kept.File
	System System
}

// String names the scene in messages.
func (s Scene) String() string {
	if s.System == Linux {
		return s.File.String()
	}
	return s.File.String() + " " + string(s.System)
}

// Load reads the recording for a test.
func (s Scene) Load(t testing.TB) *Recording {
	t.Helper()
	r, err := s.Read()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Read reads the recording.
func (s Scene) Read() (*Recording, error) {
	r, err := s.File.Load()
	if err != nil {
		return nil, err
	}
	recording := &Recording{r}
	s.System.apply(recording)
	return recording, nil
}

// Good returns all good recordings, on Linux and as they would look on other systems.
func Good() (Scenes, error) {
	files, err := kept.Files(kept.Good)
	if err != nil {
		return nil, err
	}
	var scenes Scenes
	for _, file := range files {
		for _, system := range Systems(file.Implementation, file.Method) {
			scenes = append(scenes, Scene{File: file, System: system})
		}
	}
	return scenes, nil
}

// Kept returns all kept recordings: the good ones, and those that show known differences.
func Kept() (Scenes, error) {
	scenes, err := Good()
	if err != nil {
		return nil, err
	}
	files, err := kept.Files(kept.Known)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		scenes = append(scenes, Scene{File: file})
	}
	return scenes, nil
}

// Scenes is a list of good recordings.
type Scenes []Scene

// In returns the good recordings of a program by CPython 3.12 under the start methods, all three if none is named.
func In(program string, methods ...string) Scenes { return By("cpython-3.12", program, methods...) }

// By returns the good recordings of a program by an implementation, such as cpython-3.15 or go.
func By(implementation, program string, methods ...string) Scenes {
	if methods == nil {
		methods = []string{conformance.Spawn, conformance.Fork, conformance.Forkserver}
	}
	var scenes Scenes
	for _, method := range methods {
		scenes = append(scenes, Scene{File: kept.File{Program: program, Kind: kept.Good, Implementation: implementation, Method: method}})
	}
	return scenes
}

// On returns the scenes as they would look on another system.
func (s Scenes) On(system System) Scenes {
	changed := slices.Clone(s)
	for n := range changed {
		changed[n].System = system
	}
	return changed
}
