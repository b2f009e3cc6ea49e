package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// checkResults checks a folder of results: results.json is valid against its schema, and the folder holds exactly the
// recordings that results.json names.
func checkResults(t *testing.T, folder string) {
	t.Helper()
	g := NewWithT(t)
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "report", "results.schema.json"))
	g.Expect(err).NotTo(HaveOccurred())
	text, err := os.ReadFile(filepath.Join(folder, report.File))
	g.Expect(err).NotTo(HaveOccurred())
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(schema.Validate(document)).To(Succeed())

	results, err := report.Load(folder)
	g.Expect(err).NotTo(HaveOccurred())
	expected := []string{report.File, report.Summary, report.Page}
	for _, result := range results.Results {
		if result.Recording == "" {
			g.Expect(result.Verdict).To(BeElementOf(conformance.Skipped, conformance.Absent), result.Behavior)
			continue
		}
		r, err := stage.Load(filepath.Join(folder, filepath.FromSlash(result.Recording)))
		g.Expect(err).NotTo(HaveOccurred())
		b, _ := conformance.Find(result.Behavior)
		g.Expect([]string{r.Implementation.ID, r.Method, r.Program}).To(Equal([]string{result.Implementation, result.Method, b.Program}))
		if !slices.Contains(expected, result.Recording) {
			expected = append(expected, result.Recording, strings.TrimSuffix(result.Recording, ".json")+".html")
		}
	}
	var files []string
	g.Expect(filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			path, err = filepath.Rel(folder, path)
			files = append(files, filepath.ToSlash(path))
		}
		return err
	})).To(Succeed())
	g.Expect(files).To(ConsistOf(expected))
}

func TestOutputFolder(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	folder := filepath.Join(b.folder, "a", "b")
	for range 2 { // the second run replaces the first
		out := b.run("run", "--no-search", "--output", filepath.Join("a", "b"))
		g.Expect(out.status).To(Equal(report.StatusConformant), out.stdout)
		checkResults(t, folder)
	}
}

func TestOutputOfSelectionAndFailures(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--output", "some", "--behavior", "exit-*", "--method", "spawn").status).To(Equal(report.StatusConformant))
	checkResults(t, filepath.Join(b.folder, "some"))
	for _, fault := range []string{"silent", "garbage"} {
		g.Expect(b.run("run", "--no-search", "--output", fault, "--driver", faulty(fault)).status).To(Equal(report.StatusUnexpected))
		checkResults(t, filepath.Join(b.folder, fault))
	}
}

// If a program deletes recordings, the command reports it and keeps those that are recorded later.
func TestDeletedResults(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	b.environment = append(b.environment, markVariable+"="+filepath.Join(b.folder, "results"))
	out := b.run("run", "--no-search", "--jobs", "1", "--driver", faulty("delete-results"), "--output", "results")
	g.Expect(out.status).To(Equal(report.StatusSuite))
	g.Expect(out.stderr).To(MatchRegexp(`^singdance: \d+ recordings were removed from results during the run\n$`))
	g.Expect(out.stdout).To(MatchRegexp(`(?m)^nonconformant: `), "the report is printed")
	results, err := report.Load(filepath.Join(b.folder, "results"))
	g.Expect(err).NotTo(HaveOccurred())
	kept, gone := 0, 0
	for _, result := range results.Results {
		if result.Recording == "" {
			gone++
			continue
		}
		kept++
		g.Expect(filepath.Join(b.folder, "results", filepath.FromSlash(result.Recording))).To(BeARegularFile())
	}
	g.Expect(kept).To(BeNumerically(">", 0))
	g.Expect(gone).To(BeNumerically(">", 0))
}

// Two runs can write to one folder at the same time.
func TestConcurrentRuns(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	var runs [2]*exec.Cmd
	var outputs [2]bytes.Buffer
	for n := range runs {
		runs[n] = b.command("run", "--no-search", "--output", "results")
		runs[n].Stdout, runs[n].Stderr = &outputs[n], &outputs[n]
		g.Expect(runs[n].Start()).To(Succeed())
	}
	for n := range runs {
		g.Expect(runs[n].Wait()).To(Succeed(), outputs[n].String())
		g.Expect(outputs[n].String()).To(MatchRegexp(`(?m)^conformant: `))
	}
	b.checkEmpty()
	checkResults(t, filepath.Join(b.folder, "results"))
}

// The report is printed even if the results cannot be written.
func TestUnwritableResults(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	for name, occupied := range map[string]string{
		"cannot write the results: ":     filepath.Join("results", report.File),
		"cannot write a recording: ":     filepath.Join("recorded", "recordings"),
		"cannot write the job summary: ": "summary.md",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(b.folder, occupied)
			g.Expect(os.MkdirAll(filepath.Dir(path), 0o700)).To(Succeed())
			arguments := []string{"run", "--no-search", "--behavior", "args-none-received"}
			here := *b
			switch occupied {
			case "summary.md":
				g.Expect(os.Mkdir(path, 0o700)).To(Succeed())
				here.environment = append(slices.Clone(b.environment), "GITHUB_STEP_SUMMARY="+path)
			case filepath.Join("results", report.File):
				g.Expect(os.Mkdir(path, 0o700)).To(Succeed())
				arguments = append(arguments, "--output", "results")
			default:
				g.Expect(os.WriteFile(path, nil, 0o600)).To(Succeed())
				arguments = append(arguments, "--output", "recorded")
			}
			out := here.run(arguments...)
			g.Expect(out.status).To(Equal(report.StatusSuite), out.stderr)
			g.Expect(out.stderr).To(HavePrefix("singdance: "))
			g.Expect(out.stderr).To(ContainSubstring(name))
			g.Expect(out.stdout).To(MatchRegexp(`(?m)^partial: `), "the report is printed")
		})
	}
}
