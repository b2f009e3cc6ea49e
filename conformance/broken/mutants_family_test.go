package broken

func daemonMutants() []mutant {
	daemons := []string{"daemons"}
	return []mutant{
		{"lets_daemons_have_children", fork, daemons, []string{"daemon-childless"}},
		{"forgets_that_it_is_daemonic", fork, daemons, []string{"daemon-inherited"}},
		{"lists_no_daemons", fork, daemons, []string{"daemon-active"}},
	}
}

func nestingMutants() []mutant {
	nesting := []string{"nesting"}
	return []mutant{
		{"numbers_all_alike", fork, nesting, []string{"nested-names", "nested-active"}},
		{"waits_for_no_grandchildren", fork, nesting, []string{"nested-waits"}},
	}
}

func helperMutants() []mutant {
	helpers := []string{"helpers"}
	return []mutant{
		{"chooses_when_frozen_or_not", fork, helpers, []string{"freeze-support"}},
		{"ignores_the_executable", spawn, helpers, []string{"set-executable"}},
		{"preloads_nothing", forkserver, helpers, []string{"preload"}},
	}
}
