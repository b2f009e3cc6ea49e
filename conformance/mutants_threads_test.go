package conformance

import (
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func threadMutants() []mutant {
	list := []mutant{
		threaded("a child has a thread of main's", nil, func(r *stage.Recording) {
			said(r, "threads", several, "names", []any{"MainThread", "Thread-1"})
		}, "threads-alone", "the threads of the child several"),
		threaded("a target is run by another thread than the main one", nil, func(r *stage.Recording) {
			said(r, "threads", orphaned, "is_main", false)
		}, "threads-main", "the thread of the child orphaned"),
		threaded("the main thread is called otherwise", nil, func(r *stage.Recording) {
			said(r, "threads", orphaned, "main", "another")
		}, "", "", "threads-main-name"),
		threaded("a lock that is held by nobody is held in a child", nil, func(r *stage.Recording) {
			said(r, "threads", single, "held", true)
		}, "threads-lock", "whether the lock is held in the child single"),
		threaded("a forked child frees a lock", []string{fork}, func(r *stage.Recording) {
			said(r, "threads", several, "held", false)
		}, "threads-lock", "whether the lock is held in the child several"),
		threaded("a child that imports the main module finds a lock held", importing(), func(r *stage.Recording) {
			said(r, "threads", several, "held", true)
		}, "threads-lock", "whether the lock is held in the child several"),
		threaded("a handler's lock is held in a forked child", []string{fork}, func(r *stage.Recording) {
			said(r, "threads", several, "handler_held", true)
		}, "", "", "threads-logging-lock"),
		threaded("a fork beside threads gives no warning", []string{fork}, func(r *stage.Recording) {
			warns(r, several)
		}, "threads-warning", "the warnings given by the start"),
		threaded("a fork beside threads gives another warning", []string{fork}, func(r *stage.Recording) {
			warns(r, several, "ResourceWarning: multi-threaded")
		}, "threads-warning", "the warnings given by the start"),
		threaded("a start beside threads that is no fork gives a warning", importing(), func(r *stage.Recording) {
			warns(r, several, "DeprecationWarning: multi-threaded")
		}, "threads-no-warning", "while main had several threads"),
		threaded("a start by the only thread gives a warning", nil, func(r *stage.Recording) {
			warns(r, single, "DeprecationWarning: multi-threaded")
		}, "threads-no-warning", "while main had one thread"),
		threaded("a child ends with the thread that started it", nil, func(r *stage.Recording) {
			removeRows(r, func(p platform.Process) bool { return p.PID == pidOf(r, orphaned) })
		}, "threads-starter", "the child must be alive"),
		threaded("a child that another thread started is orphaned", []string{spawn, fork}, func(r *stage.Recording) {
			adopt(r, pidOf(r, orphaned), unknownPID)
		}, "threads-starter", "the child's parent"),
		threaded("main does not wait for what another thread started", nil, func(r *stage.Recording) {
			status(r, orphaned, nil)
		}, "threads-starter", "the child's status must be 0"),
		threaded("no process table was read when the thread had ended", nil, func(r *stage.Recording) {
			unread(r, orphaned)
		}, "threads-starter", "the process table must have been read"),
		threaded("a child does not wait for its thread", nil, func(r *stage.Recording) {
			silence(r, "outlast", lingers)
		}, "threads-linger", "the child's thread must come to its end"),
		threaded("a child with threads does not end by itself", nil, func(r *stage.Recording) {
			status(r, lingers, -9.0)
		}, "threads-linger", "the child's status must be 0"),
		threaded("a target with threads does not come to its end", nil, func(r *stage.Recording) {
			silence(r, "leave", lingers)
		}, "threads-linger", "the target must come to its end"),
		threaded("a child that is started at the end is not waited for", importing(), func(r *stage.Recording) {
			insert(r, position(r, "exit", main), stage.Event{Event: "enter", Role: encore, PID: unknownPID})
			status(r, encore, nil)
		}, "", "", "threads-encore"),
		threaded("a child may be started at the end", []string{fork}, func(r *stage.Recording) {
			tried(r, "start "+encore, func(e *stage.Event) { delete(e.Data, "types") })
			insert(r, position(r, "exit", main), stage.Event{Event: "leave", Role: encore, PID: unknownPID})
			status(r, encore, 0.0)
		}, "", "", "threads-encore"),
	}
	for _, role := range []string{single, several, orphaned} {
		fails := map[string]string{"threads-alone": role + ` must tell "threads" exactly once`}
		var changes []string
		if role != single {
			fails["threads-main"] = role + ` must tell "threads" exactly once`
		}
		if role != orphaned {
			fails["threads-lock"] = role + ` must tell "threads" exactly once`
		} else {
			changes = []string{"threads-main-name"}
		}
		if role != several { // fork's observation of the logging lock changes with it
			list = append(list, mutant{role + " does not tell of its threads", of(threads), func(r *stage.Recording) {
				silence(r, "threads", role)
			}, fails, changes})
		}
	}
	return list
}

// threaded is a wrong recording of threads that one behavior fails on, or that changes observations.
func threaded(name string, methods []string, change func(r *stage.Recording), id, reason string, changes ...string) mutant {
	m := mutant{name, of(threads, methods...), change, nil, changes}
	if id != "" {
		m.fails = map[string]string{id: reason}
	}
	return m
}

// warns changes which warnings the start of a child has given.
func warns(r *stage.Recording, role string, warnings ...any) {
	all(r, "warned", main, func(e *stage.Event) {
		if text(*e, "child") == role {
			e.Data["warnings"] = append([]any{}, warnings...)
		}
	})
}
