package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
)

func TestSurvivesConnection(t *testing.T) {
	mutation.Check(t, mutation.WrongReturn("forkserver-survives-connection", "same server", false, inAccess(), "")...)
}
