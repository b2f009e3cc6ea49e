package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func TestSaveAndLoad(t *testing.T) {
	g := NewWithT(t)
	folder := filepath.Join(t.TempDir(), "a", "b")
	for range 2 { // the second time replaces the first
		g.Expect(sample().Save(folder)).To(Succeed())
		g.Expect(report.Load(folder)).To(Equal(sample()))
	}
	g.Expect(os.ReadFile(filepath.Join(folder, report.Summary))).To(BeEquivalentTo(sample().Markdown()))
	g.Expect(os.ReadFile(filepath.Join(folder, report.Page))).To(BeEquivalentTo(htmlOf(g, sample())))
	entries, err := os.ReadDir(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(entries).To(HaveLen(4))
	g.Expect(filepath.Join(folder, filepath.FromSlash(recordingPage))).To(BeARegularFile())
}

func TestSaveFails(t *testing.T) {
	g := NewWithT(t)
	for _, name := range []string{report.File, report.Summary, report.Page, recordingPage} {
		folder := t.TempDir()
		g.Expect(os.MkdirAll(filepath.Join(folder, name, "below"), 0o700)).To(Succeed())
		g.Expect(sample().Save(folder)).NotTo(Succeed())
	}
	file := filepath.Join(t.TempDir(), "file")
	g.Expect(os.WriteFile(file, nil, 0o600)).To(Succeed())
	g.Expect(sample().Save(file)).NotTo(Succeed())
}

func TestLoadInvalidResults(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	file := filepath.Join(folder, report.File)
	_, err := report.Load(folder)
	g.Expect(err).To(MatchError(os.ErrNotExist))
	for text, reason := range map[string]string{
		"":                                   ":1: not a complete results file: ",
		`{"schema": 1, "res`:                 ":1: not a complete results file: ",
		`{"schema": 1, "results": {}}`:       ":1: not a complete results file: ",
		`{"schema": 9, "results": {"x": 1}}`: " has schema 9; this program reads schema 1",
		"{}":                                 " has schema 0; this program reads schema 1",
	} {
		g.Expect(os.WriteFile(file, []byte(text), 0o600)).To(Succeed())
		_, err := report.Load(folder)
		g.Expect(err).To(MatchError(HavePrefix(file+reason)), "%q", text)
	}
}

func TestAppendSummary(t *testing.T) {
	g := NewWithT(t)
	path := filepath.Join(t.TempDir(), "summary.md")
	g.Expect(os.WriteFile(path, []byte("before\n"), 0o600)).To(Succeed())
	g.Expect(sample().AppendSummary(path)).To(Succeed())
	g.Expect(os.ReadFile(path)).To(BeEquivalentTo("before\n" + sample().StepSummary()))
	g.Expect(sample().AppendSummary("")).To(Succeed())
	g.Expect(sample().AppendSummary(filepath.Join(path, "below"))).To(MatchError(HavePrefix("cannot write the job summary: ")))
}

func TestRecordingPath(t *testing.T) {
	g := NewWithT(t)
	r := &stage.Recording{Implementation: implementation.Implementation{ID: "go-1.26"}, Method: "spawn", Program: "sing-dance"}
	g.Expect(report.RecordingPath(r, 1)).To(Equal("recordings/go-1.26/spawn/sing-dance.json"))
	g.Expect(report.RecordingPath(r, 12)).To(Equal("recordings/go-1.26/spawn/sing-dance.12.json"))
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiled, err := jsonschema.NewCompiler().Compile("results.schema.json")
	NewWithT(t).Expect(err).NotTo(HaveOccurred())
	return compiled
}

func validate(t *testing.T, text []byte) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	NewWithT(t).Expect(err).NotTo(HaveOccurred())
	return schema(t).Validate(document)
}

func TestSchema(t *testing.T) {
	g := NewWithT(t)
	text, err := json.Marshal(sample()) // the golden file
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(validate(t, text)).To(Succeed())
	empty := report.Report{Schema: report.Schema, Suite: "v1", Started: sample().Started}
	empty.Conclude()
	text, err = json.Marshal(empty)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(validate(t, text)).To(Succeed())

	for name, spoil := range map[string]func(r *report.Report){
		"schema":                    func(r *report.Report) { r.Schema = 2 },
		"suite":                     func(r *report.Report) { r.Suite = "" },
		"verdict of the run":        func(r *report.Report) { r.Verdict = "good" },
		"verdict":                   func(r *report.Report) { r.Results[0].Verdict = "good" },
		"level":                     func(r *report.Report) { r.Results[0].Level = "" },
		"reason of a pass":          func(r *report.Report) { r.Results[0].Reason = "why" },
		"no reason":                 func(r *report.Report) { r.Results[3].Reason = "" },
		"method":                    func(r *report.Report) { r.Results[0].Method = "../x" },
		"recording":                 func(r *report.Report) { r.Results[0].Recording = "/etc/passwd" },
		"id":                        func(r *report.Report) { r.Implementations[0].ID = "a/b" },
		"driver":                    func(r *report.Report) { r.Implementations[0].Driver = nil },
		"evidence":                  func(r *report.Report) { r.Results[0].Evidence = nil },
		"known without a source":    func(r *report.Report) { unsourced(r) },
		"origin":                    func(r *report.Report) { r.Implementations[0].Origin = "" },
		"methods that are repeated": func(r *report.Report) { r.Implementations[0].Methods = []string{"a", "a"} },
	} {
		r := sample()
		spoil(r)
		text, err := json.Marshal(r)
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(validate(t, text)).NotTo(Succeed(), name)
	}
}

func unsourced(r *report.Report) {
	for n := range r.Results {
		r.Results[n].URL = ""
	}
}
