package stage

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// However an event file is cut into pieces, the same is read from it.
func FuzzFeed(f *testing.F) {
	good := `{"run":"t","event":"enter","role":"sing","pid":5,"ppid":4,"time":1.5,"data":{"args":["唱",null,-7]}}` + "\n"
	for _, seed := range []string{
		"", "\n", good, good + good, good + good[:20], good[:len(good)-1], "{}\n" + good, "null\n", "[]\n", "\xff\n", good + "\x00\n" + good,
		`{"run":"other","event":"x","pid":1}` + "\n", `{"run":"t","event":"ask","pid":1,"data":{"cue":"a","of":1}}` + "\n",
		`{"run":"t","event":"ask","pid":1,"data":{"cue":[],"of":-1e308}}` + "\n",
		`{"run":"t","event":"x","pid":1e999}` + "\n", `{"run":"t","Event":"x","PID":1}` + "\n",
	} {
		f.Add([]byte(seed), uint16(7))
	}
	f.Fuzz(func(t *testing.T, text []byte, at uint16) {
		whole, pieces := feed{token: "t"}, feed{token: "t"}
		wholeErr := whole.add(text)
		cut := int(at) % (len(text) + 1)
		piecesErr := pieces.add(text[:cut])
		if piecesErr == nil {
			piecesErr = pieces.add(text[cut:])
		}
		if (wholeErr == nil) != (piecesErr == nil) || wholeErr != nil && wholeErr.Error() != piecesErr.Error() {
			t.Fatalf("whole: %v; in pieces: %v", wholeErr, piecesErr)
		}
		a, errA := json.Marshal(whole.events)
		b, errB := json.Marshal(pieces.events)
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Fatalf("whole: %s %v\nin pieces: %s %v", a, errA, b, errB)
		}
		if len(whole.events) > bytes.Count(text, []byte("\n")) {
			t.Fatal("more events than lines")
		}
		for _, e := range whole.events {
			if e.Event == "" || e.PID <= 0 {
				t.Fatalf("no event: %+v", e)
			}
		}
		if cues, err := due(whole.events, nil); err == nil {
			for _, cue := range cues {
				if filepath.Base(cue.name) != cue.name || cue.of < 1 {
					t.Fatalf("no cue: %+v", cue)
				}
			}
		}
	})
}

// What can be loaded can be saved, and is then the same.
func FuzzLoad(f *testing.F) {
	for _, name := range []string{"recording.json", "truncated.json"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, seed := range []string{
		"", "null", "[]", `{"schema":1}`, `{"schema":2}`, `{"schema":"1"}`, `{"schema":1,"events":[{"data":{"a":1e308}}]}`,
		`{"schema":1,"outcome":"?","exit":{"code":-9},"snapshots":[{}],"started":"0001-01-01T00:00:00Z"}`, `{"schema":1}{}`, "\xef\xbb\xbf{}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := decode("r.json", text)
		if err != nil {
			if !regexp.MustCompile(`^r\.json(:\d+: not a whole| is a) recording`).MatchString(err.Error()) {
				t.Fatalf("an error without its place: %v", err)
			}
			return
		}
		if r.Schema != RecordingSchema {
			t.Fatalf("schema %d", r.Schema)
		}
		first, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again, err := decode("r.json", first)
		if err != nil {
			t.Fatal(err)
		}
		second, err := json.Marshal(again)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%s\n%s %v", first, second, err)
		}
	})
}
