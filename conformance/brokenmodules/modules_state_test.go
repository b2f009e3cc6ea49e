package brokenmodules

func originModules() []brokenModule {
	origins := []string{"main-module-origins"}
	return []brokenModule{
		{"targets_never_run", spawn, origins, []string{
			"mainmodule-script", "mainmodule-script-without-suffix", "mainmodule-run-with-m", "mainmodule-compiled-file",
			"mainmodule-target-in-other-module", "mainmodule-target-not-found", "mainmodule-frozen",
			"mainmodule-namespace-package", "mainmodule-pdb", "mainmodule-virtual-environment",
		}},
		{"failed_child_fails_main", spawn, origins, []string{
			"mainmodule-target-not-found-spares-main", "mainmodule-target-not-found", "mainmodule-target-in-other-module",
			"mainmodule-repl-attribute-error", "mainmodule-repl-exitcode",
		}},
		{"fork_needs_main_file", fork, origins, []string{"mainmodule-fork-works-from-anywhere"}},
	}
}

func inheritanceModules() []brokenModule {
	inheritance := []string{"inherited-state"}
	return []brokenModule{
		{"always_fork", spawn, []string{"inherited-state", "threads", "start-effects", "sing-dance"}, []string{
			"inherit-file-descriptors-of-siblings", "start-no-fork-hooks-under-spawn", "mainmodule-imported-under-spawn",
			"identity-default-names", "identity-default-names-in-parent",
			"inherit-changed-globals-not-seen", "inherit-import-time-values-created-again",
			"inherit-target-inside-main-guard-not-found", "inherit-target-inside-main-guard-exitcode", "inherit-signal-handlers-reset", "inherit-file-descriptors-closed", "inherit-set-executable-spawn",
			"thread-held-lock-in-child", "thread-no-spurious-warning",
		}},
		{"child_lacks_constant", fork, inheritance, []string{"inherit-module-constants"}},
		{"child_reads_main_stdin", fork, inheritance, []string{"inherit-stdin-is-empty"}},
		{"new_authkey_for_each_child", fork, inheritance, []string{"inherit-authkey"}},
		{"environment_from_program_start", fork, inheritance, []string{"inherit-fork-copies-process-state"}},
		{"spawned_child_inherits_descriptors", spawn, inheritance, []string{"inherit-file-descriptors-closed"}},
	}
}

func threadModules() []brokenModule {
	threads := []string{"threads"}
	return []brokenModule{
		{"child_starts_with_two_threads", fork, threads, []string{"thread-child-starts-with-one"}},
		{"starts_only_from_main_thread", fork, append(threads, "thread-starts"), []string{
			"thread-executor-starts-child", "thread-executor-child-main-thread", "thread-foreign-thread-child-exitcode",
			"thread-foreign-thread-child-main-thread", "thread-native-id-in-child",
			"thread-child-starts-with-one", "thread-target-runs-in-main-thread", "thread-started-from-other-thread",
			"thread-started-from-other-thread-joined-at-exit",
		}},
		{"child_ignores_its_threads", fork, threads, []string{"thread-child-waits-for-its-threads"}},
		{"child_locks_released", fork, threads, []string{"thread-held-lock-in-child"}},
		{"no_fork_warning", fork, threads, []string{"thread-fork-warning"}},
	}
}
