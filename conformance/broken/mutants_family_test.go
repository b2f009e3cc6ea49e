package broken

func daemonMutants() []mutant {
	daemons := []string{"daemons"}
	return []mutant{
		{"lets_daemons_have_children", fork, daemons, []string{"daemon-childless"}},
		{"forgets_that_it_is_daemonic", fork, daemons, []string{"daemon-inherited"}},
		{"lists_no_daemons", fork, daemons, []string{"daemon-active"}},
		{"makes_children_daemonic", fork, daemons, []string{"daemon-default", "daemon-inherited"}},
		{"hides_from_daemons_what_they_are", fork, daemons, []string{"daemon-set"}},
		{"lets_daemons_work_on", fork, daemons, []string{"daemon-terminated", "daemon-finally", "daemon-status"}},
		{"joins_before_it_terminates", fork, daemons, nil}, // it may; see observations
	}
}

// observations are what must be observed of modules whose way is another one and not forbidden.
func observations() map[string]map[string]string {
	return map[string]map[string]string{
		"joins_before_it_terminates": {"daemon-order": "afterwards, or not at all"},
	}
}

func nestingMutants() []mutant {
	nesting := []string{"nesting"}
	return []mutant{
		{"numbers_all_alike", fork, nesting, []string{"nested-names", "nested-active"}},
		{"waits_for_no_grandchildren", fork, nesting, []string{"nested-waits"}},
		{"asks_a_server_whatever_is_chosen", fork, nesting, []string{"nested-parent"}},
		{"ends_grandchildren_too", fork, nesting, []string{"nested-orphan", "nested-terminated"}},
	}
}

func helperMutants() []mutant {
	helpers := []string{"helpers"}
	return []mutant{
		{"chooses_when_frozen_or_not", fork, helpers, []string{"freeze-support"}},
		{"ignores_the_executable", spawn, helpers, []string{"set-executable"}},
		{"preloads_nothing", forkserver, helpers, []string{"preload", "server-replaced"}},
		{"tracks_forks", fork, helpers, []string{"helpers-by-method"}},
		{"tracks_no_semaphores", spawn, helpers, []string{"tracker-semaphore"}},
		{"tracks_no_memory", fork, helpers, []string{"tracker-block"}},
		{"gives_children_a_tracker_of_their_own", fork, helpers, []string{"tracker-child", "tracker-heir", "tracker-block"}},
		{"tracks_what_others_track", fork, helpers, []string{"stranger-untracked"}},
		{"asks_another_server_each_time", forkserver, helpers, []string{"server-shared", "helpers-outlive", "preload-late"}},
	}
}

func parentMutants() []mutant {
	ends := []string{"parent-ends"}
	return []mutant{
		{"leaves_children_alone", fork, ends, []string{"exception-waits", "interrupt-waits", "end-daemon", "interrupt-daemon"}},
		{"passes_interrupts_on", fork, ends, []string{"interrupt-parent-alone"}},
		{"takes_children_along", fork, ends, []string{"orphans-terminate", "orphan-parent-id", "orphan-knows", "orphan-helpers-end"}},
		{"keeps_the_first_parent_id", fork, ends, []string{"orphan-parent-id"}},
		{"believes_in_its_parent", fork, ends, []string{"orphan-knows"}},
	}
}
