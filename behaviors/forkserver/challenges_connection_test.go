package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestChallengesConnection(t *testing.T) {
	const id = "forkserver-challenges-connection"
	for _, mutant := range mutation.WrongReturn(id, "connect", "", inAccess(), "the server must send a challenge") {
		if mutant.Name != "the attempt connect returns " {
			mutant.Fails["forkserver-survives-connection"] = mutant.Fails[id]
		}
		mutation.Check(t, mutant)
	}
}
