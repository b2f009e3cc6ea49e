// Package pool holds the behaviors of multiprocessing.Pool.
package pool

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("pool", 230, "pools: multiprocessing.Pool and its workers")

const (
	program = "pools"
	exits   = "pool-exits"
)

// lost is where it is reported that the result of a task whose worker has died never arrives.
var lost = conformance.Source{
	Text: "multiprocessing.Pool shouldn't hang forever if a worker process dies unexpectedly",
	URL:  "https://github.com/python/cpython/issues/66587",
}

func class() conformance.Source { return source.Docs("class Pool", "multiprocessing.pool.Pool") }

// method returns the documentation of a method of a pool.
func method(name string) conformance.Source {
	return source.Docs("Pool."+name+"()", "multiprocessing.pool.Pool."+name)
}
