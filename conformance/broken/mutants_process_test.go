package broken

func statusMutants() []mutant {
	statuses := []string{"exit-codes"}
	return []mutant{
		{"takes_what_is_returned_for_a_status", fork, statuses, []string{"exitcode-zero-after-return"}},
		{"fails_children_that_exit", fork, statuses, []string{"exitcode-zero-after-sys-exit-without-status"}},
		{"forgets_the_number_of_an_exit", fork, statuses, []string{"exitcode-sys-exit-number", "exitcode-sys-exit-large-number"}},
		{"forgives_interrupts", fork, statuses, []string{"exitcode-uncaught-keyboard-interrupt", "stop-interrupt-exitcode"}},
		{"loses_statuses", fork, statuses, []string{
			"exitcode-sys-exit-number", "exitcode-sys-exit-large-number", "exitcode-sys-exit-text", "exitcode-uncaught-exception", "exitcode-uncaught-keyboard-interrupt",
			"stop-interrupt-exitcode", "exitcode-os-exit", "exitcode-wrong-arguments",
		}},
		{"counts_signals_as_a_shell_does", fork, []string{"exit-codes", "nested-processes"}, []string{
			"exitcode-negative-signal", "exitcode-abort", "stop-terminate-exitcode", "stop-kill-exitcode", "nested-terminated-child-ends-at-once",
		}},
		{"kills_instead_of_terminating", fork, statuses, []string{"stop-terminate-exitcode"}},
		{"terminates_instead_of_others", fork, statuses, []string{"stop-kill-exitcode", "stop-interrupt-exitcode", "stop-interrupt-runs-finally"}},
		{"cleans_up_when_terminated", fork, []string{"exit-codes", "daemons", "helper-processes"}, []string{
			"stop-terminate-skips-finally", "daemon-finally-skipped-at-exit", "atexit-skipped-when-terminated",
		}},
	}
}

func lifeMutants() []mutant {
	life := []string{"process-lifecycle"}
	return []mutant{
		{"takes_a_list_for_one_argument", fork, life, []string{"args-list-or-tuple-accepted", "args-captured-at-start", "process-used-by-other-process-raises"}},
		{"brings_arguments_back", fork, life, []string{"args-changes-stay-in-child"}},
		{"has_a_status_before_the_start", fork, life, []string{"process-state-before-start", "process-run-called-directly"}},
		{"joins_what_was_not_started", fork, life, []string{"process-join-before-start-raises"}},
		{"joins_oneself", fork, life, []string{"process-join-itself-raises"}},
		{"has_a_status_while_it_runs", fork, life, []string{"process-state-while-running"}},
		{"starts_again", fork, life, []string{"process-start-twice-raises"}},
		{"answers_when_it_joins", fork, life, []string{"process-join-timeout-returns", "process-join-repeatable"}},
		{"answers_when_a_time_is_over", fork, life, []string{"process-join-timeout-returns"}},
		{"looks_through_another_sentinel", fork, life, []string{"process-sentinel-ready-at-end"}},
		{"closes_what_runs", fork, life, []string{"process-close-while-running-raises"}},
		{"answers_strangers", fork, life, []string{"process-used-by-other-process-raises"}},
		{"forgets_to_join", fork, life, []string{"process-active-children-only-running", "process-next-start-reaps-ended"}},
		{"closes_nothing", fork, life, []string{"process-use-after-close-raises", "process-state-after-close-raises"}},
		{"keeps_the_first_name", fork, life, []string{"process-name-set-before-start"}},
		{"runs_in_another_process", fork, life, []string{"process-run-called-directly"}},
		{"runs_targets_only", fork, life, []string{"process-run-overridden", "process-next-start-reaps-ended"}},
		{"needs_a_target", fork, life, []string{"process-without-target"}},
	}
}

func contextMutants() []mutant {
	mixed := []string{"mixed-contexts"}
	return []mutant{
		{"gives_another_context", fork, mixed, []string{"context-reports-its-method"}},
		{"has_no_pool_in_contexts", fork, mixed, []string{"context-has-module-names"}},
		{"looks_for_contexts_in_a_dictionary", fork, mixed, []string{"context-unknown-method-raises"}},
		{"forks_in_the_context_of_the_server", fork, mixed, []string{"context-methods-run-together"}},
		{"tells_the_default_without_choosing", fork, mixed, []string{"context-default-use-fixes-method"}},
		{"gives_each_child_a_lock_of_its_own", spawn, mixed, []string{"context-lock-shared-with-child"}},
		{"shares_locks_of_the_fork_context", spawn, mixed, []string{"context-fork-lock-refused-elsewhere"}},
	}
}

func picklingMutants() []mutant {
	pickling := []string{"pickling"}
	return []mutant{
		{"refuses_methods_as_targets", fork, pickling, []string{"pickle-targets-supported"}},
		{"cuts_off_long_arguments", fork, pickling, []string{"pickle-large-argument"}},
		{"replaces_surrogates", fork, pickling, []string{"pickle-text-and-bytes"}},
		{"pickles_before_it_forks", fork, pickling, []string{"pickle-not-needed-under-fork", "pickle-happens-in-start"}},
	}
}
