package brokenmodules

func statusModules() []brokenModule {
	exitCodes := []string{"exit-codes"}
	return []brokenModule{
		{"return_value_becomes_exitcode", fork, exitCodes, []string{"exitcode-zero-after-return"}},
		{"sys_exit_without_status_is_1", fork, exitCodes, []string{"exitcode-zero-after-sys-exit-without-status"}},
		{"exit_number_becomes_1", fork, exitCodes, []string{
			"exitcode-sys-exit-number", "exitcode-sys-exit-number-in-subclass", "exitcode-sys-exit-large-number",
		}},
		{"sys_exit_false_is_1", fork, exitCodes, []string{"exitcode-sys-exit-number-false"}},
		{"uncaught_interrupt_exitcode_zero", fork, exitCodes, []string{
			"exitcode-uncaught-keyboard-interrupt", "stop-interrupt-exitcode",
		}},
		{"exitcodes_always_zero", fork, exitCodes, []string{
			"exitcode-sys-exit-number", "exitcode-sys-exit-number-in-subclass", "exitcode-sys-exit-large-number", "exitcode-sys-exit-text",
			"exitcode-uncaught-exception", "exitcode-uncaught-keyboard-interrupt",
			"stop-interrupt-exitcode", "exitcode-os-exit", "exitcode-wrong-arguments",
		}},
		{"exitcode_128_plus_signal", fork, []string{"exit-codes", "nested-processes"}, []string{
			"exitcode-negative-signal", "exitcode-abort", "stop-terminate-exitcode", "stop-kill-exitcode",
			"nested-terminated-child-exitcode",
		}},
		{"terminate_sends_sigkill", fork, exitCodes, []string{"stop-terminate-exitcode"}},
		{"kill_and_interrupt_terminate", fork, exitCodes, []string{
			"stop-kill-exitcode", "stop-interrupt-exitcode", "stop-interrupt-runs-finally",
		}},
		{"terminated_child_cleans_up", fork, []string{"exit-codes", "daemons", "helper-processes"}, []string{
			"stop-terminate-skips-finally", "daemon-finally-skipped-at-exit", "atexit-skipped-when-terminated",
		}},
	}
}

func lifeModules() []brokenModule {
	lifecycle := []string{"process-lifecycle"}
	return []brokenModule{
		{"list_is_one_argument", fork, lifecycle, []string{
			"args-list-or-tuple-accepted", "args-captured-at-start", "process-used-by-other-process-raises",
		}},
		{"returns_changed_arguments", fork, lifecycle, []string{"args-changes-stay-in-child"}},
		{"exitcode_before_start", fork, lifecycle, []string{
			"process-state-before-start", "process-run-called-directly-starts-nothing",
		}},
		{"join_before_start_accepted", fork, lifecycle, []string{"process-join-before-start-raises"}},
		{"join_current_process_accepted", fork, lifecycle, []string{"process-join-itself-raises"}},
		{"exitcode_while_running", fork, lifecycle, []string{"process-state-while-running"}},
		{"start_twice_accepted", fork, lifecycle, []string{"process-start-twice-raises"}},
		{"join_returns_bool", fork, lifecycle, []string{"process-join-timeout-returns", "process-join-repeatable"}},
		{"join_with_timeout_returns_bool", fork, lifecycle, []string{"process-join-timeout-returns"}},
		{"sentinel_differs_each_time", fork, lifecycle, []string{"process-sentinel-ready-at-end"}},
		{"close_accepted_while_running", fork, lifecycle, []string{
			"process-close-while-running-raises", "process-close-while-running-harmless",
		}},
		{"process_usable_by_other_process", fork, lifecycle, []string{"process-used-by-other-process-raises"}},
		{"ended_children_not_reaped", fork, lifecycle, []string{
			"process-active-children-exclude-ended", "process-active-children-reap-ended",
			"process-next-start-reaps-ended",
		}},
		{"close_after_end_raises", fork, lifecycle, []string{"process-close-after-end", "process-use-after-close-raises"}},
		{"running_children_not_listed", fork, lifecycle, []string{"process-active-children-include-running"}},
		{"sentinel_ready_while_running", fork, lifecycle, []string{
			"process-sentinel-not-ready-while-running", "process-sentinel-of-several",
		}},
		{"alive_after_join", fork, lifecycle, []string{"process-state-after-join", "process-terminate-after-end-keeps-exitcode"}},
		{"close_has_no_effect", fork, lifecycle, []string{"process-use-after-close-raises", "process-state-after-close-raises"}},
		{"name_cannot_be_changed", fork, lifecycle, []string{
			"process-name-set-before-start", "process-name-set-before-start-in-parent",
		}},
		{"run_starts_process", fork, lifecycle, []string{"process-run-called-directly"}},
		{"overridden_run_ignored", fork, lifecycle, []string{"process-run-overridden", "process-active-children-reap-ended"}},
		{"target_required", fork, lifecycle, []string{"process-without-target"}},
	}
}

func contextModules() []brokenModule {
	mixed := []string{"mixed-contexts"}
	return []brokenModule{
		{"context_reports_wrong_method", fork, mixed, []string{"context-reports-its-method"}},
		{"get_context_returns_copy", fork, mixed, []string{"context-returns-itself"}},
		{"contexts_lack_pool", fork, mixed, []string{"context-has-module-names"}},
		{"unknown_context_raises_key_error", fork, mixed, []string{"context-unknown-method-raises"}},
		{"forkserver_context_forks", fork, mixed, []string{"context-methods-run-together"}},
		{"get_method_leaves_unset", fork, mixed, []string{"context-default-use-fixes-method"}},
		{"child_gets_other_lock", spawn, mixed, []string{"context-lock-shared-with-child", "context-lock-released-to-child"}},
		{"fork_locks_shared_by_all_methods", spawn, mixed, []string{"context-fork-lock-refused-elsewhere"}},
	}
}

func picklingModules() []brokenModule {
	pickling := []string{"pickling"}
	return []brokenModule{
		{"method_targets_refused", fork, pickling, []string{"pickle-targets-supported"}},
		{"truncates_long_arguments", fork, pickling, []string{"pickle-large-argument"}},
		{"replaces_surrogates", fork, pickling, []string{"pickle-text-and-bytes"}},
		{"pickles_under_fork", fork, pickling, []string{"pickle-not-needed-under-fork", "pickle-never-happens-under-fork"}},
	}
}
