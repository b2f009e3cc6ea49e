package forkserver_test

import (
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// inAccess returns the good recordings of fork-server by CPython 3.15.
func inAccess() mutation.Scenes {
	return mutation.By("cpython-3.15", "fork-server", conformance.Forkserver)
}

// field returns a change of a field of what an attempt of main returned.
func field(what, name string, value any) func(r *mutation.Recording) {
	return func(r *mutation.Recording) {
		r.EachAttempt(conformance.Main, what, func(e *stage.Event) { e.Data["value"].(map[string]any)[name] = value })
	}
}

func TestSocket(t *testing.T) {
	const inFileSystem, private = "forkserver-socket-in-file-system", "forkserver-socket-private"
	mutation.CheckFails(t, "the socket is abstract", inAccess(), field("socket", "abstract", true), inFileSystem,
		"the socket of the server must be in the file system")
	mutation.CheckFails(t, "every user can connect", inAccess(), func(r *mutation.Recording) {
		field("socket", "mode", float64(0o666))(r)
		field("socket", "folder_mode", float64(0o755))(r)
	}, private, "the socket or its folder must be accessible to its owner alone; their modes are 666 and 755")
	for _, mutant := range mutation.WrongReturn(inFileSystem, "socket", "text", inAccess(), "main must report what the socket of the server is") {
		mutant.Fails[private] = mutant.Fails[inFileSystem]
		mutation.Check(t, mutant)
	}
}
