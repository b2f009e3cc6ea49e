package pool_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "pool") }

// in returns the good recordings of pools.
func in(methods ...string) mutation.Scenes { return mutation.In("pools", methods...) }

// exits returns the good recordings of pool-exits.
func exits(methods ...string) mutation.Scenes { return mutation.In("pool-exits", methods...) }

// set changes a field of what an attempt of the main process reports about a worker.
func set(r *mutation.Recording, what, field string, value any) {
	r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
}

// pid returns the process ID of the worker that an attempt of the main process describes.
func pid(r *mutation.Recording, what string) int {
	var found float64
	r.EachAttempt(conformance.Main, what, func(e *stage.Event) { found, _ = e.Data["value"].(map[string]any)["pid"].(float64) })
	return int(found)
}
