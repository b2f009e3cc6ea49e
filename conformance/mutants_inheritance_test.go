package conformance

import "github.com/singdance/singdance/stage"

func inheritanceMutants() []mutant {
	list := []mutant{
		inherits("a forked child does not see a changed variable", []string{fork}, func(r *stage.Recording) {
			said(r, "sees", laterChild, "variable", "as imported")
		}, "inherit-globals", "the later child's variable"),
		inherits("a forked child does not see what was changed in another module", []string{fork}, func(r *stage.Recording) {
			said(r, "sees", firstChild, "elsewhere", "as imported")
		}, "inherit-globals", "the first child's elsewhere"),
		inherits("a later child sees a changed variable", importing(), func(r *stage.Recording) {
			said(r, "sees", laterChild, "variable", laterChild)
		}, "inherit-globals", "the later child's variable"),
		inherits("a constant has lost its value", nil, func(r *stage.Recording) {
			said(r, "sees", laterChild, "constant", nil)
		}, "inherit-constants", "constant of the later child"),
		inherits("a forked child makes an imported value anew", []string{fork}, func(r *stage.Recording) {
			said(r, "sees", firstChild, "stamp", "0")
		}, "inherit-import", "whether the first child has main's value"),
		inherits("a child has main's imported value", importing(), func(r *stage.Recording) {
			said(r, "sees", firstChild, "stamp", first(r, "sees", main).Data["stamp"])
		}, "inherit-import", "whether the first child has main's value"),
		inherits("a child has no imported value", nil, func(r *stage.Recording) {
			all(r, "sees", laterChild, func(e *stage.Event) { delete(e.Data, "stamp") })
		}, "inherit-import", "the later child's value"),
		inherits("two children share an imported value", importing(), func(r *stage.Recording) {
			said(r, "sees", "first", "stamp", "0")
			said(r, "sees", "later", "stamp", "0")
		}, "", "", "inherit-import-shared"),
		inherits("a target within the guard does not run under fork", []string{fork}, func(r *stage.Recording) {
			silence(r, "enter", "inner")
		}, "inherit-inner", "the target must run"),
		inherits("a target within the guard runs", importing(), func(r *stage.Recording) {
			insert(r, position(r, "exit", main), stage.Event{Event: "enter", Role: "inner", PID: unknownPID})
		}, "inherit-inner", "the target must not run"),
		inherits("a child without its target ends with status 0", importing(), func(r *stage.Recording) {
			status(r, "inner", 0.0)
		}, "inherit-inner", "the child's status"),
		inherits("what became of the inner child is not known", nil, func(r *stage.Recording) {
			status(r, "inner", nil)
		}, "inherit-inner", "main must know the status"),
		inherits("a child draws the number that main has seeded", nil, func(r *stage.Recording) {
			said(r, "sees", firstChild, "random", first(r, "sees", main).Data["random"])
		}, "inherit-random", "the first child draws main's number"),
		inherits("two children draw the same number", nil, func(r *stage.Recording) {
			said(r, "sees", firstChild, "random", 0.5)
			said(r, "sees", laterChild, "random", 0.5)
		}, "inherit-random", "both children draw the same number"),
		inherits("a text has a hash of its own in a child", []string{fork}, func(r *stage.Recording) {
			said(r, "sees", firstChild, "hash", "1")
		}, "", "", "inherit-hash"),
		inherits("a text has the same hash everywhere", importing(), func(r *stage.Recording) {
			said(r, "sees", "", "hash", "1")
		}, "", "", "inherit-hash"),
		inherits("a forked child handles no signals", []string{fork}, func(r *stage.Recording) {
			signals(r, laterChild, "handled", "default")
		}, "inherit-fork-signals", "signals of the later child"),
		inherits("a child joins a process group of its own", nil, func(r *stage.Recording) {
			said(r, "sees", laterChild, "group_pid", float64(unknownPID))
		}, "inherit-group", "group_pid of the later child"),
	}
	for _, field := range []string{"environ", "folder", "umask", "limit", "descriptors", "arguments", "path"} {
		list = append(list, inherits("a forked child has not main's "+field, []string{fork}, func(r *stage.Recording) {
			said(r, "sees", laterChild, field, "another")
		}, "inherit-fork", field+" of the later child"))
	}
	for _, field := range []string{"environ", "umask", "limit"} {
		list = append(list,
			inherits("a spawned child has not main's "+field, []string{spawn}, func(r *stage.Recording) {
				said(r, "sees", laterChild, field, "another")
			}, "inherit-environ", field+" of the later child"),
			inherits("a later child of a server has main's "+field, []string{forkserver}, func(r *stage.Recording) {
				said(r, "sees", laterChild, field, told(r, "sees", main)[1].Data[field])
			}, "", "", "inherit-server"))
	}
	for _, field := range []string{"folder", "arguments", "path"} {
		list = append(list, inherits("main's "+field+" is not sent", importing(), func(r *stage.Recording) {
			said(r, "sees", laterChild, field, []any{"another"})
		}, "", "", "inherit-sent"))
	}
	return append(list, append(descriptorMutants(), moduleStateMutants()...)...)
}

func descriptorMutants() []mutant {
	list := []mutant{
		inherits("a child reads main's standard input", nil, func(r *stage.Recording) {
			said(r, "sees", laterChild, "stdin", "a line\n")
		}, "inherit-stdin", "what the later child reads"),
		inherits("a child has another descriptor 0", nil, func(r *stage.Recording) {
			said(r, "sees", laterChild, "descriptor_0", false)
		}, "", "", "inherit-descriptor-0"),
		inherits("what main had not flushed is printed by a child too", nil, func(r *stage.Recording) {
			r.Stdout += "said before the first start\n"
		}, "inherit-stdout", "how often main's line"),
		inherits("what main had not flushed is lost", nil, func(r *stage.Recording) {
			r.Stdout = ""
		}, "inherit-stdout", "how often main's line"),
		inherits("a file's buffer is written twice", nil, func(r *stage.Recording) {
			tried(r, "buffer later", func(e *stage.Event) { e.Data["value"] = "written before the start\nwritten before the start\n" })
		}, "inherit-buffers", `the answer to "buffer later"`),
		inherits("main's handler is in force in a child", importing(), func(r *stage.Recording) {
			signals(r, firstChild, "handled", "handled")
		}, "inherit-handlers", "the signal in the first child"),
		inherits("main handles no signal", importing(), func(r *stage.Recording) {
			signals(r, main, "handled", "default")
		}, "inherit-handlers", "the signal in main"),
		inherits("a signal that main ignores is at its default in a child", importing(), func(r *stage.Recording) {
			signals(r, firstChild, "ignored", "default")
		}, "", "", "inherit-signals"),
	}
	for _, kind := range []string{"plain", "inheritable"} {
		list = append(list,
			inherits("a child has main's "+kind+" descriptor", importing(), func(r *stage.Recording) {
				all(r, "sees", laterChild, func(e *stage.Event) { e.Data["descriptors"].(map[string]any)[kind] = true })
			}, "inherit-descriptors", "the "+kind+" descriptor in the later child"),
			inherits("main has not the "+kind+" descriptor itself", importing(), func(r *stage.Recording) {
				all(r, "sees", main, func(e *stage.Event) { delete(e.Data["descriptors"].(map[string]any), kind) })
			}, "inherit-descriptors", "the "+kind+" descriptor in main"))
	}
	return list
}

func moduleStateMutants() []mutant {
	return []mutant{
		inherits("a child has a key of its own", nil, func(r *stage.Recording) {
			said(r, "sees", laterChild, "authkey", firstChild)
		}, "inherit-authkey", "the later child's key"),
		inherits("a child's logger has not main's level", nil, func(r *stage.Recording) {
			said(r, "sees", firstChild, "log_level", 0.0)
		}, "inherit-log-level", "log_level of the first child"),
		inherits("a child does not know its parent's name", nil, func(r *stage.Recording) {
			said(r, "sees", laterChild, "parent", "MainProcess")
		}, "", "", "inherit-parent-name"),
		inherits("the executable is the one that was set before", []string{spawn}, func(r *stage.Recording) {
			said(r, "sees", laterChild, "executable", 1.0)
		}, "inherit-executable", "the executable of the later child"),
		inherits("a later child of a server is of its own executable", []string{forkserver}, func(r *stage.Recording) {
			said(r, "sees", laterChild, "executable", 2.0)
		}, "", "", "inherit-server"),
		inherits("a child does not optimize", nil, func(r *stage.Recording) {
			all(r, "flags", "flagged child", func(e *stage.Event) { e.Data["numbers"].(map[string]any)["optimize"] = 0.0 })
		}, "inherit-flags", "the child's flags"),
		inherits("a child has lost a filter of warnings", nil, func(r *stage.Recording) {
			said(r, "flags", "flagged child", "warnings", []any{})
		}, "inherit-flags", "the child's filters of warnings"),
		inherits("main was started without flags", nil, func(r *stage.Recording) {
			for _, role := range []string{"flagged", "flagged child"} {
				all(r, "flags", role, func(e *stage.Event) { e.Data["numbers"].(map[string]any)["optimize"] = 0.0 })
			}
		}, "inherit-flags", "main's own flags"),
		inherits("a child has none of the options", nil, func(r *stage.Recording) {
			said(r, "flags", "flagged child", "options", []any{})
		}, "", "", "inherit-options"),
		inherits("the main module finds no arguments when it is imported", importing(), func(r *stage.Recording) {
			said(r, "sees", laterChild, "command_line", []any{})
		}, "", "", "inherit-command-line"),
	}
}

// inherits is a wrong recording of inheritance that one behavior fails on, or that changes observations.
func inherits(name string, methods []string, change func(r *stage.Recording), id, reason string, changes ...string) mutant {
	m := mutant{name, of(inheritance, methods...), change, nil, changes}
	if id != "" {
		m.fails = map[string]string{id: reason}
	}
	return m
}

// signals changes what a role says that it does with one of main's signals.
func signals(r *stage.Recording, role, name, action string) {
	all(r, "sees", role, func(e *stage.Event) { e.Data["signals"].(map[string]any)[name] = action })
}
