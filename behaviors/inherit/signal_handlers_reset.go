package inherit

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "inherit-signal-handlers-reset", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(), Requires: conformance.POSIX,
	Statement: "Under spawn and forkserver, a signal that the main process handles SHOULD have its default action in a child.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		for _, st := range states(s) {
			s.Expect(actionOf(st.main, "handled"), "the action of the signal in the main process").To(gomega.Equal("handled"))
			s.Expect(actionOf(st.child, "handled"), "the action of the signal in the %s child", st.role).To(gomega.Equal("default"))
		}
	},
})

// actionOf returns what a process does with one of the signals.
func actionOf(e conformance.Event, name string) string {
	signals, _ := e.Data["signals"].(map[string]any)
	if action, reported := signals[name]; reported && action == nil {
		return "no such thing"
	}
	action, _ := signals[name].(string)
	return action
}
