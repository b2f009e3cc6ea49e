package conformance

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	pep440 "github.com/aquasecurity/go-pep440-version"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

//go:embed expectations/*.yaml expectations/schema.json
var expectationFiles embed.FS

// Expectation is a known difference of some implementations from some behaviors.
type Expectation struct {
	Behaviors   []string `yaml:"behaviors"`
	Interpreter string   `yaml:"interpreter"` // empty: any
	Module      string   `yaml:"module"`      // empty: any
	Modules     []string `yaml:"modules"`     // several, in place of Module
	Version     string   `yaml:"version"`     // PEP 440 specifiers of Implementation.Version; empty: any
	ModuleVer   string   `yaml:"module_version"`
	Platforms   []string `yaml:"platforms"` // as Implementation.Platform; empty: any
	Methods     []string `yaml:"methods"`   // empty: any
	Verdict     Verdict  `yaml:"verdict"`   // what is expected: fail if empty, crash or timeout
	Race        bool     `yaml:"race"`      // it depends on who is faster: where it is not seen, it is not gone
	Reason      string   `yaml:"reason"`    // for the reader of a report
	URL         string   `yaml:"url"`       // the issue, change or source line that it stands on
}

// Expectations are all that were loaded.
type Expectations []Expectation

// LoadExpectations reads the expectations that come with the suite. Its error names the file and what is wrong in it.
func LoadExpectations() (Expectations, error) {
	folder, err := fs.Sub(expectationFiles, "expectations")
	if err != nil {
		return nil, err
	}
	return loadExpectations(folder)
}

// maxExpectations is the largest file, in bytes, that is read as expectations.
const maxExpectations = 4 << 20

// ReadExpectations reads a file of expectations of the user's own. Its error names the file and what is wrong in it.
func ReadExpectations(file string) (Expectations, error) {
	text, err := stage.ReadFile(file, maxExpectations)
	if err != nil {
		return nil, err
	}
	entries, err := parseExpectations(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return entries, nil
}

func loadExpectations(folder fs.FS) (Expectations, error) {
	files, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, err
	}
	var all Expectations
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		entries, err := parseExpectations(text)
		if err != nil {
			return nil, fmt.Errorf("expectations/%s: %w", file, err)
		}
		all = append(all, entries...)
	}
	return all, nil
}

// parseExpectations checks a file against the schema, and then what a schema cannot say.
func parseExpectations(text []byte) (Expectations, error) {
	converted, err := yaml.YAMLToJSON(text)
	if err != nil {
		return nil, err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(converted))
	if err != nil {
		return nil, err
	}
	schema, err := expectationSchema()
	if err != nil {
		return nil, err
	}
	if err := schema.Validate(document); err != nil {
		return nil, located(text, err)
	}
	var entries, more Expectations
	decoder := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict())
	if err := decoder.Decode(&entries); err != nil {
		return nil, err
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, errors.New("it holds more than one YAML document")
	}
	for n, entry := range entries {
		if err := entry.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", place(text, n), err)
		}
	}
	return entries, nil
}

// place names an entry by its number and, where that can be found, its line.
func place(text []byte, n int) string {
	name := fmt.Sprintf("entry %d", n+1)
	file, err := parser.ParseBytes(text, 0)
	if err != nil || len(file.Docs) == 0 {
		return name
	}
	list, ok := file.Docs[0].Body.(*ast.SequenceNode)
	if !ok || n >= len(list.Values) {
		return name
	}
	return fmt.Sprintf("line %d, %s", list.Values[n].GetToken().Position.Line, name)
}

// instance is how the schema's error begins to tell of something in an entry.
var instance = regexp.MustCompile(`at '/(\d+)`)

// located puts the place of its entry before each line of the schema's error, and leaves out its first line, which only
// names the schema.
func located(text []byte, err error) error {
	_, found, _ := strings.Cut(err.Error(), "\n")
	lines := strings.Split(found, "\n")
	for n, line := range lines {
		lines[n] = strings.TrimPrefix(strings.TrimSpace(line), "- ")
		if at := instance.FindStringSubmatch(line); at != nil {
			entry, _ := strconv.Atoi(at[1]) // digits, as the pattern says
			lines[n] = place(text, entry) + ": " + lines[n]
		}
	}
	slices.Sort(lines) // they come in no order
	return errors.New(strings.Join(lines, "; "))
}

func expectationSchema() (*jsonschema.Schema, error) {
	text, err := expectationFiles.ReadFile("expectations/schema.json")
	if err != nil {
		return nil, err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		return nil, err
	}
	return compiler.Compile("schema.json")
}

// specifier is one specifier; the library takes more than PEP 440 has, a bare version for ==, for example.
var specifier = regexp.MustCompile(`^(~=|===?|!=|<=?|>=?)\s*[^\s|]+$`)

func (e Expectation) check() error {
	for _, id := range e.Behaviors {
		b, found := Find(id)
		if !found {
			return fmt.Errorf("there is no behavior %q", id)
		}
		if b.Level == Observation {
			return fmt.Errorf("the behavior %q is an observation, which never fails", id)
		}
	}
	for _, specifiers := range []string{e.Version, e.ModuleVer} {
		if specifiers == "" {
			continue
		}
		for part := range strings.SplitSeq(specifiers, ",") {
			if !specifier.MatchString(strings.TrimSpace(part)) {
				return fmt.Errorf("%q is not a version specifier (PEP 440), such as >=3.14.1", part)
			}
		}
		if _, err := pep440.NewSpecifiers(specifiers); err != nil {
			return fmt.Errorf("%q is not a version specifier (PEP 440): %w", specifiers, err)
		}
	}
	return nil
}

// concerns says whether the expectation is about a behavior of an implementation under a start method.
func (e Expectation) concerns(id string, i implementation.Implementation, method string) bool {
	return slices.Contains(e.Behaviors, id) &&
		(e.Interpreter == "" || e.Interpreter == i.Interpreter) &&
		(e.Module == "" || e.Module == i.Module) &&
		(len(e.Modules) == 0 || slices.Contains(e.Modules, i.Module)) &&
		(e.Version == "" || versionIn(i.Version, e.Version)) &&
		(e.ModuleVer == "" || versionIn(i.ModuleVersion, e.ModuleVer)) &&
		(len(e.Platforms) == 0 || slices.Contains(e.Platforms, i.Platform)) &&
		(len(e.Methods) == 0 || slices.Contains(e.Methods, method))
}

// apply turns the verdict into known or fixed where a difference is expected.
func (all Expectations) apply(b Behavior, r *stage.Recording, result *Result) {
	for _, e := range all {
		if !e.concerns(b.ID, r.Implementation, r.Method) {
			continue
		}
		expected := Fail
		if e.Verdict != "" {
			expected = e.Verdict
		}
		switch result.Verdict {
		case expected:
			result.Evidence = append([]string{"seen: " + result.Reason}, result.Evidence...)
			result.Verdict, result.Reason, result.URL = Known, e.Reason, e.URL
			return
		case Pass:
			if e.Race {
				return
			}
			result.Verdict, result.URL = Fixed, e.URL
			result.Reason = "this known difference was not seen: " + e.Reason
			return
		case Fail, Known, Fixed, Absent, Crash, Timeout, Error, Skipped: // another difference than the known one
		}
	}
}

// versionIn says whether a version satisfies PEP 440 specifiers. As PEP 440 has it, 3.14.0rc1 is neither in <3.14 nor in
// >=3.14: a prerelease of a version counts neither to those before it nor to it.
func versionIn(version, specifiers string) bool {
	v, err := pep440.Parse(version)
	if err != nil {
		return false
	}
	s, err := pep440.NewSpecifiers(specifiers)
	return err == nil && s.Check(v)
}

// Condition tells in words what the expectation is about.
func (e Expectation) Condition() string {
	var parts []string
	for _, part := range []struct{ name, value string }{
		{"", e.Interpreter},
		{"", e.Version},
		{"", e.Module},
		{"", strings.Join(e.Modules, ", ")},
		{"", e.ModuleVer},
		{"on ", strings.Join(e.Platforms, ", ")},
		{"under ", strings.Join(e.Methods, ", ")},
	} {
		if part.value != "" {
			parts = append(parts, part.name+part.value)
		}
	}
	return strings.Join(parts, " ")
}
