package conformance

import (
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// descriptorBehaviors are about open files, and what waits in their buffers.
func descriptorBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "inherit-descriptors", Group: GroupInheritance, Level: Core, Program: inheritance, Methods: importing(),
			Statement: "Under spawn and forkserver a descriptor that main has opened MUST NOT be open in a child, not even one that is inheritable.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: eachView(func(g types.Gomega, v view) {
				for _, kind := range []string{"plain", "inheritable"} {
					g.Expect(descriptor(v.main, kind)).To(gomega.Equal("open"), "the %s descriptor in main", kind)
					g.Expect(descriptor(v.child, kind)).To(gomega.Equal("closed"), "the %s descriptor in the %s child", kind, v.role)
				}
			}),
		},
		{
			ID: "inherit-stdin", Group: GroupInheritance, Level: Core, Program: inheritance,
			Statement: "The standard input of a child MUST be at its end from the beginning, although main's is a file with a line.",
			Sources:   []Source{documented("Programming guidelines, beware of replacing sys.stdin", "all-start-methods")},
			Judge: eachView(func(g types.Gomega, v view) {
				g.Expect(v.child.Data).To(gomega.HaveKeyWithValue("stdin", ""), "what the %s child reads", v.role)
			}),
		},
		{
			ID: "inherit-descriptor-0", Group: GroupInheritance, Level: Observation, Program: inheritance,
			Statement: "Whether descriptor 0 is main's in a child, whatever its standard input reads.",
			Sources:   []Source{source("3.14.10", "Lib/multiprocessing/util.py", 540)},
			Observe: observeViews(func(first, later view) string {
				if first.child.Data["descriptor_0"] == true && later.child.Data["descriptor_0"] == true {
					return "main's"
				}
				return "another"
			}),
		},
		{
			ID: "inherit-stdout", Group: GroupInheritance, Level: Extended, Program: inheritance,
			Statement: "What main has printed before a start and not flushed SHOULD be printed once, and not by the child again.",
			Sources:   []Source{source("3.14.10", "Lib/multiprocessing/popen_fork.py", 17)},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{firstChild, laterChild} {
					line := "said before the " + role + " start"
					g.Expect(strings.Count(r.Stdout, line)).To(gomega.Equal(1), "how often main's line %q is printed", line)
				}
			},
		},
		{
			ID: "inherit-buffers", Group: GroupInheritance, Level: Extended, Program: inheritance,
			Statement: "What main has written to a file before a start and not flushed SHOULD be in the file once when main closes it.",
			Sources:   []Source{{"CPython 3.14 documentation, os._exit(), by which a forked child ends without flushing", "https://docs.python.org/3.14/library/os.html#os._exit"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range []string{firstChild, laterChild} {
					answered(g, r, "buffer "+role, "written before the start\n")
				}
			},
		},
	}
}

// descriptor is what one of main's descriptors is in a process.
func descriptor(e stage.Event, kind string) string {
	descriptors, _ := e.Data["descriptors"].(map[string]any)
	switch descriptors[kind] {
	case true:
		return "open"
	case false:
		return "closed"
	}
	return "unknown"
}
