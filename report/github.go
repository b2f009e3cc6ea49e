package report

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/plain"
)

// mostAnnotations is how many annotations of one kind GitHub shows for a step.
const mostAnnotations = 10

// Annotations writes a workflow command of GitHub Actions for each cause of unexpected results, and a warning for each known
// difference that is gone.
func (r *Report) Annotations(out io.Writer) {
	for n, c := range causes(r.Results) {
		if n == mostAnnotations {
			break
		}
		annotation(out, "error", c.Title(), strings.Join(c.Lines(), "\n"))
	}
	kind := "warning"
	if r.Strict {
		kind = "error"
	}
	for n, d := range grouped(r.Results, conformance.Fixed) {
		if n == mostAnnotations {
			break
		}
		annotation(out, kind, "a known difference is gone", differenceLine(d))
	}
}

// annotation writes one workflow command. What programs reported cannot end it or begin another one, because line ends and
// percent signs are escaped, and in the title also colons and commas. See
// https://github.com/actions/toolkit/blob/@actions/core@1.11.1/packages/core/src/command.ts.
func annotation(out io.Writer, kind, title, message string) {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	fmt.Fprintf(out, "::%s title=%s::%s\n", kind, property.Replace(plain.Line(title)), data.Replace(plain.Lines(message)))
}

// StepSummary returns a short report in Markdown: the verdict, a row for each implementation, the causes of unexpected
// results, and the known differences.
func (r *Report) StepSummary() string {
	s := summary{}
	s.add(fmt.Sprintf("## singdance: %s\n\n%s\n\n%s, singdance %s\n\n", r.Verdict, escape(r.Sentence), escape(r.System), escape(r.Suite)))
	if rows := r.overviews(); len(rows) > 0 {
		var table strings.Builder
		table.WriteString("| implementation | default | judged | known | absent | unexpected |\n|---|---|---:|---:|---:|---:|\n")
		for _, o := range rows {
			fmt.Fprintf(&table, "| %s | %s | %d | %d | %d | %d |\n", word(o.ID), word(o.Default), o.Judged, o.Known, o.Absent, o.Unexpected)
		}
		s.add(table.String())
	}
	s.section("Verdicts that differ between repetitions", r.differing())
	s.section("Unexpected", r.unexpectedLines())
	for _, part := range knownParts() {
		var lines []string
		for _, d := range grouped(r.Results, part.verdict) {
			lines = append(lines, differenceLine(d))
		}
		s.section(part.title, lines)
	}
	return s.text()
}

// AppendSummary appends the short report to the summary file of a CI system (GITHUB_STEP_SUMMARY). It does nothing if path is
// empty.
func (r *Report) AppendSummary(path string) error {
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("cannot write the job summary: %w", err)
	}
	_, err = file.WriteString(r.StepSummary())
	return errors.Join(err, file.Close())
}
