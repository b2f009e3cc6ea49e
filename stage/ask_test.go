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

func (h house) ask(ctx context.Context, words ...string) (string, error) {
	h.t.Helper()
	command := task(words...).Implementation.Driver
	answer, err := h.Query(ctx, command, []string{"SINGDANCE_MODULE=m"})
	h.checkEmpty()
	return answer, err
}

func TestAsk(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	g.Expect(h.ask(t.Context(), "answer", "{}\n")).To(Equal("{}\n"))
	g.Expect(h.ask(t.Context(), "answer", "a \xff b")).To(Equal("a \uFFFD b"), "what is not UTF-8 is marked")
	g.Expect(h.ask(t.Context(), "answer", "left", "leaving")).To(Equal("left"), "what outlives it is ended")
	g.Expect(h.ask(t.Context(), "nothing")).To(BeEmpty())
}

func TestAskInVain(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	_, err := h.ask(t.Context(), "no-such-scene")
	g.Expect(err).To(MatchError(`it ended with exit status 99: there is no scene "no-such-scene"`))
	_, err = h.Query(t.Context(), []string{filepath.Join(t.TempDir(), "no-such-file")}, nil)
	g.Expect(err).To(MatchError(HavePrefix("it cannot be started: ")))
	h.checkEmpty()

	_, err = h.ask(t.Context(), "answer-endlessly")
	g.Expect(err).To(MatchError("cap on output: it printed more than 16777216 bytes"))
	_, err = h.ask(t.Context(), "answer-crowded")
	g.Expect(err).To(MatchError("cap on processes: it had more than 64 at a time"))

	_, err = open(t, Options{TimeoutFactor: 0.001}).ask(t.Context(), "slow-answer")
	g.Expect(err).To(MatchError("it had not answered after 20ms"))
}

func TestAskStopped(t *testing.T) {
	g := NewWithT(t)
	h := open(t, Options{})
	folder := t.TempDir()
	t.Setenv(folderVariable, folder)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go func() {
		for {
			if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
				cancel()
				return
			}
			<-time.After(time.Millisecond) // between two looks
		}
	}()
	_, err := h.ask(ctx, "slow-answer")
	g.Expect(err).To(MatchError(context.Canceled))
}

func TestComplaint(t *testing.T) {
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
		g.Expect(complaint(text)).To(Equal(expected), "%q", text)
	}
}
