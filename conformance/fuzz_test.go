package conformance

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/singdance/singdance/stage"
)

// judged judges all behaviors on what is hardly a recording any more. No judge may fail by itself on it: whatever an
// implementation says is that implementation's, and must come out as a verdict on it.
func judged(t *testing.T, content []byte, known Expectations) {
	t.Helper()
	var r stage.Recording
	if json.Unmarshal(content, &r) != nil {
		return // stage.Load refuses it
	}
	outcomes := []stage.Outcome{stage.Ended, stage.Crashed, stage.Timeout, stage.Stopped}
	for _, b := range All() {
		b.Concerns(r.Implementation, r.Method)
		if b.Program != r.Program && r.Program != "" {
			continue // a plan judges a recording for its own program only
		}
		result := Judge(b, &r, known)
		if result.Verdict == Error && slices.Contains(outcomes, r.Outcome) {
			t.Errorf("%s: %s\n%s", b.ID, result.Reason, content)
		}
		if !slices.Contains(Verdicts(), result.Verdict) {
			t.Errorf("%s: the verdict %q\n%s", b.ID, result.Verdict, content)
		}
		for _, line := range append(result.Evidence, result.Observed) {
			if strings.ContainsFunc(line, harmful) {
				t.Errorf("%s: a line that is not harmless: %.100q\n%s", b.ID, line, content)
			}
		}
	}
}

// others are values that stand where another one is expected.
var others = []any{nil, true, 0.0, -1.0, 1e300, "", "main", hostile, []any{}, []any{nil, "x", 1.0}, map[string]any{}}

// replaced is the recording with its n-th value, counted from the outside, replaced. It says whether there is an n-th.
func replaced(document any, n *int, value any) (any, bool) {
	if *n == 0 {
		return value, true
	}
	*n--
	switch d := document.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(d)) {
			if inner, done := replaced(d[key], n, value); done {
				d[key] = inner
				return d, true
			}
		}
	case []any:
		for m := range d {
			if inner, done := replaced(d[m], n, value); done {
				d[m] = inner
				return d, true
			}
		}
	}
	return document, false
}

// Each value of a recording of every program is replaced by what does not belong there.
func TestNoJudgeFailsByItself(t *testing.T) {
	known := expectations(t)
	for _, name := range append(of("sing-dance", spawn), of("choose-method", spawn)[0], of("sing-dance-exit", fork)[0],
		of("sing-dance-kwargs", fork)[0], of(unguarded, spawn)[0], of(unguardedChoice, fork)[0]) {
		content, err := os.ReadFile(goodFile(name))
		if err != nil {
			t.Fatal(err)
		}
		for n := 0; ; n++ {
			more := false
			for m, value := range others {
				if m != n%len(others) && m != (n+4)%len(others) {
					continue // two of the values in each place: over a whole recording, each in many places
				}
				var document any
				if err := json.Unmarshal(content, &document); err != nil {
					t.Fatal(err)
				}
				at := n
				if document, more = replaced(document, &at, value); !more {
					break
				}
				changed, err := json.Marshal(document)
				if err != nil {
					t.Fatal(err)
				}
				judged(t, changed, known)
			}
			if !more {
				break
			}
		}
	}
}

// FuzzJudge judges recordings that are changed at random: their text, and one of their values. Without a program, every
// behavior is judged.
func FuzzJudge(f *testing.F) {
	for n, name := range goodNames(f) {
		content, err := os.ReadFile(goodFile(name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content, uint16(0), uint8(0))
		f.Add(content, uint16(40+7*n), uint8(n))
	}
	for _, seed := range []string{
		`{}`,
		`{"outcome":"ended","beats":-1}`,
		`{"outcome":"ended","beats":1,"events":[{"event":"attempt","role":"main","data":{"what":"again","refused":"yes","types":[1,null]}}]}`,
		`{"outcome":"ended","events":[{"event":"offer","role":"main","data":{"methods":[1,null,[]],"chosen":{}}}]}`,
		`{"outcome":"ended","events":[{"event":"offer","role":"main","data":{"methods":7}},{"event":"enter","role":"child","data":{"args":null}}]}`,
		`{"outcome":"ended","events":[{"event":"exit","role":"main","data":{"exitcodes":[]}}],"snapshots":[{"point":"together","processes":null}]}`,
		`{"outcome":"ended","method":"forkserver","snapshots":[{"point":"together","processes":[{"pid":0,"ppid":0,"state":"alive"}]}]}`,
	} {
		f.Add([]byte(seed), uint16(0), uint8(0))
	}
	known, err := LoadExpectations()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte, where uint16, which uint8) {
		var document any
		if where > 0 && json.Unmarshal(content, &document) == nil {
			n := int(where)
			document, _ = replaced(document, &n, others[int(which)%len(others)])
			changed, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			content = changed
		}
		judged(t, content, known)
	})
}
