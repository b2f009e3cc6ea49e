// Package daemon holds the behaviors of daemonic children.
package daemon

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("daemon", 110, "daemonic children")

const program = "daemons"
