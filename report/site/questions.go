package site

import (
	"bytes"
	_ "embed" // the questions
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/singdance/singdance/conformance"
)

//go:embed questions.yaml
var questionsText []byte

// Question is a question with its answer.
type Question struct {
	ID         string       `yaml:"id"`
	Topic      string       `yaml:"topic"`
	Question   string       `yaml:"question"`
	Answer     string       `yaml:"answer"` // one sentence
	Words      string       `yaml:"words"`  // more words under which a reader may search for it
	Behaviors  []string     `yaml:"behaviors"`
	Expect     []Expect     `yaml:"expect"`
	Documented []Documented `yaml:"documented"`
	Sources    []Source     `yaml:"sources"`
	Upgrade    []string     `yaml:"upgrade"` // two minor versions of CPython; the page of their differences is a part of the answer
	Defects    []string     `yaml:"defects"` // URLs of the list of defects

	DefectsLike string `yaml:"defects_like"` // a regular expression; all defects whose title it matches are a part of the answer
}

// about reports whether the list of defects of the question has d.
func (q Question) about(d conformance.Defect) bool {
	return slices.Contains(q.Defects, d.URL) || q.DefectsLike != "" && regexp.MustCompile(q.DefectsLike).MatchString(d.Title)
}

// selects reports whether the expectation is about an implementation. A pattern without "+" selects no library.
func (e Expect) selects(s System, i Implementation) bool {
	platform, _, _ := strings.Cut(s.Name, "-")
	return platform == e.Platform && slices.ContainsFunc(e.Implementations, func(pattern string) bool {
		if !strings.Contains(pattern, "-") {
			return pattern == familyKey(i)
		}
		matched, err := i.Matches(pattern)
		return err == nil && matched && strings.Contains(pattern, "+") == i.IsLibrary()
	})
}

// Expect is a part of the answer that the data must not contradict.
type Expect struct {
	Behavior        string              `yaml:"behavior"`        // the first of the question if empty
	Implementations []string            `yaml:"implementations"` // families such as cpython, or patterns as --implementation takes
	Platform        string              `yaml:"platform"`        // linux if empty
	Methods         []string            `yaml:"methods"`         // all if empty
	Verdict         conformance.Verdict `yaml:"verdict"`
	Observed        string              `yaml:"observed"` // a regular expression
}

// Documented is what a document says where no run has measured it.
type Documented struct {
	Behavior  string   `yaml:"behavior"` // the first of the question if empty
	Platforms []string `yaml:"platforms"`
	Methods   []string `yaml:"methods"` // all if empty
	Versions  string   `yaml:"versions"`
	Value     string   `yaml:"value"`
	Source    Source   `yaml:"source"`
}

// Source is a document.
type Source struct {
	Text string `yaml:"text"`
	URL  string `yaml:"url"`
}

// Questions returns the questions in their order. The error says what is wrong with the built-in file.
func Questions() ([]Question, error) {
	var list []Question
	if err := yaml.NewDecoder(bytes.NewReader(questionsText), yaml.Strict()).Decode(&list); err != nil {
		return nil, fmt.Errorf("questions.yaml: %w", err)
	}
	seen := map[string]bool{}
	for n := range list {
		q := &list[n]
		if err := q.complete(); err != nil {
			return nil, fmt.Errorf("questions.yaml: %q: %w", q.ID, err)
		}
		if seen[q.ID] {
			return nil, fmt.Errorf("questions.yaml: two questions have the ID %q", q.ID)
		}
		seen[q.ID] = true
	}
	return list, nil
}

var questionID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// complete fills in what is left out, and returns what is wrong.
func (q *Question) complete() error {
	switch {
	case !questionID.MatchString(q.ID):
		return fmt.Errorf("the ID must be lower-case words with dashes between them")
	case q.Topic == "" || q.Question == "" || q.Answer == "" || len(q.Behaviors) == 0:
		return fmt.Errorf("topic, question, answer and behaviors are required")
	case !strings.HasSuffix(q.Answer, "."):
		return fmt.Errorf("the answer must be a sentence")
	case len(q.Expect) == 0:
		return fmt.Errorf("at least one expectation is required, so that the data can contradict the answer")
	}
	for _, id := range q.Behaviors {
		if _, found := conformance.Find(id); !found {
			return fmt.Errorf("no behavior has the ID %q", id)
		}
	}
	known := func(id *string) error {
		if *id == "" {
			*id = q.Behaviors[0]
		}
		if !slices.Contains(q.Behaviors, *id) {
			return fmt.Errorf("%q is not one of its behaviors", *id)
		}
		return nil
	}
	for n := range q.Expect {
		e := &q.Expect[n]
		if err := known(&e.Behavior); err != nil {
			return err
		}
		if e.Platform == "" {
			e.Platform = "linux"
		}
		if len(e.Implementations) == 0 || (e.Verdict == "") == (e.Observed == "") {
			return fmt.Errorf("an expectation needs implementations, and either a verdict or what is observed")
		}
		if _, err := regexp.Compile(e.Observed); err != nil {
			return err
		}
	}
	for n := range q.Documented {
		d := &q.Documented[n]
		if err := known(&d.Behavior); err != nil {
			return err
		}
		if len(d.Platforms) == 0 || d.Value == "" || !strings.HasPrefix(d.Source.URL, "https://") || d.Source.Text == "" {
			return fmt.Errorf("a documented value needs platforms, a value and a source")
		}
	}
	if _, err := regexp.Compile(q.DefectsLike); err != nil {
		return err
	}
	if len(q.Upgrade) != 0 && len(q.Upgrade) != 2 {
		return fmt.Errorf("upgrade must name two versions")
	}
	return nil
}

// Check compares the answers with the data. It returns every contradiction, and for each question how many results confirm its
// answer.
func Check(questions []Question, systems []System) (contradictions []string, confirmed map[string]int) {
	cells := newIndex(systems)
	confirmed = map[string]int{}
	for _, q := range questions {
		for _, e := range q.Expect {
			wanted := regexp.MustCompile(e.Observed)
			for _, s := range systems {
				for _, i := range s.Implementations {
					if !e.selects(s, i) {
						continue
					}
					found := 0
					for _, method := range i.Methods {
						if len(e.Methods) > 0 && !slices.Contains(e.Methods, method) {
							continue
						}
						outcome, measured := cells[outcomeKey{s.Name, e.Behavior, i.ID, method}]
						if !measured {
							continue
						}
						found++
						_, _, seen := describe(outcome)
						switch {
						case e.Verdict != "" && outcome.Verdict != e.Verdict:
							contradictions = append(contradictions, fmt.Sprintf("%s: %s on %s, %s: want %s; it is %s: %s", q.ID, e.Behavior, i.ID, method, e.Verdict, outcome.Verdict, outcome.Reason))
						case e.Observed != "" && !wanted.MatchString(outcome.Observed):
							contradictions = append(contradictions, fmt.Sprintf("%s: %s on %s, %s: want %q; it is %q", q.ID, e.Behavior, i.ID, method, e.Observed, seen))
						default:
							confirmed[q.ID]++
						}
					}
					if found == 0 {
						contradictions = append(contradictions, fmt.Sprintf("%s: %s was not measured on %s", q.ID, e.Behavior, i.ID))
					}
				}
			}
		}
	}
	return contradictions, confirmed
}
