package report

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/stage"
)

// The elements of a JUnit file, as https://github.com/testmoapp/junitxml describes what CI systems read.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Time     string       `xml:"time,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string          `xml:"name,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Errors     int             `xml:"errors,attr"`
		Skipped    int             `xml:"skipped,attr"`
		Timestamp  string          `xml:"timestamp,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class      string          `xml:"classname,attr"`
		Name       string          `xml:"name,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Failure    *junitMessage   `xml:"failure,omitempty"`
		Error      *junitMessage   `xml:"error,omitempty"`
		Skipped    *junitMessage   `xml:"skipped,omitempty"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",chardata"`
	}
)

// SaveJUnit writes the results to a JUnit file: one test suite for each start method of each implementation, and one test
// case for each behavior. A known or absent result counts as skipped, with its reason. Results that the user did not select
// are left out. If the verdict is strict, a known difference that is gone counts as a failure.
func (r *Report) SaveJUnit(path string) error {
	text, err := xml.MarshalIndent(r.junit(), "", "  ")
	if err != nil {
		return err
	}
	return stage.WriteFile(path, append([]byte(xml.Header), append(text, '\n')...))
}

func (r *Report) junit() junitSuites {
	all := junitSuites{Name: "singdance", Time: fmt.Sprintf("%.3f", r.Seconds)}
	for _, result := range r.Results {
		if notSelected(result) {
			continue
		}
		name := word(result.Implementation) + "." + word(result.Method)
		if last := len(all.Suites) - 1; last < 0 || all.Suites[last].Name != name {
			all.Suites = append(all.Suites, r.junitSuite(name))
		}
		suite := &all.Suites[len(all.Suites)-1]
		one := r.junitCase(name, result)
		suite.Cases = append(suite.Cases, one)
		suite.Tests++
		switch {
		case one.Failure != nil:
			suite.Failures++
		case one.Error != nil:
			suite.Errors++
		case one.Skipped != nil:
			suite.Skipped++
		}
	}
	for _, suite := range all.Suites {
		all.Tests += suite.Tests
		all.Failures += suite.Failures
		all.Errors += suite.Errors
		all.Skipped += suite.Skipped
	}
	return all
}

func (r *Report) junitSuite(name string) junitSuite {
	return junitSuite{
		Name: name, Timestamp: r.Started.UTC().Format("2006-01-02T15:04:05"),
		Properties: []junitProperty{{"singdance", plain.Line(r.Suite)}, {"system", plain.Line(r.System)}},
	}
}

func (r *Report) junitCase(class string, result conformance.Result) junitCase {
	one := junitCase{
		Class: class, Name: word(result.Behavior),
		Properties: []junitProperty{{"level", string(result.Level)}, {"verdict", string(result.Verdict)}},
	}
	if result.Observed != "" {
		one.Properties = append(one.Properties, junitProperty{"observed", plain.Line(result.Observed)})
	}
	message := &junitMessage{Message: plain.Line(result.Reason), Type: string(result.Verdict)}
	switch result.Verdict {
	case conformance.Fail:
		message.Text = junitText(result)
		one.Failure = message
	case conformance.Crash, conformance.Timeout, conformance.Error:
		message.Text = junitText(result)
		one.Error = message
	case conformance.Fixed:
		if r.Strict {
			one.Failure = message
		}
	case conformance.Known, conformance.Absent, conformance.Skipped:
		message.Message = strings.TrimSpace(fmt.Sprintf("%s: %s %s", result.Verdict, message.Message, plain.Line(result.URL)))
		message.Type = ""
		one.Skipped = message
	case conformance.Pass:
	}
	return one
}

// junitText returns what was wanted and seen, and the evidence.
func junitText(result conformance.Result) string {
	var lines []string
	if b, found := conformance.Find(result.Behavior); found {
		lines = append(lines, b.Statement)
	}
	for _, failure := range result.Failures {
		lines = append(lines, failure.Lines()...)
	}
	return plain.Lines(strings.Join(append(lines, result.Evidence...), "\n"))
}
