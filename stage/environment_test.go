package stage

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

// A program must get the environment that DRIVER.md describes, without the caller's SINGDANCE_ variables.
func TestEnvironment(t *testing.T) {
	t.Setenv("SINGDANCE_METHOD", "the caller's")
	t.Setenv("SINGDANCE_SOMETHING", "the caller's")
	t.Setenv("PYTHONIOENCODING", "latin-1")
	t.Setenv("OTHER_VARIABLE", "kept")
	g := NewWithT(t)
	ts := open(t, Options{Beats: 5, Beat: 1500 * time.Microsecond})
	r := ts.runFake("environment")
	g.Expect(r.Outcome).To(Equal(Ended), r.Reason+r.Stderr)
	found := r.Events[0].Data

	environment := map[string]string{}
	for _, text := range found["environment"].([]any) {
		name, value, _ := strings.Cut(text.(string), "=")
		environment[name] = value
	}
	run := filepath.Join(ts.folder, "1")
	given := map[string]string{}
	for name, value := range environment {
		if strings.HasPrefix(name, "SINGDANCE_") {
			given[name] = value
		}
	}
	g.Expect(given["SINGDANCE_RUN"]).To(MatchRegexp(`^[A-Z2-7]{26,}$`))
	delete(given, "SINGDANCE_RUN")
	g.Expect(given).To(Equal(map[string]string{
		"SINGDANCE_MODULE": "fake_module",
		"SINGDANCE_METHOD": "spawn",
		"SINGDANCE_EVENTS": filepath.Join(run, "events"),
		"SINGDANCE_CUES":   filepath.Join(run, "cues"),
		"SINGDANCE_BEATS":  "5",
		"SINGDANCE_BEAT":   "0.0015",
	}))
	g.Expect(environment).To(HaveKeyWithValue("OTHER_VARIABLE", "kept"))
	g.Expect(environment).To(HaveKeyWithValue("PYTHONIOENCODING", "utf-8:backslashreplace"))
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		g.Expect(environment).To(HaveKeyWithValue(name, filepath.Join(run, "t")))
	}
	work, err := filepath.EvalSymlinks(filepath.Dir(ts.folder))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(found["folder"]).To(BeElementOf(filepath.Join(run, "work"), filepath.Join(work, filepath.Base(ts.folder), "1", "work")))
	g.Expect(found["entries"]).To(BeEquivalentTo(0), "the working folder must be empty")
	g.Expect(found["cues"]).To(BeEquivalentTo(0))
	g.Expect(found["input"]).To(Equal(""), "standard input must be the null device")
	g.Expect(found["words"]).To(Equal([]any{"environment", "run", "a-program"}))
}

func TestRunFoldersDiffer(t *testing.T) {
	g := NewWithT(t)
	ts := open(t, Options{})
	first, err := ts.newRunFolder()
	g.Expect(err).NotTo(HaveOccurred())
	second, err := ts.newRunFolder()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(first.token).NotTo(Equal(second.token))
	g.Expect(first.path).NotTo(Equal(second.path))
}
