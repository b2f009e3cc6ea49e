// Package context holds the behaviors of contexts, and of several start methods in one program.
package context

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("context", 160, "contexts, and several start methods in one program")

const program = "mixed-contexts"

// chosen describes the start method that is set for a whole program.
func chosen(value any) string {
	if value == nil {
		return "none"
	}
	return fmt.Sprint(value)
}
