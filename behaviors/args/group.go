// Package args holds the behaviors of the arguments that a target receives.
package args

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("args", 20, "arguments by position and by keyword")
