package brokenmodules

func daemonModules() []brokenModule {
	daemons := []string{"daemons"}
	return []brokenModule{
		{"daemon_can_start_children", fork, daemons, []string{"daemon-cannot-start-child"}},
		{"daemon_flag_not_inherited", fork, daemons, []string{"daemon-flag-inherited"}},
		{"main_is_daemonic", fork, daemons, []string{"daemon-off-in-main"}},
		{"daemons_not_listed", fork, daemons, []string{"daemon-listed-as-active-child"}},
		{"daemonic_by_default", fork, daemons, []string{"daemon-off-by-default", "daemon-flag-inherited"}},
		{"daemon_sees_flag_unset", fork, daemons, []string{"daemon-flag-set-before-start"}},
		{"daemons_keep_running", fork, daemons, []string{
			"daemon-terminated-at-exit", "daemon-finally-skipped-at-exit", "daemon-exitcode-at-exit",
		}},
		{"joins_before_terminating_daemons", fork, daemons, nil}, // this is allowed; see wantedObservations
	}
}

// wantedObservations returns what must be observed on modules that differ from CPython in a way that is allowed.
func wantedObservations() map[string]map[string]string {
	return map[string]map[string]string{
		"joins_before_terminating_daemons": {"daemon-terminated-before-join": "afterwards, or not at all"},
	}
}

func nestingModules() []brokenModule {
	nesting := []string{"nested-processes"}
	return []brokenModule{
		{"grandchildren_numbered_as_children", fork, nesting, []string{"nested-default-names", "nested-active-children-own-only"}},
		{"child_does_not_wait_for_children", fork, nesting, []string{"nested-child-waits-for-grandchild"}},
		{"child_with_children_exits_3", fork, nesting, []string{"nested-child-waits-for-grandchild-exitcode"}},
		{"always_forkserver", fork, nesting, []string{"nested-ppid-is-child"}},
		{"terminate_kills_grandchildren", fork, nesting, []string{
			"nested-grandchild-survives-terminated-child", "nested-terminated-child-ends-at-once",
		}},
	}
}

func helperModules() []brokenModule {
	helpers := []string{"helper-processes"}
	return []brokenModule{
		{"freeze_support_fixes_method", fork, helpers, []string{"mainmodule-freeze-support-no-effect"}},
		{"set_executable_ignored", spawn, helpers, []string{"inherit-set-executable-later"}},
		{"preload_ignored", forkserver, append(helpers, "fork-server"), []string{
			"forkserver-preload-in-server", "forkserver-preload-number-raises", "forkserver-preload-output-once",
			"forkserver-preload-imports-module", "forkserver-replaced-after-kill-preloads",
		}},
		{"missing_preload_prevents_start", forkserver, []string{"fork-server"}, []string{
			"forkserver-preload-missing-module-ignored", "forkserver-preload-in-server", // which names a missing module too
		}},
		{"tracker_under_fork", fork, helpers, []string{"helper-kinds-by-method"}},
		{"semaphores_not_tracked", spawn, helpers, []string{"tracker-removes-semaphore-of-killed"}},
		{"shared_memory_not_tracked", fork, helpers, []string{
			"tracker-removes-shared-memory-of-killed", "tracker-unrelated-exit-tracked-removes",
		}},
		{"tracker_per_child", fork, helpers, []string{
			"tracker-keeps-resources-after-child-exit", "tracker-keeps-resources-while-child-runs",
			"tracker-removes-shared-memory-of-killed",
		}},
		{"untracked_memory_tracked", fork, helpers, []string{"tracker-unrelated-exit-untracked"}},
		{"new_server_for_each_child", forkserver, helpers, []string{
			"forkserver-shared-by-children", "helper-outlives-children", "forkserver-preload-after-server-start",
		}},
	}
}

func parentModules() []brokenModule {
	parentExits := []string{"parent-exits"}
	return []brokenModule{
		{"exit_ignores_children", fork, parentExits, []string{
			"exit-exception-waits-for-child", "exit-interrupt-waits-for-child", "exit-exception-terminates-daemon",
			"exit-interrupt-terminates-daemon", "exit-group-interrupt-terminates-daemon",
		}},
		{"os_exit_status_zero", fork, parentExits, []string{"exit-status-after-os-exit"}},
		{"terminated_main_exits_143", fork, parentExits, []string{"exit-status-after-signal"}},
		{"passes_on_interrupts", fork, parentExits, []string{"exit-interrupt-of-parent-spares-child"}},
		{"terminated_process_kills_children", fork, parentExits, []string{
			"orphan-survives-terminated-parent", "orphan-reparented", "orphan-sees-parent-not-alive",
			"orphan-helpers-end-with-last-child",
		}},
		{"ppid_never_changes", fork, parentExits, []string{"orphan-reparented"}},
		{"parent_always_alive", fork, parentExits, []string{"orphan-sees-parent-not-alive"}},
	}
}
