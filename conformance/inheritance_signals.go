package conformance

import (
	"fmt"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// signalBehaviors are about what signals do to a child.
func signalBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "inherit-group", Group: GroupInheritance, Level: Extended, Program: inheritance, Applies: onPOSIX,
			Statement: "A child SHOULD be in the process group of main, so that what a terminal sends to one reaches both.",
			Sources:   []Source{{"CPython 3.14 documentation, os.getpgrp()", "https://docs.python.org/3.14/library/os.html#os.getpgrp"}},
			Judge:     judgeSame("group_pid"),
		},
		{
			ID: "inherit-fork-signals", Group: GroupInheritance, Level: Core, Program: inheritance, Methods: []string{fork},
			Statement: "Under fork a child MUST handle, ignore and block the signals that main handles, ignores and blocks at that start.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgeSame("signals"),
		},
		{
			ID: "inherit-handlers", Group: GroupInheritance, Level: Extended, Program: inheritance, Methods: importing(), Applies: onPOSIX,
			Statement: "Under spawn and forkserver a signal that main handles by a function SHOULD be at its default in a child.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: eachView(func(g types.Gomega, v view) {
				g.Expect(signalOf(v.main, "handled")).To(gomega.Equal("handled"), "the signal in main")
				g.Expect(signalOf(v.child, "handled")).To(gomega.Equal("default"), "the signal in the %s child", v.role)
			}),
		},
		{
			ID: "inherit-signals", Group: GroupInheritance, Level: Observation, Program: inheritance, Methods: importing(), Applies: onPOSIX,
			Statement: "What is left in children of signals that main ignores or blocks.",
			Sources:   []Source{{"CPython 3.14 documentation, subprocess, restore_signals: others stay ignored", "https://docs.python.org/3.14/library/subprocess.html#subprocess.Popen"}},
			Observe: observeViews(func(first, later view) string {
				return fmt.Sprintf("ignored: %s; blocked: %s; ignored before the later start: %s",
					signalOf(first.child, "ignored"), signalOf(first.child, "blocked"), signalOf(later.child, "ignored later"))
			}),
		},
	}
}

// signalOf is what a process does with one of main's signals.
func signalOf(e stage.Event, name string) string {
	signals, _ := e.Data["signals"].(map[string]any)
	if action, told := signals[name]; told && action == nil {
		return "no such thing"
	}
	action, _ := signals[name].(string)
	return action
}
