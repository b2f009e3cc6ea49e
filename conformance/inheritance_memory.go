package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// memoryBehaviors are about what a child finds in its memory.
func memoryBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "inherit-globals", Group: GroupInheritance, Level: Core, Program: inheritance,
			Statement: "What main has changed in a variable of a module MUST be seen by a child under fork, at the first start as later, " +
				"and MUST NOT be seen under spawn and forkserver.",
			Sources: []Source{contextsAndStartMethods(), documented("Programming guidelines, global variables", "the-spawn-and-forkserver-start-methods")},
			Judge:   judgeGlobals,
		},
		{
			ID: "inherit-constants", Group: GroupInheritance, Level: Core, Program: inheritance,
			Statement: "A constant of the main module MUST have its value in every child.",
			Sources:   []Source{documented("Programming guidelines, global variables", "the-spawn-and-forkserver-start-methods")},
			Judge:     judgeSame("constant"),
		},
		{
			ID: "inherit-import", Group: GroupInheritance, Level: Core, Program: inheritance,
			Statement: "A value that is made when the main module is imported MUST be main's own in a child under fork, and MUST be made anew under spawn and forkserver.",
			Sources:   []Source{contextsAndStartMethods(), spawnGuidelines()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				eachView(func(g types.Gomega, v view) {
					g.Expect(v.child.Data["stamp"]).NotTo(gomega.BeNil(), "the %s child's value", v.role)
					g.Expect(equal(v.main, v.child, "stamp")).To(gomega.Equal(r.Method == fork), "whether the %s child has main's value", v.role)
				})(g, r)
			},
		},
		{
			ID: "inherit-import-shared", Group: GroupInheritance, Level: Observation, Program: inheritance, Methods: importing(),
			Statement: "Whether two children share a value that is made when the main module is imported, as they do where a fork server has imported it.",
			Sources:   []Source{{"CPython issue 126631", "https://github.com/python/cpython/issues/126631"}},
			Observe: observeViews(func(first, later view) string {
				return map[bool]string{true: "shared", false: "each its own"}[equal(first.child, later.child, "stamp")]
			}),
		},
		{
			ID: "inherit-inner", Group: GroupInheritance, Level: Core, Program: inheritance,
			Statement: "A target that is defined within the main guard MUST run under fork; under spawn and forkserver it MUST NOT, and the child MUST end with status 1.",
			Sources:   []Source{spawnGuidelines(), processAttribute("exitcode")},
			Judge:     judgeInner,
		},
		{
			ID: "inherit-random", Group: GroupInheritance, Level: Extended, Program: inheritance,
			Statement: "Random numbers SHOULD differ between main and each child, even if main has seeded them before the start.",
			Sources:   []Source{source("3.14.10", "Lib/random.py", 1013)},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if list, ok := views(g, r); ok {
					first, later := list[0], list[1]
					first.unlessNone("random")
					g.Expect(first.child.Data["random"]).NotTo(gomega.BeNil(), "the first child's number")
					g.Expect(equal(first.main, first.child, "random")).To(gomega.BeFalse(), "the first child draws main's number")
					g.Expect(equal(later.main, later.child, "random")).To(gomega.BeFalse(), "the later child draws main's number")
					g.Expect(equal(first.child, later.child, "random")).To(gomega.BeFalse(), "both children draw the same number")
				}
			},
		},
		{
			ID: "inherit-hash", Group: GroupInheritance, Level: Observation, Program: inheritance,
			Statement: "Whether a text has the same hash in main and in its children.",
			Sources:   []Source{{"CPython 3.14 documentation, PYTHONHASHSEED", "https://docs.python.org/3.14/using/cmdline.html#envvar-PYTHONHASHSEED"}},
			Observe: observeViews(func(first, later view) string {
				first.unlessNone("hash")
				switch {
				case equal(first.main, first.child, "hash") && equal(later.main, later.child, "hash"):
					return "main's"
				case equal(first.child, later.child, "hash"):
					return "the children's own, and theirs alike"
				}
				return "each child's own"
			}),
		},
	}
}

func judgeGlobals(g types.Gomega, r *stage.Recording) {
	list, _ := views(g, r)
	for _, v := range list {
		for _, field := range []string{"variable", "elsewhere"} {
			expected := "as imported"
			if r.Method == fork {
				expected = v.role
			}
			g.Expect(v.child.Data).To(gomega.HaveKeyWithValue(field, expected), "the %s child's %s", v.role, field)
		}
	}
}

func judgeInner(g types.Gomega, r *stage.Recording) {
	code, known := exitcode(r, "inner")
	if !g.Expect(known).To(gomega.BeTrue(), "main must know the status of the child") {
		return
	}
	entered := told(r, "enter", "inner")
	if r.Method == fork {
		g.Expect(entered).To(gomega.HaveLen(1), "the target must run")
		g.Expect(code).To(gomega.BeZero(), "the child's status")
		return
	}
	g.Expect(entered).To(gomega.BeEmpty(), "the target must not run")
	g.Expect(code).To(gomega.Equal(1), "the child's status")
}
