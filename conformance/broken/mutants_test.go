package broken

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
	choose, plain := []string{"choose-method"}, []string{"sing-dance"}
	unguarded, choice := []string{"sing-dance-unguarded"}, []string{"sing-dance-unguarded-choice"}
	exit := []string{"sing-dance", "sing-dance-exit"}
	origins := []string{"main-origins"}
	around := append(origins, "inheritance", "threads")
	return []mutant{
		{"another_default", fork, choose, []string{"default-method"}},
		{"default_listed_last", spawn, choose, []string{"default-first"}},
		{"lists_no_spawn", fork, choose, []string{"methods-complete"}},
		{"accepts_what_is_unavailable", fork, choose, []string{"choice-unavailable", "methods-complete"}},
		{"lacks_a_context", spawn, choose, []string{"method-context"}},
		{"chosen_from_the_beginning", spawn, choose, []string{"method-unset", "choice-refusal-harmless"}},
		{"ignores_the_choice", fork, append(choose, around...), []string{
			"choice-effect", "origin-fork", "inherit-globals", "inherit-import", "inherit-inner", "inherit-fork", "threads-lock", "threads-warning",
		}},
		{"chooses_again", spawn, choose, []string{"choice-again"}},
		{"refuses_force", spawn, choose, []string{"choice-force"}},
		{"refuses_with_another_error", spawn, choose, []string{"choice-unknown"}},
		{"chooses_when_it_refuses", spawn, choose, []string{"choice-refusal-harmless"}},

		{"adds_an_argument", spawn, plain, withoutCast("exit-children-status")},
		{"turns_arguments_around", spawn, []string{"sing-dance-args", "sing-dance-both"}, []string{"args-position", "args-both"}},
		{"loses_named_arguments", fork, []string{"sing-dance-kwargs", "sing-dance-both"}, []string{"args-name", "args-both"}},
		{"gives_all_the_same", forkserver, []string{"sing-dance-args", "sing-dance-kwargs"}, []string{"args-position", "args-name"}},

		{"says_it_is_main", spawn, plain, []string{"pids-distinct", "pid-told", "ppid-parent"}},
		{"tells_another_pid", spawn, plain, []string{"pid-told"}},
		{"lies_about_one_parent", spawn, plain, []string{"ids-agree", "ppid-shared", "ppid-parent"}},
		{"forks_instead_of_serving", forkserver, plain, []string{"ppid-server", "process-names"}},
		{"names_another_parent", forkserver, plain, []string{"parent-process"}},
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
		{"ends_main_with_another_status", spawn, exit, []string{"exit-status", "exit-status-kept"}},

		{"forgets_targets", spawn, origins, []string{
			"origin-script", "origin-bare", "origin-module", "origin-compiled", "origin-guest", "origin-failure",
		}},
		{"forks_whatever_is_chosen", spawn, []string{"inheritance", "threads"}, []string{
			"inherit-globals", "inherit-import", "inherit-inner", "inherit-handlers", "inherit-descriptors", "inherit-executable",
			"threads-lock", "threads-no-warning",
		}},
		{"forgets_constants", spawn, []string{"inheritance"}, []string{"inherit-constants"}},
		{"hands_standard_input_down", spawn, []string{"inheritance"}, []string{"inherit-stdin"}},
		{"makes_keys_anew", spawn, []string{"inheritance"}, []string{"inherit-authkey"}},
		{"brings_a_thread", spawn, []string{"threads"}, []string{"threads-alone"}},
		{"starts_from_one_thread", spawn, []string{"threads"}, []string{"threads-alone", "threads-main", "threads-starter"}},
		{"leaves_threads_behind", fork, []string{"threads"}, []string{"threads-linger"}},
		{"leaves_a_helper", spawn, plain, []string{"exit-nothing-left"}},
		{"lets_daemons_have_children", fork, []string{"daemons"}, []string{"daemon-childless"}},
		{"forgets_that_it_is_daemonic", fork, []string{"daemons"}, []string{"daemon-inherited"}},
		{"lists_no_daemons", fork, []string{"daemons"}, []string{"daemon-active"}},
		{"numbers_all_alike", fork, []string{"nesting"}, []string{"nested-names", "nested-active"}},
		{"waits_for_no_grandchildren", fork, []string{"nesting"}, []string{"nested-waits"}},
		{"chooses_when_frozen_or_not", fork, []string{"helpers"}, []string{"freeze-support"}},
		{"ignores_the_executable", spawn, []string{"helpers"}, []string{"set-executable"}},
		{"preloads_nothing", forkserver, []string{"helpers"}, []string{"preload"}},
	}
}

// hanging lists mutants that never end, and are ended at an early deadline: everything is a timeout then.
func hanging() []mutant {
	return []mutant{
		{"one_at_a_time", fork, []string{"sing-dance"}, withoutCast("exit-children-status", "exit-status", "exit-nothing-left", "helpers", "body-runs")},
	}
}

// unproven lists the core behaviors that have no mutant yet: only recordings that were changed by hand show that they
// can fail. The list is to become empty.
func unproven() []string {
	return []string{
		"args-sequence",
		"args-own",
		"status-returned",
		"status-exit",
		"status-exit-number",
		"status-failed",
		"status-interrupt-raised",
		"status-os-exit",
		"status-signal",
		"status-aborted",
		"status-terminated",
		"status-killed",
		"status-interrupted",
		"terminate-no-cleanup",
		"interrupt-cleanup",
		"life-unstarted",
		"life-join-unstarted",
		"life-join-oneself",
		"life-running",
		"life-start-once",
		"life-join-timeout",
		"life-sentinel",
		"life-close-running",
		"life-owner",
		"life-join",
		"life-children",
		"life-zombie-joined",
		"life-close",
		"life-name",
		"life-run",
		"life-run-overridden",
		"life-nothing",
		"context-method",
		"context-names",
		"context-unknown",
		"context-together",
		"context-default-fixed",
		"context-lock",
		"context-lock-foreign",
		"pickle-targets",
		"pickle-large",
		"pickle-texts",
		"pickle-local",
		"pickle-bound",
		"pickle-fork",
		"daemon-default",
		"daemon-set",
		"daemon-terminated",
		"daemon-finally",
		"nested-parent",
		"nested-parent-process",
		"nested-orphan",
		"nested-terminated",
		"helpers-by-method",
		"server-shared",
		"handlers-terminated",
		"exception-waits",
		"interrupt-parent-alone",
		"end-daemon",
		"end-status",
		"interrupt-status",
		"orphans-terminate",
		"orphan-parent-id",
		"orphan-knows",
	}
}
