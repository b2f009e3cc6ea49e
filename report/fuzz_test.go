package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/stage"
)

// control matches characters that a page or a terminal obeys.
var control = regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

// FuzzLoad checks that every loaded report can be rendered, without control characters and scripts.
func FuzzLoad(f *testing.F) {
	golden, err := os.ReadFile(filepath.Join("testdata", "results.json.golden"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden)
	for _, seed := range []string{
		"", "null", "[]", `{"schema":1}`, `{"schema":2}`, `{"schema":"1"}`, "{\n\"schema\":1,\n\"results\":7}", `{"schema":1}{}`,
		`{"schema":1,"results":[{"behavior":"args-none-received","implementation":"a\u001b[2J","method":"x","verdict":"fail","reason":"\u202e<script>"}]}`,
		`{"schema":1,"results":[{"behavior":"<b>","implementation":"","method":"","verdict":"?","differs":{"pass":-1,"x":1}}]}`,
		`{"schema":1,"implementations":[{"id":"","executable":"\n","unavailable":"\u0000"}],"system":"\u2028"}`,
	} {
		f.Add([]byte(seed))
	}
	place := regexp.MustCompile(`^r\.json(:\d+: not a complete results file| has schema)`)
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := decode("r.json", text)
		if err != nil {
			if !place.MatchString(err.Error()) {
				t.Fatalf("an error without its file: %v", err)
			}
			return
		}
		r.Conclude()
		_ = r.Status()
		var out bytes.Buffer
		r.Text(&out, TextOptions{Width: 80, Matrix: MatrixAll, Details: true})
		markdown := r.Markdown()
		page, err := r.HTML()
		if err != nil {
			t.Fatal(err)
		}
		if control.Match(out.Bytes()) || control.MatchString(markdown+page) {
			t.Fatalf("control characters:\n%q\n%q\n%q", out.String(), markdown, page)
		}
		if strings.Contains(markdown, "<script") || strings.Count(page, "<script") != 1 {
			t.Fatalf("markup: %q\n%q", markdown, page)
		}
	})
}

// FuzzRecordingPage checks that every recording has a page, without control characters and scripts.
func FuzzRecordingPage(f *testing.F) {
	for _, seed := range []string{
		"{}", `{"events":[{"event":"a","pid":1,"ppid":2,"time":1e308},{"event":"ask","pid":2,"ppid":1,"time":-1e308,"data":{"child_pid":1e300,"x":"<script>"}}]}`,
		`{"first_pid":7,"exit":{"code":-9},"snapshots":[{"point":"\u202e","events":0,"processes":[{"pid":7,"ppid":7,"name":"<b>"}]},{"point":"x","events":9}]}`,
		`{"events":[{"event":"started","pid":1,"data":{"child":"<b>","child_pid":1}}],"survivors":[{"pid":3,"command":["\u0000"]}],"stdout":"\r\n\u001b[2J","stderr":"</pre>"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var r stage.Recording
		if json.Unmarshal(text, &r) != nil {
			return
		}
		page, err := recordingHTML("recordings/a/fork/b.json", []conformance.Result{{Behavior: "args-none-received", Verdict: conformance.Pass}}, &r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if control.MatchString(page) || strings.Contains(page, "<script") {
			t.Fatalf("%q", page)
		}
	})
}
