// Package manager holds the behaviors of managers, whose objects live in a server process.
package manager

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("manager", 240, "managers and their server processes")

const (
	program = "pools"
	exits   = "pool-exits"
)

func class() conformance.Source {
	return source.Docs("class BaseManager", "multiprocessing.managers.BaseManager")
}

func start() conformance.Source {
	return source.Docs("BaseManager.start()", "multiprocessing.managers.BaseManager.start")
}

func managers() conformance.Source { return source.Docs("Managers", "managers") }
