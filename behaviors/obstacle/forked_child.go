package obstacle

import "github.com/singdance/singdance/conformance"

var _ = group.Add(conformance.Behavior{
	ID: "obstacle-forked-child", Level: conformance.Extended, Program: program, Methods: []string{conformance.Spawn, conformance.Forkserver},
	Requires:  conformance.POSIX,
	Statement: "A main process that has made a semaphore SHOULD end while a process that it forked with os.fork() still runs.",
	Sources:   []conformance.Source{issue("146313", "the resource tracker waits for a forked process")},
	Judge:     func(s *conformance.Scene) { s.Returned(conformance.Main, "forked child", exit) },
})
