package conformance

import (
	"slices"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/stage"
)

// A judge that finds nothing to look at says so, and does not pass.
func TestWhereThereIsNothingToLookAtNothingPasses(t *testing.T) {
	unchanged := func(*stage.Recording) {}
	for _, c := range []struct {
		recording string
		change    func(r *stage.Recording)
		behavior  string
		reason    string
	}{
		{"cpython-3.12/fork/helpers", unchanged, "helpers-parent", noHelpers},
		{"cpython-3.12/fork/helpers", unchanged, "helpers-outlive", noHelpers},
		{"go/spawn/helpers", unchanged, "helpers-parent", noHelpers},
		{"cpython-3.12/spawn/pickling", func(r *stage.Recording) {
			for _, role := range slices.Concat(localTargets, boundArguments) {
				tried(r, "start "+role, func(e *stage.Event) { e.Data["refused"] = false })
			}
		}, "pickle-refused-left", noneRefused},
	} {
		r := load(t, c.recording)
		c.change(r)
		b, found := Find(c.behavior)
		g := gomega.NewWithT(t)
		g.Expect(found).To(gomega.BeTrue(), c.behavior)
		result := Judge(b, r, nil)
		g.Expect([]string{string(result.Verdict), result.Reason}).To(gomega.Equal([]string{string(Absent), c.reason}), "%s of %s", c.behavior, c.recording)
	}
}
