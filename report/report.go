// Package report holds the results of a run in their versioned format and renders them.
package report

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// Schema is the version of the results' format, results.schema.json.
const Schema = 1

// The files that Save writes. File holds the results; Summary and Page are the same report for readers. Each recording that the results
// name gets a page of its own.
const (
	File    = "results.json"
	Summary = "matrix.md"
	Page    = "report.html"
)

// Report holds the results of a run.
type Report struct {
	Schema          int                             `json:"schema"`
	Suite           string                          `json:"suite"`  // the version of singdance
	System          string                          `json:"system"` // the system that it ran on, from platform.Describe
	Started         time.Time                       `json:"started"`
	Seconds         float64                         `json:"seconds"`               // wall time from Started to the end
	Stopped         bool                            `json:"stopped"`               // by the user, before everything was run
	Strict          bool                            `json:"strict"`                // a known difference that is gone counts as unexpected
	Repetitions     int                             `json:"repetitions,omitempty"` // how often everything was run, if more than once
	Verdict         Verdict                         `json:"verdict"`
	Sentence        string                          `json:"sentence"`
	Implementations []implementation.Implementation `json:"implementations"` // all that were found
	Results         []conformance.Result            `json:"results"`
}

// Implementation returns the implementation with an ID, and whether the report has one.
func (r *Report) Implementation(id string) (implementation.Implementation, bool) {
	for _, i := range r.Implementations {
		if i.ID == id {
			return i, true
		}
	}
	return implementation.Implementation{}, false
}

// RecordingPath returns the path of a recording relative to the results. Repetitions have a number in it.
func RecordingPath(r *stage.Recording, repetition int) string {
	name := r.Program
	if repetition > 1 {
		name += "." + strconv.Itoa(repetition)
	}
	return "recordings/" + r.Implementation.ID + "/" + r.Method + "/" + name + ".json"
}

// Save writes the results, the summary and the page to the folder, and a page next to each recording that is in it.
func (r *Report) Save(folder string) error {
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	if err := stage.WriteFile(filepath.Join(folder, File), append(text, '\n')); err != nil {
		return err
	}
	if err := stage.WriteFile(filepath.Join(folder, Summary), []byte(r.Markdown())); err != nil {
		return err
	}
	if err := r.savePages(folder); err != nil {
		return err
	}
	page, err := r.HTML()
	if err != nil {
		return err
	}
	return stage.WriteFile(filepath.Join(folder, Page), []byte(page))
}

// maxResults is the size in bytes of the largest results file that is read.
const maxResults = 256 << 20

// Load reads the results from a folder. The error names the file, the line, and what is wrong.
func Load(folder string) (*Report, error) {
	file := filepath.Join(folder, File)
	text, err := stage.ReadFile(file, maxResults)
	if err != nil {
		return nil, err
	}
	return decode(file, text)
}

// decode decodes the text of a results file.
func decode(file string, text []byte) (*Report, error) {
	// Check the version first: in another version, the other fields may have another meaning.
	var version struct {
		Schema int `json:"schema"`
	}
	if err := json.Unmarshal(text, &version); err != nil {
		return nil, fmt.Errorf("%s:%d: not a complete results file: %w", file, stage.JSONErrorLine(text, err), err)
	}
	if version.Schema != Schema {
		return nil, fmt.Errorf("%s has schema %d; this program reads schema %d", file, version.Schema, Schema)
	}
	var r Report
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("%s:%d: not a complete results file: %w", file, stage.JSONErrorLine(text, err), err)
	}
	return &r, nil
}
