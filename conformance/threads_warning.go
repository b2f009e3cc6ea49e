package conformance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

func threadWarningBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "threads-warning", Group: GroupThreads, Level: Core, Program: threads, Methods: []string{fork},
			Statement: "From 3.12 on, a start by fork while main has several threads MUST give a DeprecationWarning.",
			Sources:   []Source{osFork(), contextsAndStartMethods()},
			Applies: func(i implementation.Implementation) string {
				if reason := isMultiprocessing(i); reason != "" {
					return reason
				}
				if !versionIn(i.Version, ">=3.12") {
					return "new in 3.12"
				}
				return ""
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(warned(g, r, several)).To(gomega.ContainElement(gomega.HavePrefix("DeprecationWarning: ")), "the warnings given by the start")
			},
		},
		{
			ID: "threads-no-warning", Group: GroupThreads, Level: Extended, Program: threads,
			Statement: "A start SHOULD give no warning of threads under spawn and forkserver, and none under fork while main has one thread.",
			Sources:   []Source{osFork(), contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(warned(g, r, single)).To(gomega.BeEmpty(), "the warnings given by a start while main had one thread")
				if several := warned(g, r, several); r.Method != fork {
					g.Expect(several).To(gomega.BeEmpty(), "the warnings given by a start while main had several threads")
				}
			},
		},
	}
}

// warned lists the warnings of several threads that the start of a child has given.
func warned(g types.Gomega, r *stage.Recording, role string) []string {
	found := slices.DeleteFunc(told(r, "warned", main), func(e stage.Event) bool { return text(e, "child") != role })
	if !g.Expect(found).To(gomega.HaveLen(1), "main must tell what warnings the start of %s gave", role) {
		return nil
	}
	list, _ := found[0].Data["warnings"].([]any)
	var warnings []string
	for _, one := range list {
		if warning := fmt.Sprint(one); strings.Contains(warning, "multi-threaded") {
			warnings = append(warnings, warning)
		}
	}
	return warnings
}
