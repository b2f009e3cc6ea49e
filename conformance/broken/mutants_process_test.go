package broken

func statusMutants() []mutant {
	statuses := []string{"statuses"}
	return []mutant{
		{"takes_what_is_returned_for_a_status", fork, statuses, []string{"status-returned"}},
		{"fails_children_that_exit", fork, statuses, []string{"status-exit"}},
		{"forgets_the_number_of_an_exit", fork, statuses, []string{"status-exit-number", "status-exit-large"}},
		{"forgives_interrupts", fork, statuses, []string{"status-interrupt-raised", "status-interrupted"}},
		{"loses_statuses", fork, statuses, []string{
			"status-exit-number", "status-exit-large", "status-exit-text", "status-failed", "status-interrupt-raised",
			"status-interrupted", "status-os-exit", "wrong-arguments",
		}},
		{"counts_signals_as_a_shell_does", fork, []string{"statuses", "nesting"}, []string{
			"status-signal", "status-aborted", "status-terminated", "status-killed", "nested-terminated",
		}},
		{"kills_instead_of_terminating", fork, statuses, []string{"status-terminated"}},
		{"terminates_instead_of_others", fork, statuses, []string{"status-killed", "status-interrupted", "interrupt-cleanup"}},
		{"cleans_up_when_terminated", fork, []string{"statuses", "daemons", "helpers"}, []string{
			"terminate-no-cleanup", "daemon-finally", "handlers-terminated",
		}},
	}
}

func lifeMutants() []mutant {
	life := []string{"life-cycle"}
	return []mutant{
		{"takes_a_list_for_one_argument", fork, life, []string{"args-sequence", "args-at-start", "life-owner"}},
		{"brings_arguments_back", fork, life, []string{"args-own"}},
		{"has_a_status_before_the_start", fork, life, []string{"life-unstarted", "life-run"}},
		{"joins_what_was_not_started", fork, life, []string{"life-join-unstarted"}},
		{"joins_oneself", fork, life, []string{"life-join-oneself"}},
		{"has_a_status_while_it_runs", fork, life, []string{"life-running"}},
		{"starts_again", fork, life, []string{"life-start-once"}},
		{"answers_when_it_joins", fork, life, []string{"life-join-timeout", "life-join"}},
		{"answers_when_a_time_is_over", fork, life, []string{"life-join-timeout"}},
		{"looks_through_another_sentinel", fork, life, []string{"life-sentinel"}},
		{"closes_what_runs", fork, life, []string{"life-close-running"}},
		{"answers_strangers", fork, life, []string{"life-owner"}},
		{"forgets_to_join", fork, life, []string{"life-children", "life-zombie-joined"}},
		{"closes_nothing", fork, life, []string{"life-close", "life-close-state"}},
		{"keeps_the_first_name", fork, life, []string{"life-name"}},
		{"runs_in_another_process", fork, life, []string{"life-run"}},
		{"runs_targets_only", fork, life, []string{"life-run-overridden", "life-zombie-joined"}},
		{"needs_a_target", fork, life, []string{"life-nothing"}},
	}
}

func contextMutants() []mutant {
	mixed := []string{"mixed-contexts"}
	return []mutant{
		{"gives_another_context", fork, mixed, []string{"context-method"}},
		{"has_no_pool_in_contexts", fork, mixed, []string{"context-names"}},
		{"looks_for_contexts_in_a_dictionary", fork, mixed, []string{"context-unknown"}},
		{"forks_in_the_context_of_the_server", fork, mixed, []string{"context-together"}},
		{"tells_the_default_without_choosing", fork, mixed, []string{"context-default-fixed"}},
		{"gives_each_child_a_lock_of_its_own", spawn, mixed, []string{"context-lock"}},
		{"shares_locks_of_the_fork_context", spawn, mixed, []string{"context-lock-foreign"}},
	}
}

func picklingMutants() []mutant {
	pickling := []string{"pickling"}
	return []mutant{
		{"refuses_methods_as_targets", fork, pickling, []string{"pickle-targets"}},
		{"cuts_off_long_arguments", fork, pickling, []string{"pickle-large"}},
		{"replaces_surrogates", fork, pickling, []string{"pickle-texts"}},
		{"pickles_before_it_forks", fork, pickling, []string{"pickle-fork", "pickle-reduce"}},
	}
}
