package stage

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

func (ts testStage) query(ctx context.Context, words ...string) (string, error) {
	ts.t.Helper()
	command := task(words...).Implementation.Driver
	answer, err := ts.Query(ctx, command, []string{"SINGDANCE_MODULE=m"})
	ts.checkNothingLeft()
	return answer, err
}

func TestQuery(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	g.Expect(ts.query(t.Context(), "answer", "{}\n")).To(Equal("{}\n"))
	g.Expect(ts.query(t.Context(), "answer", "a \xff b")).To(Equal("a \uFFFD b"), "invalid UTF-8 must be replaced")
	g.Expect(ts.query(t.Context(), "answer", "left", "leave-child")).To(Equal("left"), "a process that the driver leaves must be killed")
	g.Expect(ts.query(t.Context(), "no-event")).To(BeEmpty())
}

func TestQueryFails(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	_, err := ts.query(t.Context(), "no-such-program")
	g.Expect(err).To(MatchError(`the driver failed (exit status 99): no fake program "no-such-program"`))
	_, err = ts.Query(t.Context(), []string{filepath.Join(t.TempDir(), "no-such-file")}, nil)
	g.Expect(err).To(MatchError(HavePrefix("the driver could not be started: ")))
	ts.checkNothingLeft()

	_, err = ts.query(t.Context(), "answer-endlessly")
	g.Expect(err).To(MatchError("cap on output: more than 16777216 bytes were printed"))
	_, err = ts.query(t.Context(), "answer-too-many-processes")
	g.Expect(err).To(MatchError("cap on processes: more than 64 processes existed at a time"))

	_, err = open(t, Options{TimeoutFactor: 0.001}).query(t.Context(), "answer-never")
	g.Expect(err).To(MatchError("the driver did not answer within 20ms"))
}

func TestQueryCanceled(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	folder := t.TempDir()
	t.Setenv(folderVariable, folder)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go cancelWhenFileAppears(folder, cancel)
	_, err := ts.query(ctx, "answer-never")
	g.Expect(err).To(MatchError(context.Canceled))
}

// cancelWhenFileAppears calls cancel when the folder has an entry or cannot be read.
func cancelWhenFileAppears(folder string, cancel context.CancelFunc) {
	for range time.Tick(time.Millisecond) {
		if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
			cancel()
			return
		}
	}
}

func TestErrorLine(t *testing.T) {
	g := NewWithT(t)
	for text, expected := range map[string]string{
		"":                "nothing on standard error",
		"\n\r\n":          "nothing on standard error",
		"one\ntwo\n":      "one",
		" one \r\ntwo":    "one",
		"\x1b[31mred\x07": "[31mred",
		"two\twords\x00":  "two words",
		"warning\nTraceback (most recent call last):\n  File\nValueError: bad\n": "ValueError: bad",
		strings.Repeat("唱", 400): strings.Repeat("唱", 300) + "…",
	} {
		g.Expect(errorLine(text)).To(Equal(expected), "%q", text)
	}
}
