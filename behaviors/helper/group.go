// Package helper holds the behaviors of helper processes: the fork server and the resource tracker.
package helper

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("helper", 180, "helper processes")
