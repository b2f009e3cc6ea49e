package report_test

import (
	"fmt"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
)

// The outcome of most implementations is shortened to "all" or "the rest", so that the others stand out. An outcome with a
// reason always names its implementations.
func TestReferenceNamesDifferingImplementations(t *testing.T) {
	for _, c := range []struct {
		name     string
		verdicts []conformance.Verdict // of the implementations a, b, c, …
		lines    []string
	}{
		{"all", []conformance.Verdict{"pass", "pass", "pass", "pass", "pass"}, []string{"- holds: all"}},
		{"few", []conformance.Verdict{"pass", "pass", "pass", "pass"}, []string{"- holds: a, b, c, d"}},
		{
			"one differs",
			[]conformance.Verdict{"known", "pass", "pass", "pass", "pass", "pass"},
			[]string{"- holds: the rest", "- **known**: so it is: a"},
		},
		{
			"few of several",
			[]conformance.Verdict{"known", "pass", "pass", "pass", "pass"},
			[]string{"- holds: b, c, d, e", "- **known**: so it is: a"},
		},
		{
			"most differ",
			[]conformance.Verdict{"known", "known", "known", "known", "known", "pass"},
			[]string{"- **known**: so it is: a, b, c, d, e", "- holds: f"},
		},
		{"none was run", []conformance.Verdict{"skipped", "skipped"}, []string{"- It did not apply to any implementation in this run."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &report.Report{}
			for n, verdict := range c.verdicts {
				id := fmt.Sprintf("%c", 'a'+n)
				r.Implementations = append(r.Implementations, implementation.Implementation{ID: id, Methods: []string{"spawn"}, Default: "spawn"})
				result := conformance.Result{Behavior: "args-none-received", Level: conformance.Core, Implementation: id, Method: "spawn", Verdict: verdict}
				if verdict == conformance.Known {
					result.Reason = "so it is"
				}
				r.Results = append(r.Results, result)
			}
			r.Conclude()
			var out strings.Builder
			r.Reference(&out)
			_, after, _ := strings.Cut(out.String(), "\n### args-none-received\n")
			section, _, _ := strings.Cut(after, "\n### ")
			var lines []string
			for line := range strings.Lines(section) {
				if strings.HasPrefix(line, "- ") {
					lines = append(lines, strings.TrimSpace(line))
				}
			}
			NewWithT(t).Expect(lines).To(Equal(c.lines))
		})
	}
}

// If a behavior holds under some start methods of an implementation only, the reference names those under which it differs.
func TestReferenceNamesDifferingMethods(t *testing.T) {
	r := &report.Report{}
	for n := range 6 {
		id := fmt.Sprintf("%c", 'a'+n)
		r.Implementations = append(r.Implementations, implementation.Implementation{ID: id, Methods: []string{"fork", "spawn"}, Default: "fork"})
		for _, method := range []string{"fork", "spawn"} {
			result := conformance.Result{Behavior: "args-none-received", Level: conformance.Core, Implementation: id, Method: method, Verdict: conformance.Pass}
			if id == "c" && method == "spawn" {
				result.Verdict, result.Reason = conformance.Known, "so it is"
			}
			r.Results = append(r.Results, result)
		}
	}
	r.Conclude()
	var out strings.Builder
	r.Reference(&out)
	NewWithT(t).Expect(out.String()).To(ContainSubstring("\n- holds: the rest\n- **known**: so it is: c [spawn]\n"))
	NewWithT(t).Expect(out.String()).To(ContainSubstring("| c |  |  | fork, spawn | 1 | 1 | 0 |\n"))
}
