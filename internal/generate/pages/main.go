// Command pages writes the generated parts of the documentation: the behaviors of each program, at the end of
// fixtures/PROGRAM/README.md; the index of programs in fixtures/DRIVER.md; docs/coverage.md; docs/defects.md; and
// docs/reference.md, with the data in docs/data.
//
// Run it in the root folder of the repository, by go generate.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures"
	"github.com/singdance/singdance/internal/ledger"
	"github.com/singdance/singdance/report/site"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func generate() error {
	for _, program := range fixtures.Programs() {
		if err := fill(filepath.Join("fixtures", program.ID, "README.md"), "judged", judgedOn(program.ID)); err != nil {
			return err
		}
	}
	if err := fill(filepath.Join("fixtures", "DRIVER.md"), "programs", index()); err != nil {
		return err
	}
	coverage, err := conformance.LoadCoverage()
	if err != nil {
		return err
	}
	var page bytes.Buffer
	coverage.Markdown(&page)
	if err := write(filepath.Join("docs", "coverage.md"), page.Bytes()); err != nil {
		return err
	}
	defects, err := ledger.Load()
	if err != nil {
		return err
	}
	page.Reset()
	defects.Markdown(&page)
	if err := write(filepath.Join("docs", "defects.md"), page.Bytes()); err != nil {
		return err
	}
	return reference()
}

// reference writes the data of the reference in their normal form, and the index of the questions.
func reference() error {
	data := filepath.Join("docs", "data")
	systems, err := site.Read(data)
	if err != nil {
		return err
	}
	if err := site.Write(data, systems); err != nil {
		return err
	}
	index, err := site.Index(systems)
	if err != nil {
		return err
	}
	return write(filepath.Join("docs", "reference.md"), []byte(index))
}

// judgedOn lists the behaviors that are judged on a program.
func judgedOn(program string) string {
	var out strings.Builder
	out.WriteString("## What is judged\n\n")
	for _, b := range conformance.All() {
		if b.Program != program {
			continue
		}
		file, _ := b.Location()
		fmt.Fprintf(&out, "- [%s](../../%s) (%s): %s\n", b.ID, file, scope(b), b.Statement)
	}
	return out.String()
}

// scope returns the level of a behavior and the start methods that it applies to.
func scope(b conformance.Behavior) string {
	if len(b.Methods) == 0 {
		return string(b.Level)
	}
	return string(b.Level) + ", " + strings.Join(b.Methods, " and ")
}

// index lists the programs.
func index() string {
	var out strings.Builder
	out.WriteString("| program | what it shows |\n|---|---|\n")
	for _, program := range fixtures.Programs() {
		fmt.Fprintf(&out, "| [%s](%s/README.md) | %s |\n", program.ID, program.ID, program.Title)
	}
	return out.String()
}

// fill replaces the generated part with a name in a page.
func fill(path, name, text string) error {
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	begin, end := "<!-- generated: "+name+" -->\n", "<!-- end generated -->"
	before, rest, found := strings.Cut(string(page), begin)
	if !found {
		return fmt.Errorf("%s has no line %q", path, strings.TrimSpace(begin))
	}
	_, after, found := strings.Cut(rest, end)
	if !found {
		return fmt.Errorf("%s has no line %q after %q", path, end, strings.TrimSpace(begin))
	}
	return write(path, []byte(before+begin+text+end+after))
}

// write writes a file if its content changes.
func write(path string, content []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	return os.WriteFile(path, content, 0o644)
}
