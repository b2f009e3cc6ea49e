package brokenmodules

import (
	"slices"

	"github.com/singdance/singdance/conformance"
)

// The start methods.
const (
	spawn      = "spawn"
	fork       = "fork"
	forkserver = "forkserver"
)

// withoutChildren returns the behaviors that fail if the two children do not both reach their targets exactly once, and more.
func withoutChildren(more ...string) []string {
	return append(more,
		"args-none-received", "identity-pids-distinct", "identity-parent-knows-child-pid",
		"identity-pids-match-process-table", "identity-siblings-share-ppid", "identity-ppid-is-main",
		"identity-parent-process-is-main", "identity-default-names", "concurrency-children-run-together",
		"concurrency-children-run-together-with-main", "concurrency-child-output-in-order", "exit-waits-for-children",
	)
}

// brokenModules returns the broken modules.
func brokenModules() []brokenModule {
	return slices.Concat(
		methodModules(), scenarioModules(), statusModules(), lifeModules(), contextModules(), picklingModules(), originModules(),
		inheritanceModules(), threadModules(), daemonModules(), nestingModules(), helperModules(), parentModules(),
	)
}

func methodModules() []brokenModule {
	setMethod := []string{"set-start-method"}
	return []brokenModule{
		{"wrong_default_method", fork, setMethod, []string{"method-default-matches-documentation"}},
		{"default_listed_last", spawn, setMethod, []string{"method-default-listed-first"}},
		{"spawn_not_listed", fork, setMethod, []string{"method-list-complete"}},
		{"accepts_unavailable_method", fork, setMethod, []string{"method-set-unavailable-raises", "method-list-complete"}},
		{"listed_method_without_context", spawn, setMethod, []string{"method-every-listed-has-context"}},
		{"method_set_from_start", spawn, setMethod, []string{"method-unset-until-chosen", "method-set-refused-leaves-unset"}},
		{"always_spawn", fork, []string{"set-start-method", "inherited-state", "threads", "start-effects"}, []string{
			"start-runs-fork-hooks-before", "start-runs-fork-hooks-in-main", "start-runs-fork-hooks-in-child",
			"method-set-takes-effect", "method-set-takes-effect-as-reported", "inherit-changed-globals",
			"inherit-import-time-values", "inherit-target-inside-main-guard", "inherit-fork-copies-process-state",
			"inherit-fork-signal-state", "thread-held-lock-in-child", "thread-fork-warning",
		}},
		{"unset_ignored", spawn, []string{"unset-start-method"}, []string{
			"method-unset-leaves-none", "method-unset-allows-set", "method-unset-restores-default", "method-set-none-chooses-default",
		}},
		{"set_none_accepted_twice", spawn, []string{"unset-start-method"}, []string{"method-set-none-twice-raises"}},
		{"set_method_twice", spawn, setMethod, []string{"method-set-twice-raises"}},
		{"set_method_force_refused", spawn, setMethod, []string{"method-set-force-accepted"}},
		{"unknown_method_raises_key_error", spawn, setMethod, []string{"method-set-unknown-raises"}},
		{"refused_set_fixes_method", spawn, setMethod, []string{"method-set-refused-leaves-unset"}},
	}
}

func scenarioModules() []brokenModule {
	plain, exit := []string{"sing-dance"}, []string{"sing-dance", "sing-dance-sys-exit"}
	unguarded, unguardedSetMethod := []string{"sing-dance-unguarded"}, []string{"sing-dance-unguarded-set-method"}
	return []brokenModule{
		{"adds_argument", spawn, plain, withoutChildren("mainmodule-imported-under-spawn")},
		{"reverses_arguments", spawn, []string{"sing-dance-args", "sing-dance-args-kwargs"}, []string{
			"args-positional-received", "args-positional-and-keyword-received",
		}},
		{"loses_keyword_arguments", fork, []string{"sing-dance-kwargs", "sing-dance-args-kwargs"}, []string{
			"args-keyword-received", "args-positional-and-keyword-received",
		}},
		{"children_share_arguments", forkserver, []string{"sing-dance-args", "sing-dance-kwargs"}, []string{
			"args-positional-received", "args-keyword-received",
		}},
		{"first_child_pid_is_main", spawn, plain, []string{
			"identity-pids-distinct", "identity-parent-knows-child-pid", "identity-ppid-is-main",
		}},
		{"parent_sees_wrong_pid", spawn, plain, []string{"identity-parent-knows-child-pid"}},
		{"wrong_ppid_in_first_child", spawn, plain, []string{
			"identity-pids-match-process-table", "identity-siblings-share-ppid", "identity-ppid-is-main",
		}},
		{"forkserver_forks_from_main", forkserver, []string{"sing-dance", "pickling"}, []string{
			"identity-ppid-is-server", "identity-default-names", "identity-default-names-in-parent",
			"mainmodule-imported-under-forkserver",
			"pickle-local-targets-refused", "pickle-unpicklable-arguments-refused", "pickle-function-inside-main-guard",
			"pickle-unpickling-fails-in-child", "pickle-refused-start-leaves-process-unstarted",
			"pickle-refused-start-can-be-repeated", "pickle-happens-in-start",
		}},
		{"wrong_parent_process", forkserver, []string{"sing-dance", "nested-processes"}, []string{
			"identity-parent-process-is-main", "nested-parent-process-is-child", "nested-parent-process-none-in-main",
		}},
		{"same_name_for_all", spawn, plain, []string{"identity-default-names", "identity-default-names-in-parent"}},
		{"targets_run_twice", fork, plain, withoutChildren()},
		{"start_accepted_without_guard", spawn, unguarded, []string{
			"guard-error-is-runtime-error", "guard-bootstrapping-error", "guard-error-in-each-child", "guard-error-during-main-import",
			"guard-error-during-main-import-under-other-name",
			"guard-child-exitcode", "guard-targets-never-run", "guard-processes-bounded",
		}},
		{"unguarded_child_exitcode_zero", spawn, unguarded, []string{"guard-child-exitcode"}},
		{"missing_guard_raises_os_error", spawn, unguarded, []string{"guard-error-is-runtime-error", "guard-bootstrapping-error"}},
		{"set_method_in_child_raises_os_error", spawn, unguardedSetMethod, []string{"guard-set-method-error"}},
		{"set_method_accepted_without_guard", spawn, unguardedSetMethod, []string{
			"guard-set-method-error", "guard-set-method-targets-never-run",
		}},
		{"guard_needed_under_fork", fork, append(unguarded, unguardedSetMethod...), []string{
			"guard-fork-unaffected", "guard-set-method-fork-unaffected",
		}},
		{"exit_does_not_wait", spawn, exit, []string{
			"identity-pids-match-process-table", "identity-ppid-is-main", "concurrency-children-run-together-with-main",
			"exit-waits-for-children", "exit-sys-exit-waits-for-children",
		}},
		{"returned_child_exitcode_3", spawn, []string{"exit-codes"}, []string{"exitcode-zero-after-return"}},
		{"main_exit_status_3", fork, []string{"sing-dance", "sing-dance-sys-exit", "parent-exits"}, []string{
			"exit-status-zero", "exit-status-from-sys-exit-kept", "exit-status-after-exception", "exit-interrupt-status",
			"exit-group-interrupt-status",
		}},
	}
}

// hangingModules returns the modules that make a program run until its deadline. They get an early deadline.
func hangingModules() []brokenModule {
	plain := []string{"sing-dance"}
	return []brokenModule{
		// The main process never ends, so every behavior is a timeout.
		{"start_waits_for_end", fork, plain, judgedUnderFork("sing-dance")},
		{"leaves_helper_process", fork, plain, []string{"exit-leaves-no-helper"}},
	}
}

// judgedUnderFork returns every behavior of a program that applies to fork.
func judgedUnderFork(program string) (ids []string) {
	for _, b := range conformance.All() {
		if b.Program == program && (len(b.Methods) == 0 || slices.Contains(b.Methods, fork)) {
			ids = append(ids, b.ID)
		}
	}
	return ids
}
