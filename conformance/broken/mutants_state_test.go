package broken

func originMutants() []mutant {
	origins := []string{"main-origins"}
	return []mutant{
		{"forgets_targets", spawn, origins, []string{
			"origin-script", "origin-bare", "origin-module", "origin-compiled", "origin-guest", "origin-failure",
		}},
		{"forks_files_only", fork, origins, []string{"origin-fork"}},
	}
}

func inheritanceMutants() []mutant {
	inheritance := []string{"inheritance"}
	return []mutant{
		{"forks_whatever_is_chosen", spawn, []string{"inheritance", "threads"}, []string{
			"inherit-globals", "inherit-import", "inherit-inner", "inherit-handlers", "inherit-descriptors", "inherit-executable",
			"threads-lock", "threads-no-warning",
		}},
		{"forgets_constants", fork, inheritance, []string{"inherit-constants"}},
		{"hands_standard_input_down", fork, inheritance, []string{"inherit-stdin"}},
		{"makes_keys_anew", fork, inheritance, []string{"inherit-authkey"}},
		{"hands_down_the_first_environment", fork, inheritance, []string{"inherit-fork"}},
		{"leaks_descriptors", spawn, inheritance, []string{"inherit-descriptors"}},
	}
}

func threadMutants() []mutant {
	threads := []string{"threads"}
	return []mutant{
		{"brings_a_thread", fork, threads, []string{"threads-alone"}},
		{"starts_from_one_thread", fork, threads, []string{"threads-alone", "threads-main", "threads-starter"}},
		{"leaves_threads_behind", fork, threads, []string{"threads-linger"}},
		{"frees_locks_in_children", fork, threads, []string{"threads-lock"}},
		{"hides_warnings", fork, threads, []string{"threads-warning"}},
	}
}
