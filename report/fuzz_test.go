package report

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

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
	control := regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)
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
