// Package concurrency holds the behaviors of children that run at the same time.
package concurrency

import "github.com/singdance/singdance/conformance"

var group = conformance.NewGroup("concurrency", 40, "children that run at the same time")

const program = "sing-dance"
