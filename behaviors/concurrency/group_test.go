package concurrency_test

import (
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestMain(m *testing.M) { mutation.Main(m, "concurrency") }

// in returns the good recordings of sing-dance.
func in() mutation.Scenes { return mutation.In("sing-dance") }

func roles() []string { return []string{"sing", "dance"} }
