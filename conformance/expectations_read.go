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

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/singdance/singdance/stage"
)

//go:embed expectations/*.yaml expectations/schema.json
var expectationFiles embed.FS

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
