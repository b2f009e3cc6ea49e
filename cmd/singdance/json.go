package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/observed"
	"github.com/singdance/singdance/report"
)

// The types of this file are what --json prints. output.schema.json describes the fields.

// jsonHelp says where the fields of a document are described.
func jsonHelp(document string) string {
	return fmt.Sprintf(`--json prints a document whose fields are described in cmd/singdance/output.schema.json,
#/$defs/%s, in %s.`, document, repository)
}

func writeJSON(out io.Writer, document any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}

type behaviorsJSON struct {
	Behaviors []behaviorJSON `json:"behaviors"`
}

type behaviorJSON struct {
	ID           string                 `json:"id"`
	Group        string                 `json:"group"`
	Level        conformance.Level      `json:"level"`
	Statement    string                 `json:"statement"`
	Methods      []string               `json:"methods,omitempty"`
	NotUnder     []string               `json:"not_under,omitempty"`
	DoesNotApply string                 `json:"does_not_apply,omitempty"`
	Program      string                 `json:"program"`
	Judge        string                 `json:"judge"`
	Line         int                    `json:"line"`
	Mutants      string                 `json:"mutants"`
	Sources      []sourceJSON           `json:"sources"`
	Observed     []observed.Observation `json:"observed,omitempty"`
	Known        []knownJSON            `json:"known_differences,omitempty"`
	Defects      []defectJSON           `json:"defects,omitempty"`
}

type sourceJSON struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

type knownJSON struct {
	Condition string `json:"condition"`
	Reason    string `json:"reason"`
	URL       string `json:"url"`
}

type defectJSON struct {
	Condition string `json:"condition"`
	Title     string `json:"title"`
	URL       string `json:"url"`
}

func describeAll(behaviors []conformance.Behavior, expectations conformance.Expectations, defects conformance.Defects) behaviorsJSON {
	document := behaviorsJSON{Behaviors: []behaviorJSON{}}
	for _, b := range behaviors {
		f := filesOf(b)
		one := behaviorJSON{
			ID: b.ID, Group: b.Group(), Level: b.Level, Statement: b.Statement, Methods: b.Methods, NotUnder: b.NotUnder,
			DoesNotApply: excludedBy(b), Program: b.Program, Judge: f.judge, Line: f.line, Mutants: f.mutants,
			Sources: []sourceJSON{}, Observed: observed.Of(b.ID),
		}
		for _, source := range b.Sources {
			one.Sources = append(one.Sources, sourceJSON(source))
		}
		for _, e := range differences(b, expectations) {
			one.Known = append(one.Known, knownJSON{e.Condition(), e.Reason, e.URL})
		}
		for _, d := range defects.SeenBy(b.ID) {
			one.Defects = append(one.Defects, defectJSON{d.Condition(), d.Title, d.URL})
		}
		document.Behaviors = append(document.Behaviors, one)
	}
	return document
}

type implementationsJSON struct {
	Implementations []implementation.Implementation `json:"implementations"`
}

type differenceJSON struct {
	Sentence   string     `json:"sentence"`
	Pairs      []pairJSON `json:"pairs"`
	OnlyBefore []string   `json:"only_before"`
	OnlyAfter  []string   `json:"only_after"`
}

type pairJSON struct {
	Before        string       `json:"before"`
	After         string       `json:"after"`
	MethodsBefore []string     `json:"only_before"`
	MethodsAfter  []string     `json:"only_after"`
	Changes       []changeJSON `json:"changes"`
	Same          int          `json:"same"`
	NotCompared   int          `json:"not_compared"`
}

type changeJSON struct {
	Kind     report.Kind `json:"kind"`
	Behavior string      `json:"behavior"`
	Methods  []string    `json:"methods"`
	Before   string      `json:"before"`
	After    string      `json:"after"`
}

func describeDifference(d report.Difference) differenceJSON {
	document := differenceJSON{Sentence: d.Sentence(), Pairs: []pairJSON{}, OnlyBefore: idsOf(d.OnlyBefore), OnlyAfter: idsOf(d.OnlyIn)}
	for _, p := range d.Pairs {
		pair := pairJSON{
			Before: p.Before.ID, After: p.After.ID, MethodsBefore: list(p.Lost), MethodsAfter: list(p.Gained),
			Changes: []changeJSON{}, Same: p.Same, NotCompared: p.Uncompared,
		}
		for _, change := range p.Changes {
			pair.Changes = append(pair.Changes, changeJSON(change))
		}
		document.Pairs = append(document.Pairs, pair)
	}
	return document
}

func idsOf(implementations []implementation.Implementation) []string {
	ids := []string{}
	for _, i := range implementations {
		ids = append(ids, i.ID)
	}
	return ids
}

// list returns a list that is not null in JSON.
func list(items []string) []string { return append([]string{}, items...) }

type gateJSON struct {
	Cells []cellJSON `json:"cells"`
}

type cellJSON struct {
	Cell            string   `json:"cell"`
	Verdict         string   `json:"verdict,omitempty"`
	Sentence        string   `json:"sentence,omitempty"`
	System          string   `json:"system,omitempty"`
	Implementations []string `json:"implementations,omitempty"`
	Missing         string   `json:"missing,omitempty"`
}
