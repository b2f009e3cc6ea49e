// Package mainmodule holds the behaviors that depend on where the main module comes from.
package mainmodule

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("mainmodule", 140, "where the main module comes from, and when it is imported")
