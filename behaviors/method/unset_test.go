package method_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func inUnsetting() mutation.Scenes { return mutation.In("unset-start-method") }

func TestUnset(t *testing.T) {
	const none, allows, restores = "method-unset-leaves-none", "method-unset-allows-set", "method-unset-restores-default"
	mutation.Check(t, mutation.WrongReturn(none, "set", "another", inUnsetting(), "")...)
	for _, mutant := range mutation.WrongReturn(none, "unset", "spawn", inUnsetting(), "") {
		if mutant.Name != "the attempt unset returns spawn" {
			mutant.Fails[allows] = mutant.Fails[none]
		}
		mutation.Check(t, mutant)
	}
	for _, mutant := range mutation.WrongReturn(none, "unset the default", "spawn", inUnsetting(), "") {
		if mutant.Name != "the attempt unset the default returns spawn" {
			mutant.Fails["method-set-none-chooses-default"] = mutant.Fails[none]
		}
		mutation.Check(t, mutant)
	}
	mutation.Check(t, mutation.WrongReturn(allows, "set after unset", "another", inUnsetting(), "")...)
	mutation.Check(t, mutation.WrongReturn(restores, "default after unset", "another", inUnsetting(), "")...)
	mutation.Check(t, mutation.Refused(restores, "unset again", inUnsetting()))
}
