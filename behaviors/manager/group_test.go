package manager_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestMain(m *testing.M) { mutation.Main(m, "manager") }

// in returns the good recordings of pools.
func in(methods ...string) mutation.Scenes { return mutation.In("pools", methods...) }

// exits returns the good recordings of pool-exits.
func exits(methods ...string) mutation.Scenes { return mutation.In("pool-exits", methods...) }

// set changes a field of what the server reports about itself.
func set(r *mutation.Recording, field string, value any) {
	r.EachAttempt(conformance.Main, "manager", func(e *stage.Event) { e.Data["value"].(map[string]any)[field] = value })
}
