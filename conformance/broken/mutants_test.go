package broken

import "slices"

// The start methods.
const (
	spawn      = "spawn"
	fork       = "fork"
	forkserver = "forkserver"
)

// withoutCast is what cannot hold where the two children do not both come on stage, once each.
func withoutCast(more ...string) []string {
	return append(more, "args-none", "pids-distinct", "pid-told", "ids-agree", "ppid-shared", "ppid-parent", "parent-process",
		"process-names", "children-together", "lines-ordered", "exit-waits")
}

// mutants lists what is performed, and what must come of it.
func mutants() []mutant {
	return slices.Concat(
		methodMutants(), scenarioMutants(), statusMutants(), lifeMutants(), contextMutants(), picklingMutants(), originMutants(),
		inheritanceMutants(), threadMutants(), daemonMutants(), nestingMutants(), helperMutants(), parentMutants(),
	)
}

func methodMutants() []mutant {
	choose := []string{"choose-method"}
	return []mutant{
		{"another_default", fork, choose, []string{"default-method"}},
		{"default_listed_last", spawn, choose, []string{"default-first"}},
		{"lists_no_spawn", fork, choose, []string{"methods-complete"}},
		{"accepts_what_is_unavailable", fork, choose, []string{"choice-unavailable", "methods-complete"}},
		{"lacks_a_context", spawn, choose, []string{"method-context"}},
		{"chosen_from_the_beginning", spawn, choose, []string{"method-unset", "choice-refusal-harmless"}},
		{"ignores_the_choice", fork, []string{"choose-method", "inheritance", "threads"}, []string{
			"choice-effect", "inherit-globals", "inherit-import", "inherit-inner", "inherit-fork", "inherit-fork-signals", "threads-lock", "threads-warning",
		}},
		{"chooses_again", spawn, choose, []string{"choice-again"}},
		{"refuses_force", spawn, choose, []string{"choice-force"}},
		{"refuses_with_another_error", spawn, choose, []string{"choice-unknown"}},
		{"chooses_when_it_refuses", spawn, choose, []string{"choice-refusal-harmless"}},
	}
}

func scenarioMutants() []mutant {
	plain, exit := []string{"sing-dance"}, []string{"sing-dance", "sing-dance-exit"}
	unguarded, choice := []string{"sing-dance-unguarded"}, []string{"sing-dance-unguarded-choice"}
	return []mutant{
		{"adds_an_argument", spawn, plain, withoutCast("exit-children-status")},
		{"turns_arguments_around", spawn, []string{"sing-dance-args", "sing-dance-both"}, []string{"args-position", "args-both"}},
		{"loses_named_arguments", fork, []string{"sing-dance-kwargs", "sing-dance-both"}, []string{"args-name", "args-both"}},
		{"gives_all_the_same", forkserver, []string{"sing-dance-args", "sing-dance-kwargs"}, []string{"args-position", "args-name"}},
		{"says_it_is_main", spawn, plain, []string{"pids-distinct", "pid-told", "ppid-parent"}},
		{"tells_another_pid", spawn, plain, []string{"pid-told"}},
		{"lies_about_one_parent", spawn, plain, []string{"ids-agree", "ppid-shared", "ppid-parent"}},
		{"forks_instead_of_serving", forkserver, []string{"sing-dance", "pickling"}, []string{
			"ppid-server", "process-names",
			"pickle-local", "pickle-bound", "pickle-guarded", "pickle-lost", "pickle-refused", "pickle-refused-again", "pickle-reduce",
		}},
		{"names_another_parent", forkserver, []string{"sing-dance", "nesting"}, []string{"parent-process", "nested-parent-process"}},
		{"names_all_the_same", spawn, plain, []string{"process-names"}},
		{"runs_targets_twice", fork, plain, withoutCast()},
		{"passes_the_guard", spawn, unguarded, []string{
			"guard-error", "guard-each-child", "guard-phase", "guard-child-status", "guard-targets", "guard-bounded",
		}},
		{"ends_unguarded_children_well", spawn, unguarded, []string{"guard-child-status"}},
		{"raises_another_error_without_guard", spawn, unguarded, []string{"guard-error"}},
		{"refuses_the_choice_with_another_error", spawn, choice, []string{"guard-choice-error"}},
		{"chooses_and_starts_in_children", spawn, choice, []string{"guard-choice-error", "guard-choice-targets"}},
		{"refuses_without_guard_under_fork", fork, append(unguarded, choice...), []string{"guard-fork", "guard-choice-fork"}},
		{"does_not_wait", spawn, exit, []string{
			"ids-agree", "ppid-parent", "children-together", "exit-waits", "exit-children-status", "exit-status-kept",
		}},
		{"fails_children_that_return", spawn, plain, []string{"exit-children-status"}},
		{"ends_main_with_another_status", fork, []string{"sing-dance", "sing-dance-exit", "parent-ends"}, []string{
			"exit-status", "exit-status-kept", "end-status", "interrupt-status",
		}},
	}
}

// hanging lists mutants of which something runs until the deadline, which therefore is an early one.
func hanging() []mutant {
	plain := []string{"sing-dance"}
	return []mutant{
		// Main never ends, and everything is a timeout.
		{"one_at_a_time", fork, plain, withoutCast("exit-children-status", "exit-status", "exit-nothing-left", "helpers", "body-runs")},
		{"leaves_a_helper", fork, plain, []string{"exit-nothing-left"}},
	}
}
