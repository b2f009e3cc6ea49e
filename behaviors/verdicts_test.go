package behaviors_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/internal/verdicts"
	"github.com/singdance/singdance/stage"
)

// expectations returns the built-in known differences.
func expectations(t testing.TB) conformance.Expectations {
	t.Helper()
	all, err := conformance.LoadExpectations()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// goodScenes returns all good recordings, on Linux and as they would look on other systems.
func goodScenes(t testing.TB) mutation.Scenes {
	t.Helper()
	scenes, err := mutation.Good()
	if err != nil {
		t.Fatal(err)
	}
	return scenes
}

// keptScenes returns all kept recordings.
func keptScenes(t testing.TB) mutation.Scenes {
	t.Helper()
	scenes, err := mutation.Kept()
	if err != nil {
		t.Fatal(err)
	}
	return scenes
}

// good returns the good recording of a program by an implementation under a start method.
func good(t testing.TB, program, implementation, method string) *mutation.Recording {
	t.Helper()
	return mutation.By(implementation, program, method)[0].Load(t)
}

// find returns a behavior.
func find(t testing.TB, id string) conformance.Behavior {
	t.Helper()
	b, found := conformance.Find(id)
	if !found {
		t.Fatalf("no behavior has the ID %q", id)
	}
	return b
}

func TestVerdicts(t *testing.T) {
	files, err := verdicts.Files()
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range files {
		got, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v; run go generate ./...", err)
			continue
		}
		if line := firstDifference(string(got), want); line != "" {
			t.Errorf("%s does not hold the verdicts on the kept recordings: %s; if they are right, run go generate ./...", path, line)
		}
	}
	written, err := filepath.Glob("../fixtures/*/testdata/verdicts.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(written) != len(files) {
		t.Errorf("%d programs have verdicts.txt, and %d have recordings; remove the files of programs without recordings", len(written), len(files))
	}
}

// firstDifference describes the first line in which two texts differ, or returns "" if they are equal.
func firstDifference(got, want string) string {
	gotLines, wantLines := strings.Split(strings.ReplaceAll(got, "\r\n", "\n"), "\n"), strings.Split(want, "\n")
	recording := ""
	for n := range max(len(gotLines), len(wantLines)) {
		g, w := "the end of the file", "the end of the file"
		if n < len(gotLines) {
			g = gotLines[n]
		}
		if n < len(wantLines) {
			w = wantLines[n]
		}
		if g != w {
			return recording + ": the file has " + strings.TrimSpace(g) + ", the verdict is " + strings.TrimSpace(w)
		}
		if !strings.HasPrefix(w, " ") && w != "" {
			recording = w
		}
	}
	return ""
}

func TestEveryBehaviorPassesOnGoodRecordings(t *testing.T) {
	known := expectations(t)
	for _, scene := range goodScenes(t) {
		t.Run(scene.String(), func(t *testing.T) {
			r := scene.Load(t).Recording
			for _, b := range mutation.Judged(r) {
				checkGoodResult(t, b, r, conformance.Judge(b, r, known))
			}
		})
	}
}

// checkGoodResult checks the result of a behavior on a good recording: it passes, its failure is known, or it is absent.
// testdata/verdicts.txt says which of these it is.
func checkGoodResult(t *testing.T, b conformance.Behavior, r *stage.Recording, result conformance.Result) {
	t.Helper()
	g := gomega.NewWithT(t)
	g.Expect(result).To(gomega.And(
		gomega.HaveField("Behavior", b.ID), gomega.HaveField("Group", b.Group()), gomega.HaveField("Level", b.Level),
		gomega.HaveField("Implementation", r.Implementation.ID), gomega.HaveField("Method", r.Method),
	))
	switch result.Verdict {
	case conformance.Pass:
		g.Expect(result.Reason+result.URL).To(gomega.BeEmpty(), b.ID)
		g.Expect(result.Evidence).To(gomega.BeEmpty(), b.ID)
	case conformance.Known:
		g.Expect(result.Reason).NotTo(gomega.BeEmpty(), b.ID)
		g.Expect(result.URL).To(gomega.HavePrefix("https://"), b.ID)
		g.Expect(result.Evidence[0]).To(gomega.HavePrefix("seen: "), b.ID)
	case conformance.Absent:
		g.Expect(result.Reason).NotTo(gomega.BeEmpty(), b.ID)
	default:
		t.Errorf("%s is %s: %s", b.ID, result.Verdict, result.Reason)
	}
	if observed := b.Level == conformance.Observation && result.Verdict == conformance.Pass; observed != (result.Observed != "") {
		t.Errorf("%s observed %q", b.ID, result.Observed)
	}
}

// Each behavior must be judged on a good recording under each of its start methods. A start method does not count if the
// behavior applies to none of its good recordings, or if the judge itself, and not the program, says that there is nothing
// to judge; an example are helper processes under fork.
func TestEveryBehaviorIsJudgedUnderEachMethod(t *testing.T) {
	type key struct{ behavior, method string }
	judged, excused, applies, ever := map[key]bool{}, map[key]bool{}, map[key]bool{}, map[string]bool{}
	for _, scene := range goodScenes(t) {
		r := scene.Load(t).Recording
		for _, b := range mutation.Judged(r) {
			k := key{b.ID, r.Method}
			applies[k] = true
			result := conformance.Judge(b, r, nil)
			switch {
			case result.Verdict != conformance.Absent:
				judged[k], ever[b.ID] = true, true
			case !slices.Contains(reportedReasons(r), result.Reason):
				excused[k] = true
			}
		}
	}
	for _, b := range conformance.All() {
		methods := b.Methods
		if methods == nil {
			methods = []string{conformance.Spawn, conformance.Fork, conformance.Forkserver}
		}
		for _, method := range methods {
			if slices.Contains(b.NotUnder, method) {
				continue
			}
			if k := (key{b.ID, method}); !judged[k] && applies[k] && !excused[k] {
				t.Errorf("no good recording shows %s under %s", b.ID, method)
			}
			if k := (key{b.ID, method}); b.Requires == nil && !applies[k] {
				t.Errorf("there is no good recording of %s under %s for %s", b.Program, method, b.ID)
			}
		}
		if !ever[b.ID] {
			t.Errorf("%s is judged on no good recording", b.ID)
		}
	}
}

// reportedReasons returns the reasons that a program reported for what its implementation does not have.
func reportedReasons(r *stage.Recording) []string {
	var reasons []string
	for _, e := range r.Events {
		switch absent := e.Data["absent"].(type) {
		case string: // an attempt
			reasons = append(reasons, absent)
		case map[string]any: // the fields of an event
			for _, reason := range absent {
				if text, isText := reason.(string); isText {
					reasons = append(reasons, text)
				}
			}
		}
		if reason, isText := e.Data["reason"].(string); isText && e.Event == "absent" { // the whole program
			reasons = append(reasons, reason)
		}
	}
	return reasons
}

func TestAProgramThatIsAbsent(t *testing.T) {
	g := gomega.NewWithT(t)
	r := good(t, "sing-dance", "go", conformance.Spawn)
	r.Events = []stage.Event{{Event: "absent", Role: conformance.Main, Data: map[string]any{"reason": "it has no processes"}}}
	for _, b := range mutation.Judged(r.Recording) {
		result := conformance.Judge(b, r.Recording, nil)
		g.Expect(result.Verdict).To(gomega.Equal(conformance.Absent), b.ID)
		g.Expect(result.Reason).To(gomega.Equal("it has no processes"), b.ID)
	}
}

func TestAnAbsentParentProcess(t *testing.T) {
	g := gomega.NewWithT(t)
	r := good(t, "sing-dance", "cpython-3.12", conformance.Spawn)
	r.Implementation.Version = "3.7.16" // parent_process() is new in 3.8
	r.SetData("enter", "", "parent_process", "absent")
	for _, b := range mutation.Judged(r.Recording) {
		result := conformance.Judge(b, r.Recording, nil)
		if b.ID != "identity-parent-process-is-main" {
			g.Expect(result.Verdict).To(gomega.Equal(conformance.Pass), b.ID)
			continue
		}
		g.Expect(result.Verdict).To(gomega.Equal(conformance.Absent))
		g.Expect(result.Reason).To(gomega.ContainSubstring("parent_process()"))
		g.Expect(result.Evidence).To(gomega.BeEmpty())
	}
}

// A judge that has nothing to judge must say so instead of passing. In helper-processes under fork, verdicts.txt shows it.
func TestNoRefusedStart(t *testing.T) {
	g := gomega.NewWithT(t)
	r := good(t, "pickling", "cpython-3.12", conformance.Spawn)
	r.Each("attempt", conformance.Main, func(e *stage.Event) {
		if what, _ := e.Data["what"].(string); strings.HasPrefix(what, "start ") {
			e.Data["refused"] = false
		}
	})
	result := conformance.Judge(find(t, "pickle-refused-start-leaves-no-process"), r.Recording, nil)
	g.Expect(result.Verdict).To(gomega.Equal(conformance.Absent), result.Reason)
	g.Expect(result.Reason).NotTo(gomega.BeEmpty())
}

// A recording must be judged with the same words each time, so a judge must not depend on the order of a map. Recordings
// that have lost events show each judge that does.
func TestJudgingIsRepeatable(t *testing.T) {
	g := gomega.NewWithT(t)
	for _, scene := range goodScenes(t) {
		if scene.System != mutation.Linux {
			continue
		}
		r := scene.Load(t).Recording
		for _, events := range [][]stage.Event{r.Events, r.Events[:len(r.Events)/2], nil} {
			r.Events = events
			for _, b := range mutation.Judged(r) {
				first := conformance.Judge(b, r, nil)
				for range 8 {
					g.Expect(conformance.Judge(b, r, nil)).To(gomega.Equal(first), "%s of %s with %d events", b.ID, scene, len(events))
				}
			}
		}
	}
}
