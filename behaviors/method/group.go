// Package method holds the behaviors of start methods: which there are, which is the default, and how one is set.
package method

import (
	"slices"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var group = conformance.NewGroup("method", 10, "which start methods there are, and choosing one")

const program = "set-start-method"

// unavailable returns the well-known start methods that an implementation does not report.
func unavailable(i implementation.Implementation) []string {
	return slices.DeleteFunc([]string{conformance.Spawn, conformance.Fork, conformance.Forkserver}, i.Offers)
}
