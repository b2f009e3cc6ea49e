package mainmodule_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestTargetInOtherModule(t *testing.T) {
	for origin, observation := range map[string]string{
		"package": "mainmodule-package", "directory": "mainmodule-directory", "zip": "mainmodule-zip-archive", "command": "mainmodule-command-string",
	} {
		mutation.Check(t, mutation.Mutant{
			Name: origin + ": a target in another module is not found", In: importing(),
			Change:  func(r *mutation.Recording) { failBeforeTarget(r, origin, "imported", "AttributeError") },
			Fails:   map[string]string{"mainmodule-target-in-other-module": outcomeOf("imported", origin)},
			Changes: []string{observation},
		})
	}
}
