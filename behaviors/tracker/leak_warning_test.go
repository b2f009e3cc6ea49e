package tracker_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
)

func TestLeakWarning(t *testing.T) {
	mutation.Check(t, mutation.Mutant{
		Name: "no warning about a leaked resource is printed", In: in(),
		Change:  setReturned(conformance.Main, "all ended", ""),
		Changes: []string{"tracker-leak-warning"},
	})
}
