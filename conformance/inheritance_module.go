package conformance

import (
	"slices"
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// moduleStateBehaviors are about what the module under test hands on, and the flags of its interpreter.
func moduleStateBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "inherit-authkey", Group: GroupInheritance, Level: Core, Program: inheritance,
			Statement: "A child MUST have the authentication key that main has when the process object is made.",
			Sources:   []Source{processAttribute("authkey")},
			Judge: eachView(func(g types.Gomega, v view) {
				v.unlessNone("authkey")
				g.Expect(v.child.Data).To(gomega.HaveKeyWithValue("authkey", v.role), "the %s child's key", v.role)
			}),
		},
		{
			ID: "inherit-log-level", Group: GroupInheritance, Level: Extended, Program: inheritance,
			Statement: "The module's logger SHOULD have in a child the level that main has given it.",
			Sources:   []Source{documented("Logging", "logging")},
			Judge: eachView(func(g types.Gomega, v view) {
				v.unlessNone("log_level")
				if v.main.Data["log_level"] == nil {
					absent("the module has no logger")
				}
				v.same(g, "log_level")
			}),
		},
		{
			ID: "inherit-parent-name", Group: GroupInheritance, Level: Observation, Program: inheritance,
			Statement: "Whether a child knows the name that main has given itself before the start.",
			Sources:   []Source{parentProcess(), source("3.14.10", "Lib/multiprocessing/process.py", 87)},
			Observe:   observeParentName,
		},
		{
			ID: "inherit-executable", Group: GroupInheritance, Level: Core, Program: inheritance, Methods: []string{spawn},
			Statement: "Under spawn a child MUST be run by the executable that was set for it last.",
			Sources:   []Source{documented("set_executable()", "multiprocessing.set_executable")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				list, _ := views(g, r)
				for n, v := range list {
					v.unlessNone("executable")
					if v.child.Data["executable"] == nil {
						absent("%s lets no executable be set, or %s does not see by what path it is started", r.Implementation.Module, r.Implementation.Interpreter)
					}
					g.Expect(v.child.Data["executable"]).To(gomega.BeEquivalentTo(n+1), "the executable of the %s child", v.role)
				}
			},
		},
		{
			ID: "inherit-flags", Group: GroupInheritance, Level: Extended, Program: inheritance,
			Statement: "A child SHOULD have the interpreter's flags of main, such as -O and -B, and its filters of warnings.",
			Sources:   []Source{source("3.14.10", "Lib/subprocess.py", 306), {"CPython 3.14 documentation, sys.flags", "https://docs.python.org/3.14/library/sys.html#sys.flags"}},
			Judge:     judgeFlags,
		},
		{
			ID: "inherit-options", Group: GroupInheritance, Level: Observation, Program: inheritance,
			Statement: "Which of the interpreter's options, given by -X, a child has of main's: some of the interpreter's and one of the user's own.",
			Sources:   []Source{{"CPython issue 146004", "https://github.com/python/cpython/issues/146004"}},
			Observe:   observeOptions,
		},
	}
}

func observeParentName(r *stage.Recording) string {
	return observeViews(func(first, later view) string {
		if first.child.Data["parent"] == nil && later.child.Data["parent"] == nil {
			absent("%s has no parent_process()", r.Implementation.Module)
		}
		if text(first.child, "parent") == "conductor first" && text(later.child, "parent") == "conductor later" {
			return "at each start"
		}
		return "not at each start"
	})(r)
}

func judgeFlags(g types.Gomega, r *stage.Recording) {
	unlessLacking(r, "flags")
	parent, ok := event(g, r, "flags", "flagged")
	if !ok {
		return
	}
	child, ok := event(g, r, "flags", "flagged child")
	if !ok {
		return
	}
	numbers, _ := parent.Data["numbers"].(map[string]any)
	g.Expect(numbers).To(gomega.And(gomega.HaveKeyWithValue("optimize", 1.0), gomega.HaveKeyWithValue("dont_write_bytecode", 1.0)), "main's own flags")
	g.Expect(child.Data["numbers"]).To(gomega.Equal(parent.Data["numbers"]), "the child's flags")
	g.Expect(child.Data["warnings"]).To(gomega.Equal(parent.Data["warnings"]), "the child's filters of warnings")
}

func observeOptions(r *stage.Recording) string {
	unlessLacking(r, "flags")
	children := told(r, "flags", "flagged child")
	if len(children) == 0 {
		return "not known"
	}
	list, _ := children[0].Data["options"].([]any)
	var names []string
	for _, one := range list {
		if name, ok := one.(string); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
