package conformance

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
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

// LoadExpectations reads the known differences that are built in. Its error names the file, the line and what is wrong.
func LoadExpectations() (Expectations, error) {
	folder, err := fs.Sub(expectationFiles, "expectations")
	if err != nil {
		return nil, err
	}
	return loadExpectations(folder)
}

// maxExpectations is the size in bytes of the largest file that ReadExpectations reads.
const maxExpectations = 4 << 20

// ReadExpectations reads a user's file of known differences. Its error names the file, the line and what is wrong.
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

// parseExpectations reads a file of expectations. It checks the file against the schema, and then what a schema cannot
// express.
func parseExpectations(text []byte) (Expectations, error) {
	schema, err := expectationSchema()
	if err != nil {
		return nil, err
	}
	if err := checkAgainst(schema, text); err != nil {
		return nil, err
	}
	var entries, more Expectations
	decoder := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict())
	if err := decoder.Decode(&entries); err != nil {
		return nil, err
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, errors.New("the file must hold one YAML document; it holds several")
	}
	for n, entry := range entries {
		if err := entry.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", position(text, []string{strconv.Itoa(n)}), err)
		}
	}
	return entries, nil
}

// checkAgainst checks a YAML file against a schema. Its error holds every violation with its line.
func checkAgainst(schema *jsonschema.Schema, text []byte) error {
	converted, err := yaml.YAMLToJSON(text)
	if err != nil {
		return err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(converted))
	if err != nil {
		return err
	}
	err = schema.Validate(document)
	var violation *jsonschema.ValidationError
	if !errors.As(err, &violation) {
		return err
	}
	violations := schemaViolations(violation.BasicOutput(), text)
	slices.Sort(violations) // the validator reports them in random order
	return errors.New(strings.Join(violations, "; "))
}

// schemaViolations returns what a value violates, and what is wrong in the values inside it.
func schemaViolations(unit *jsonschema.OutputUnit, text []byte) []string {
	var list []string
	for _, cause := range unit.Errors {
		list = append(list, schemaViolations(&cause, text)...)
	}
	if len(list) == 0 && unit.Error != nil {
		var path []string
		if unit.InstanceLocation != "" {
			path = strings.Split(strings.TrimPrefix(unit.InstanceLocation, "/"), "/")
		}
		list = append(list, fmt.Sprintf("%s: %s", position(text, path), unit.Error))
	}
	return list
}

// position names the place of a value in a file that lists entries: its line, the number of its entry, and the field.
// The path holds the entry's index, the field, and the index in a list.
func position(text []byte, path []string) string {
	if len(path) == 0 {
		return "the file"
	}
	index, _ := strconv.Atoi(path[0])
	name := fmt.Sprintf("entry %d", index+1)
	if len(path) > 1 {
		name += ", " + path[1]
	}
	if line := lineOf(text, path); line > 0 {
		name = fmt.Sprintf("line %d, %s", line, name)
	}
	return name
}

// lineOf returns the line of a value in a YAML text, or 0 if it is not found.
func lineOf(text []byte, path []string) int {
	file, err := parser.ParseBytes(text, 0)
	if err != nil || len(file.Docs) == 0 {
		return 0
	}
	builder := (&yaml.PathBuilder{}).Root()
	for _, part := range path {
		if index, err := strconv.ParseUint(part, 10, 0); err == nil {
			builder = builder.Index(uint(index))
		} else {
			builder = builder.Child(part)
		}
	}
	node, err := builder.Build().FilterNode(file.Docs[0].Body)
	if err != nil || node == nil {
		return 0
	}
	if mapping, isMapping := node.(*ast.MappingNode); isMapping && len(mapping.Values) > 0 {
		node = mapping.Values[0].Key // the token of a mapping is the colon after its first key
	}
	return node.GetToken().Position.Line
}

func expectationSchema() (*jsonschema.Schema, error) {
	text, err := expectationFiles.ReadFile("expectations/schema.json")
	if err != nil {
		return nil, err
	}
	return compileSchema(text)
}

func compileSchema(text []byte) (*jsonschema.Schema, error) {
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
