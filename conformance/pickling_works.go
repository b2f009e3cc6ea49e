package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func picklableBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "pickle-targets", Group: GroupPickling, Level: Core, Program: pickling,
			Statement: "A target MUST be run if it is a function of a module, a builtin one, a partial one, a method of an instance or of a class, or an instance that can be called.",
			Sources:   []Source{processClass(), whatCanBePickled()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, role := range offered(r, []string{"function", "partial", "method", "class-method", "callable"}) {
					runsTo(g, r, role)
				}
				if lacking(r, "start builtin") != "" {
					return
				}
				answered(g, r, "status builtin", 0)
				g.Expect(trimmed(r.Stdout)).To(gomega.ContainElement("a builtin function sings"), "the lines on standard output")
			},
		},
		{
			ID: "pickle-large", Group: GroupPickling, Level: Core, Program: pickling,
			Statement: "An argument of ten million bytes MUST reach the child whole.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(runsTo(g, r, "large")).To(gomega.Equal([]any{1e7, 1e7}), "how many bytes the child received, and how many right ones")
			},
		},
		{
			ID: "pickle-texts", Group: GroupPickling, Level: Core, Program: pickling,
			Statement: "Texts of every character, a lone surrogate among them, and bytes MUST reach the child as they are.",
			Sources:   []Source{processClass(), whatCanBePickled()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(runsTo(g, r, "texts")).To(gomega.Equal([]any{
					`'\u5531\u6b4c \U0001f3b5'`, `'\udc80'`, `'\x00\n'`, `b'\x00\xff'`,
				}), "what the child received, in ASCII")
			},
		},
		{
			ID: "pickle-identity", Group: GroupPickling, Level: Extended, Program: pickling,
			Statement: "Arguments that are one object MUST be one object in the child, and one that holds itself MUST do so there.",
			Sources:   []Source{{"CPython 3.14 documentation, pickle, Comparison with marshal", "https://docs.python.org/3.14/library/pickle.html#comparison-with-marshal"}},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(runsTo(g, r, "same")).To(gomega.Equal([]any{true, true}), "whether two arguments are one, and one holds itself")
			},
		},
		{
			ID: "pickle-reduce", Group: GroupPickling, Level: Extended, Program: pickling,
			Statement: "An argument MUST be pickled in main, once and before start() returns; under fork it MUST NOT be pickled at all.",
			Sources:   []Source{picklability(), contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				runsTo(g, r, "reduced")
				var pickles []stage.Event
				started := -1
				for n, e := range r.Events {
					switch {
					case text(e, "what") == "reduce":
						pickles = append(pickles, e)
						g.Expect(started).To(gomega.Equal(-1), "the argument must not be pickled after the start")
						g.Expect(e.PID).To(gomega.Equal(mainPID(r)), "the process in which the argument is pickled")
					case text(e, "what") == "start reduced":
						started = n
					}
				}
				if r.Method == fork {
					g.Expect(pickles).To(gomega.BeEmpty(), "how often the argument is pickled")
				} else {
					g.Expect(pickles).To(gomega.HaveLen(1), "how often the argument is pickled")
				}
			},
		},
	}
}
