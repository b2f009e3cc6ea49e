package main

import (
	"path/filepath"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/report"
)

// expectValid checks what a command printed against a definition of output.schema.json, and returns it.
func expectValid(t *testing.T, definition, printed string) map[string]any {
	t.Helper()
	g := NewWithT(t)
	schema, err := jsonschema.NewCompiler().Compile("output.schema.json#/$defs/" + definition)
	g.Expect(err).NotTo(HaveOccurred())
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(printed))
	g.Expect(err).NotTo(HaveOccurred(), printed)
	g.Expect(schema.Validate(document)).To(Succeed())
	object, _ := document.(map[string]any)
	return object
}

func TestJSONOfBehaviors(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(expectValid(t, "behaviors", b.run("list", "--json").stdout)["behaviors"]).To(HaveLen(len(conformance.All())))

	out := b.run("explain", "--json", "mainmodule-body-runs")
	g.Expect(expectValid(t, "behaviors", out.stdout)["behaviors"]).To(HaveExactElements(And(
		HaveKeyWithValue("id", "mainmodule-body-runs"),
		HaveKeyWithValue("judge", "behaviors/mainmodule/body_runs.go"),
		HaveKeyWithValue("observed", ContainElement(And(HaveKeyWithValue("method", "spawn"), HaveKeyWithValue("observed", "__main__ ×1, __mp_main__ ×2")))),
	)))
	out = b.run("explain", "--json", "guard-child-exitcode")
	g.Expect(expectValid(t, "behaviors", out.stdout)["behaviors"]).To(HaveExactElements(And(
		HaveKeyWithValue("methods", []any{"spawn", "forkserver"}),
		HaveKeyWithValue("known_differences", ContainElement(HaveKeyWithValue("condition", "billiard <=4.3.2"))),
	)))
}

func TestJSONOfImplementations(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	out := b.run("implementations", "--no-search", "--json")
	g.Expect(expectValid(t, "implementations", out.stdout)["implementations"]).To(HaveExactElements(HaveKeyWithValue("module", "startmethods")))
}

func TestJSONOfDiffAndGate(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--behavior", "method*", "--output", filepath.Join("cells", "partial")).status).To(BeZero())
	results := filepath.Join("cells", "partial")
	g.Expect(expectValid(t, "diff", b.run("diff", "--json", results, results).stdout)).To(And(
		HaveKeyWithValue("sentence", "1 pair compared: nothing has changed"),
		HaveKeyWithValue("pairs", HaveExactElements(HaveKeyWithValue("changes", BeEmpty()))),
	))

	out := b.run("gate", "--json", "cells", "partial", "missing")
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	g.Expect(out.stderr).To(ContainSubstring("2 of 2 cells are missing or not conformant: partial, missing"))
	g.Expect(expectValid(t, "gate", out.stdout)["cells"]).To(HaveExactElements(
		HaveKeyWithValue("verdict", "partial"),
		And(HaveKeyWithValue("cell", "missing"), HaveKey("missing")),
	))
}

// The change of a behavior has all documented fields.
func TestJSONOfChanges(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	g.Expect(b.run("run", "--no-search", "--behavior", "stop-*", "--behavior", "process-*", "--method", "spawn", "--output", "with").status).To(BeZero())
	g.Expect(b.run("judge", "with", "--no-expectations", "--output", "without").status).To(Equal(report.StatusUnexpected))
	out := b.run("diff", "--json", "with", "without")
	g.Expect(out.status).To(Equal(report.StatusUnexpected))
	g.Expect(expectValid(t, "diff", out.stdout)["pairs"]).To(HaveExactElements(
		HaveKeyWithValue("changes", ContainElement(HaveKeyWithValue("kind", "newly failing")))))
}
