package behaviors_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// hostile is text with which a program could take over a reader's terminal, or fill it.
var hostile = "\x1b[2J\x1b]0;title\a\r\n\x00\b\x7f\u009b31m\u202eturned\u2028" + strings.Repeat("long 唱歌 ", 100) + "\xff"

// harmful reports whether a character moves the cursor, starts a control sequence, ends a line or changes the direction of text.
func harmful(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
}

// The longest lines and lists of a result.
const (
	maxReason   = 300
	maxDetail   = 2000 // the whole value of a failure, in its evidence
	maxEvidence = 400  // lines
)

// hostileChanges put hostile text into each part of a recording.
var hostileChanges = map[string]func(r *mutation.Recording){
	"stdout": func(r *mutation.Recording) { r.Stdout = strings.Repeat(hostile, 20) },
	"stderr": func(r *mutation.Recording) { r.Stderr = strings.Repeat(hostile+"\n", 50) },
	"events": func(r *mutation.Recording) {
		for n := range r.Events {
			r.Events[n].Event += hostile
			r.Events[n].Role += hostile
			r.Events[n].Data = map[string]any{hostile: hostile}
		}
	},
	"data": func(r *mutation.Recording) {
		for _, e := range r.Events {
			for field := range e.Data {
				if field != "what" && field != "types" {
					e.Data[field] = hostile
				}
			}
		}
		r.SetData("error", "", "types", []any{hostile})
		r.SetData("attempt", "", "types", []any{hostile})
	},
	"exit codes": func(r *mutation.Recording) {
		r.SetData("exit", conformance.Main, "exitcodes", map[string]any{hostile: hostile, "sing": 0.0})
	},
	"processes": func(r *mutation.Recording) {
		p := platform.Process{PID: 7, PPID: 1, State: platform.Alive, Name: hostile, Command: []string{hostile, hostile}}
		for n := range r.Snapshots {
			r.Snapshots[n].Processes = append(r.Snapshots[n].Processes, slices.Repeat([]platform.Process{p}, 100)...)
		}
		r.Survivors = append(r.Survivors, slices.Repeat([]platform.Process{p}, 100)...)
	},
	"implementation": func(r *mutation.Recording) {
		i := &r.Implementation
		i.Default, i.Module, i.Version, i.Platform = hostile, hostile, hostile, hostile
		i.Methods = []string{hostile}
		r.System = hostile
	},
	"crash":   func(r *mutation.Recording) { r.Outcome, r.Reason = stage.Crashed, hostile },
	"timeout": func(r *mutation.Recording) { r.Outcome, r.Reason = stage.Timeout, hostile },
	"stopped": func(r *mutation.Recording) { r.Outcome, r.Reason = stage.Stopped, hostile },
	"unknown": func(r *mutation.Recording) { r.Outcome = stage.Outcome(hostile) },
}

// Whatever a program reports, the results must be safe to print.
func TestResultsAreHarmless(t *testing.T) {
	for name, change := range hostileChanges {
		t.Run(name, func(t *testing.T) {
			for _, scene := range goodScenes(t) {
				if scene.System != mutation.Linux {
					continue
				}
				r := scene.Load(t)
				change(r)
				for _, b := range conformance.All() {
					if b.Program == r.Program {
						checkHarmless(t, scene.String(), conformance.Judge(b, r.Recording, nil))
					}
				}
			}
		})
	}
}

func checkHarmless(t *testing.T, recording string, result conformance.Result) {
	t.Helper()
	for _, f := range result.Failures {
		if strings.ContainsFunc(f.Want+f.Got+f.Detail, harmful) {
			t.Fatalf("%s, %s: a failure is harmful: %.100q", recording, result.Behavior, f)
		}
	}
	for n, line := range append([]string{result.Reason, result.Observed}, result.Evidence...) {
		if strings.ContainsFunc(line, harmful) {
			t.Fatalf("%s, %s: a line is harmful: %.100q", recording, result.Behavior, line)
		}
		limit := maxReason + 1
		if n >= 2 && strings.HasPrefix(line, "      ") {
			limit = maxDetail + 10
		}
		if length := len([]rune(line)); length > limit {
			t.Fatalf("%s, %s: a line has %d characters: %.100q", recording, result.Behavior, length, line)
		}
	}
	if len(result.Evidence) > maxEvidence {
		t.Fatalf("%s, %s: the evidence has %d lines", recording, result.Behavior, len(result.Evidence))
	}
}

// checkJudges judges all behaviors on a text that may be a recording. A judge must not panic on it: whatever an
// implementation reports leads to a verdict on the implementation.
func checkJudges(t *testing.T, content []byte, known conformance.Expectations) {
	t.Helper()
	var r stage.Recording
	if json.Unmarshal(content, &r) != nil {
		return // stage.Load refuses it
	}
	outcomes := []stage.Outcome{stage.Ended, stage.Crashed, stage.Timeout, stage.Stopped}
	for _, b := range conformance.All() {
		b.AppliesTo(r.Implementation, r.Method)
		if b.Program != r.Program && r.Program != "" {
			continue // a plan judges a behavior only on recordings of its program
		}
		result := conformance.Judge(b, &r, known)
		if result.Verdict == conformance.Error && slices.Contains(outcomes, r.Outcome) {
			t.Errorf("%s: %s\n%s", b.ID, result.Reason, content)
		}
		if !slices.Contains(conformance.Verdicts(), result.Verdict) {
			t.Errorf("%s: the verdict %q\n%s", b.ID, result.Verdict, content)
		}
		for _, line := range append(result.Evidence, result.Reason, result.Observed) {
			if strings.ContainsFunc(line, harmful) {
				t.Errorf("%s: a line is harmful: %.100q\n%s", b.ID, line, content)
			}
		}
	}
}

// wrongValues replace the values of a recording.
var wrongValues = []any{nil, true, 0.0, -1.0, 1e300, "", "main", hostile, []any{}, []any{nil, "x", 1.0}, map[string]any{}}

// replace replaces the value number n of a document, counted from the outside. It reports whether there is one.
func replace(document any, n *int, value any) (any, bool) {
	if *n == 0 {
		return value, true
	}
	*n--
	switch d := document.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(d)) {
			if inner, done := replace(d[key], n, value); done {
				d[key] = inner
				return d, true
			}
		}
	case []any:
		for m := range d {
			if inner, done := replace(d[m], n, value); done {
				d[m] = inner
				return d, true
			}
		}
	}
	return document, false
}

// content returns the text of a kept recording.
func content(t testing.TB, scene mutation.Scene) []byte {
	t.Helper()
	root, err := kept.Root()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(scene.File.Path(root))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Each value in recordings of some programs is replaced by two wrong ones.
func TestNoJudgePanics(t *testing.T) {
	known := expectations(t)
	for _, scene := range slices.Concat(
		mutation.In("sing-dance", conformance.Spawn), mutation.In("set-start-method", conformance.Spawn),
		mutation.In("sing-dance-sys-exit", conformance.Fork), mutation.In("sing-dance-kwargs", conformance.Fork),
		mutation.In("sing-dance-unguarded", conformance.Spawn), mutation.In("sing-dance-unguarded-set-method", conformance.Fork),
	) {
		text := content(t, scene)
		for n := 0; ; n++ {
			more := false
			for m, value := range wrongValues {
				if m != n%len(wrongValues) && m != (n+4)%len(wrongValues) {
					continue // in a whole recording, each of the values replaces many
				}
				var document any
				if err := json.Unmarshal(text, &document); err != nil {
					t.Fatal(err)
				}
				at := n
				if document, more = replace(document, &at, value); !more {
					break
				}
				changed, err := json.Marshal(document)
				if err != nil {
					t.Fatal(err)
				}
				checkJudges(t, changed, known)
			}
			if !more {
				break
			}
		}
	}
}

// FuzzJudge judges recordings whose text, and one of whose values, is changed at random. On a recording without a program,
// every behavior is judged.
func FuzzJudge(f *testing.F) {
	for n, scene := range goodScenes(f) {
		if scene.System != mutation.Linux {
			continue
		}
		text := content(f, scene)
		f.Add(text, uint16(0), uint8(0))
		f.Add(text, uint16(40+7*n), uint8(n))
	}
	for _, seed := range []string{
		`{}`,
		`{"outcome":"ended","beats":-1}`,
		`{"outcome":"ended","beats":1,"events":[{"event":"attempt","role":"main","data":{"what":"set again","refused":"yes","types":[1,null]}}]}`,
		`{"outcome":"ended","events":[{"event":"methods","role":"main","data":{"methods":[1,null,[]],"chosen":{}}}]}`,
		`{"outcome":"ended","events":[{"event":"methods","role":"main","data":{"methods":7}},{"event":"enter","role":"child","data":{"args":null}}]}`,
		`{"outcome":"ended","events":[{"event":"exit","role":"main","data":{"exitcodes":[]}}],"snapshots":[{"point":"together","processes":null}]}`,
		`{"outcome":"ended","method":"forkserver","snapshots":[{"point":"together","processes":[{"pid":0,"ppid":0,"state":"alive"}]}]}`,
	} {
		f.Add([]byte(seed), uint16(0), uint8(0))
	}
	known := expectations(f)
	f.Fuzz(func(t *testing.T, text []byte, where uint16, which uint8) {
		var document any
		if where > 0 && json.Unmarshal(text, &document) == nil {
			n := int(where)
			document, _ = replace(document, &n, wrongValues[int(which)%len(wrongValues)])
			changed, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			text = changed
		}
		checkJudges(t, text, known)
	})
}
