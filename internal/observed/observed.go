// Package observed holds what the observations are on the kept recordings, so that the command can show them without the
// recordings.
package observed

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/singdance/singdance/implementation"
)

// Observation is what one implementation did under one start method.
type Observation struct {
	Implementation string `json:"implementation"`
	Method         string `json:"method"`
	Observed       string `json:"observed"`
}

//go:embed observed.json
var file []byte

var all = sync.OnceValue(func() map[string][]Observation {
	var observations map[string][]Observation
	if err := json.Unmarshal(file, &observations); err != nil {
		panic(err) // the file is part of this executable
	}
	return observations
})

// Of returns the observations of a behavior, by implementation and start method.
func Of(behavior string) []Observation { return all()[behavior] }

// Outcome is what some implementations did under the same start methods.
type Outcome struct {
	Observed        string
	Implementations []string
}

// Table holds the outcomes of some start methods. The most common outcome is the first.
type Table struct {
	Methods  []string
	Outcomes []Outcome
}

// Tables groups observations by start method. Methods with the same outcomes share a table.
func Tables(observations []Observation) []Table {
	var tables []Table
	for _, method := range methods(observations) {
		t := Table{Methods: []string{method}}
		for _, o := range observations {
			if o.Method == method {
				t.add(o)
			}
		}
		slices.SortStableFunc(t.Outcomes, func(a, b Outcome) int { return len(b.Implementations) - len(a.Implementations) })
		same := slices.IndexFunc(tables, func(other Table) bool { return slices.EqualFunc(other.Outcomes, t.Outcomes, equal) })
		if same >= 0 {
			tables[same].Methods = append(tables[same].Methods, method)
			continue
		}
		tables = append(tables, t)
	}
	return tables
}

func (t *Table) add(o Observation) {
	n := slices.IndexFunc(t.Outcomes, func(outcome Outcome) bool { return outcome.Observed == o.Observed })
	if n < 0 {
		t.Outcomes = append(t.Outcomes, Outcome{Observed: o.Observed})
		n = len(t.Outcomes) - 1
	}
	t.Outcomes[n].Implementations = append(t.Outcomes[n].Implementations, o.Implementation)
}

func equal(a, b Outcome) bool {
	return a.Observed == b.Observed && slices.Equal(a.Implementations, b.Implementations)
}

// methods returns the start methods of observations, in the order of their first appearance.
func methods(observations []Observation) []string {
	var list []string
	for _, o := range observations {
		if !slices.Contains(list, o.Method) {
			list = append(list, o.Method)
		}
	}
	return list
}

// Newest returns the observations of the newest CPython.
func Newest(observations []Observation) []Observation {
	id, version := "", ""
	for _, o := range observations {
		v, is := strings.CutPrefix(o.Implementation, "cpython-")
		if is && !strings.Contains(v, "+") && implementation.CompareVersions(v, version) > 0 {
			id, version = o.Implementation, v
		}
	}
	return slices.DeleteFunc(slices.Clone(observations), func(o Observation) bool { return o.Implementation != id })
}
