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
	return append(more, "args-none-received", "identity-pids-distinct", "identity-parent-knows-child-pid", "identity-pids-match-process-table", "identity-siblings-share-ppid", "identity-ppid-is-main", "identity-parent-process-is-main",
		"identity-default-names", "concurrency-children-run-together", "concurrency-child-output-in-order", "exit-waits-for-children")
}

// mutants lists what is performed, and what must come of it.
func mutants() []mutant {
	return slices.Concat(
		methodMutants(), scenarioMutants(), statusMutants(), lifeMutants(), contextMutants(), picklingMutants(), originMutants(),
		inheritanceMutants(), threadMutants(), daemonMutants(), nestingMutants(), helperMutants(), parentMutants(),
	)
}

func methodMutants() []mutant {
	choose := []string{"set-start-method"}
	return []mutant{
		{"another_default", fork, choose, []string{"method-default-matches-documentation"}},
		{"default_listed_last", spawn, choose, []string{"method-default-listed-first"}},
		{"lists_no_spawn", fork, choose, []string{"method-list-complete"}},
		{"accepts_what_is_unavailable", fork, choose, []string{"method-set-unavailable-raises", "method-list-complete"}},
		{"lacks_a_context", spawn, choose, []string{"method-every-listed-has-context"}},
		{"chosen_from_the_beginning", spawn, choose, []string{"method-unset-until-chosen", "method-set-refused-leaves-unset"}},
		{"ignores_the_choice", fork, []string{"set-start-method", "inherited-state", "threads"}, []string{
			"method-set-takes-effect", "inherit-changed-globals", "inherit-import-time-values", "inherit-target-inside-main-guard", "inherit-fork-copies-process-state", "inherit-fork-signal-state", "thread-held-lock-in-child", "thread-fork-warning",
		}},
		{"chooses_again", spawn, choose, []string{"method-set-twice-raises"}},
		{"refuses_force", spawn, choose, []string{"method-set-force-accepted"}},
		{"refuses_with_another_error", spawn, choose, []string{"method-set-unknown-raises"}},
		{"chooses_when_it_refuses", spawn, choose, []string{"method-set-refused-leaves-unset"}},
	}
}

func scenarioMutants() []mutant {
	plain, exit := []string{"sing-dance"}, []string{"sing-dance", "sing-dance-sys-exit"}
	unguarded, choice := []string{"sing-dance-unguarded"}, []string{"sing-dance-unguarded-set-method"}
	return []mutant{
		{"adds_an_argument", spawn, plain, withoutCast("exitcode-zero-after-return")},
		{"turns_arguments_around", spawn, []string{"sing-dance-args", "sing-dance-args-kwargs"}, []string{"args-positional-received", "args-positional-and-keyword-received"}},
		{"loses_named_arguments", fork, []string{"sing-dance-kwargs", "sing-dance-args-kwargs"}, []string{"args-keyword-received", "args-positional-and-keyword-received"}},
		{"gives_all_the_same", forkserver, []string{"sing-dance-args", "sing-dance-kwargs"}, []string{"args-positional-received", "args-keyword-received"}},
		{"says_it_is_main", spawn, plain, []string{"identity-pids-distinct", "identity-parent-knows-child-pid", "identity-ppid-is-main"}},
		{"tells_another_pid", spawn, plain, []string{"identity-parent-knows-child-pid"}},
		{"lies_about_one_parent", spawn, plain, []string{"identity-pids-match-process-table", "identity-siblings-share-ppid", "identity-ppid-is-main"}},
		{"forks_instead_of_serving", forkserver, []string{"sing-dance", "pickling"}, []string{
			"identity-ppid-is-server", "identity-default-names",
			"pickle-local-targets-refused", "pickle-unpicklable-arguments-refused", "pickle-function-inside-main-guard", "pickle-unpickling-fails-in-child", "pickle-refused-start-leaves-process-unstarted", "pickle-refused-start-can-be-repeated", "pickle-happens-in-start",
		}},
		{"names_another_parent", forkserver, []string{"sing-dance", "nested-processes"}, []string{"identity-parent-process-is-main", "nested-parent-process-is-child"}},
		{"names_all_the_same", spawn, plain, []string{"identity-default-names"}},
		{"runs_targets_twice", fork, plain, withoutCast()},
		{"passes_the_guard", spawn, unguarded, []string{
			"guard-bootstrapping-error", "guard-error-in-each-child", "guard-error-during-main-import", "guard-child-exitcode", "guard-targets-never-run", "guard-processes-bounded",
		}},
		{"ends_unguarded_children_well", spawn, unguarded, []string{"guard-child-exitcode"}},
		{"raises_another_error_without_guard", spawn, unguarded, []string{"guard-bootstrapping-error"}},
		{"refuses_the_choice_with_another_error", spawn, choice, []string{"guard-set-method-error"}},
		{"chooses_and_starts_in_children", spawn, choice, []string{"guard-set-method-error", "guard-set-method-targets-never-run"}},
		{"refuses_without_guard_under_fork", fork, append(unguarded, choice...), []string{"guard-fork-unaffected", "guard-set-method-fork-unaffected"}},
		{"does_not_wait", spawn, exit, []string{
			"identity-pids-match-process-table", "identity-ppid-is-main", "concurrency-children-run-together", "exit-waits-for-children", "exitcode-zero-after-return", "exit-status-from-sys-exit-kept",
		}},
		{"fails_children_that_return", spawn, plain, []string{"exitcode-zero-after-return"}},
		{"ends_main_with_another_status", fork, []string{"sing-dance", "sing-dance-sys-exit", "parent-exits"}, []string{
			"exit-status-zero", "exit-status-from-sys-exit-kept", "exit-status-independent-of-children", "exit-interrupt-status",
		}},
	}
}

// hanging lists mutants of which something runs until the deadline, which therefore is an early one.
func hanging() []mutant {
	plain := []string{"sing-dance"}
	return []mutant{
		// Main never ends, and everything is a timeout.
		{"one_at_a_time", fork, plain, withoutCast("exitcode-zero-after-return", "exit-status-zero", "exit-leaves-no-process", "helper-count-while-children-run", "mainmodule-body-runs")},
		{"leaves_a_helper", fork, plain, []string{"exit-leaves-no-process"}},
	}
}
