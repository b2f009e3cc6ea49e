package report_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

// junitFile is what a reader of a JUnit file sees.
type junitFile struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
	Suites   []struct {
		Name  string `xml:"name,attr"`
		Cases []struct {
			Class   string    `xml:"classname,attr"`
			Name    string    `xml:"name,attr"`
			Failure *struct{} `xml:"failure"`
			Error   *struct{} `xml:"error"`
			Skipped *struct {
				Message string `xml:"message,attr"`
			} `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func junitOf(g Gomega, t *testing.T, r *report.Report) junitFile {
	path := filepath.Join(t.TempDir(), "junit.xml")
	g.Expect(r.SaveJUnit(path)).To(Succeed())
	text, err := os.ReadFile(path)
	g.Expect(err).NotTo(HaveOccurred())
	var file junitFile
	g.Expect(xml.Unmarshal(text, &file)).To(Succeed())
	return file
}

func TestJUnit(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	file := junitOf(g, t, r)
	count, failures, errors, skipped := 0, 0, 0, 0
	for _, suite := range file.Suites {
		for _, one := range suite.Cases {
			count++
			g.Expect(one.Class).To(Equal(suite.Name))
			g.Expect(one.Name).NotTo(Equal("guard-bootstrapping-error"), "it was not selected")
			if one.Failure != nil {
				failures++
			}
			if one.Error != nil {
				errors++
			}
			if one.Skipped != nil {
				skipped++
				g.Expect(one.Skipped.Message).To(MatchRegexp("^(known|absent|skipped): "))
			}
		}
	}
	g.Expect([]int{file.Tests, file.Failures, file.Errors, file.Skipped}).To(Equal([]int{count, failures, errors, skipped}))
	c := r.Count()
	g.Expect(failures + errors).To(Equal(c.Unexpected + c.Error))
	g.Expect(skipped).To(Equal(c.Known + c.Absent + 1))

	r.Strict = true
	g.Expect(junitOf(g, t, r).Failures).To(Equal(failures+c.Fixed), "a known difference that is gone is unexpected")
	g.Expect(r.SaveJUnit(filepath.Join(t.TempDir(), "\x00"))).NotTo(Succeed())
}

// What a program reported cannot end an annotation or begin another one.
func TestAnnotations(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	for n := range r.Results {
		if r.Results[n].Verdict == conformance.Fail {
			r.Results[n].Failures = []conformance.Failure{{Want: "one%", Got: "\n::error::forged\r\n::stop-commands::x"}}
		}
	}
	var out bytes.Buffer
	r.Annotations(&out)
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	g.Expect(lines).To(HaveLen(5))
	for _, line := range lines {
		g.Expect(line).To(MatchRegexp(`^::(error|warning) title=[^:,]+::[^\r\n]+$`))
	}
	g.Expect(lines[0]).To(ContainSubstring("one%25"))
	g.Expect(lines[4]).To(HavePrefix("::warning title=a known difference is gone::"))
	r.Strict = true
	out.Reset()
	r.Annotations(&out)
	g.Expect(out.String()).NotTo(ContainSubstring("::warning"))
}

func TestStepSummary(t *testing.T) {
	g := NewWithT(t)
	r := sample()
	golden(t, "summary.md", r.StepSummary())
	wellFormed(g, r.StepSummary())
	for n := range r.Results {
		r.Results[n].Verdict, r.Results[n].Reason = conformance.Fail, strings.Repeat("<唱&", 1000*(n+1))
		r.Results[n].Evidence = []string{strings.Repeat("x", 100_000)}
	}
	g.Expect(len(r.StepSummary())).To(BeNumerically("<=", 1<<20), "GitHub drops a larger one")
	wellFormed(g, r.StepSummary())
}
