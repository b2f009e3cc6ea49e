package stage

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// An event reader must return the same events for one piece and for two pieces of a file.
func FuzzEventReader(f *testing.F) {
	valid := `{"run":"t","event":"enter","role":"sing","pid":5,"ppid":4,"time":1.5,"data":{"args":["唱",null,-7]}}` + "\n"
	for _, seed := range []string{
		"", "\n", valid, valid + valid, valid + valid[:20], valid[:len(valid)-1], "{}\n" + valid, "null\n", "[]\n", "\xff\n", valid + "\x00\n" + valid,
		`{"run":"other","event":"x","pid":1}` + "\n", `{"run":"t","event":"ask","pid":1,"data":{"cue":"a","of":1}}` + "\n",
		`{"run":"t","event":"ask","pid":1,"data":{"cue":[],"of":-1e308}}` + "\n",
		`{"run":"t","event":"x","pid":1e999}` + "\n", `{"run":"t","Event":"x","PID":1}` + "\n",
	} {
		f.Add([]byte(seed), uint16(7))
	}
	f.Fuzz(func(t *testing.T, text []byte, at uint16) {
		whole, pieces := eventReader{token: "t"}, eventReader{token: "t"}
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
				t.Fatalf("invalid event: %+v", e)
			}
		}
		if cues, err := dueCues(whole.events, nil); err == nil {
			for _, cue := range cues {
				if filepath.Base(cue.name) != cue.name || cue.of < 1 {
					t.Fatalf("invalid cue: %+v", cue)
				}
			}
		}
	})
}

// A recording that can be decoded must be the same after it is encoded and decoded again.
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
			if !regexp.MustCompile(`^r\.json(:\d+: not a complete| is a) recording`).MatchString(err.Error()) {
				t.Fatalf("the error does not name the file: %v", err)
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
