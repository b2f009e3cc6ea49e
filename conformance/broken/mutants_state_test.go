package broken

func originMutants() []mutant {
	origins := []string{"main-module-origins"}
	return []mutant{
		{"forgets_targets", spawn, origins, []string{
			"mainmodule-script", "mainmodule-script-without-suffix", "mainmodule-run-with-m", "mainmodule-compiled-file", "mainmodule-target-in-other-module", "mainmodule-target-not-found",
		}},
		{"forks_files_only", fork, origins, []string{"mainmodule-fork-works-from-anywhere"}},
	}
}

func inheritanceMutants() []mutant {
	inheritance := []string{"inherited-state"}
	return []mutant{
		{"forks_whatever_is_chosen", spawn, []string{"inherited-state", "threads"}, []string{
			"inherit-changed-globals", "inherit-import-time-values", "inherit-target-inside-main-guard", "inherit-signal-handlers-reset", "inherit-file-descriptors-closed", "inherit-set-executable-spawn",
			"thread-held-lock-in-child", "thread-no-spurious-warning",
		}},
		{"forgets_constants", fork, inheritance, []string{"inherit-module-constants"}},
		{"hands_standard_input_down", fork, inheritance, []string{"inherit-stdin-is-empty"}},
		{"makes_keys_anew", fork, inheritance, []string{"inherit-authkey"}},
		{"hands_down_the_first_environment", fork, inheritance, []string{"inherit-fork-copies-process-state"}},
		{"leaks_descriptors", spawn, inheritance, []string{"inherit-file-descriptors-closed"}},
	}
}

func threadMutants() []mutant {
	threads := []string{"threads"}
	return []mutant{
		{"brings_a_thread", fork, threads, []string{"thread-child-starts-with-one"}},
		{"starts_from_one_thread", fork, threads, []string{"thread-child-starts-with-one", "thread-target-runs-in-main-thread", "thread-started-from-other-thread"}},
		{"leaves_threads_behind", fork, threads, []string{"thread-child-waits-for-its-threads"}},
		{"frees_locks_in_children", fork, threads, []string{"thread-held-lock-in-child"}},
		{"hides_warnings", fork, threads, []string{"thread-fork-warning"}},
	}
}
