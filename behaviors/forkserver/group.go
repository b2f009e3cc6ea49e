// Package forkserver holds the behaviors of the fork server and of the modules that it preloads.
package forkserver

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("forkserver", 190, "the fork server, and the modules that it preloads")

const program = "helper-processes"

func preload() conformance.Source { return source.Function("set_forkserver_preload") }
