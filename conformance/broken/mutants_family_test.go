package broken

func daemonMutants() []mutant {
	daemons := []string{"daemons"}
	return []mutant{
		{"lets_daemons_have_children", fork, daemons, []string{"daemon-cannot-start-child"}},
		{"forgets_that_it_is_daemonic", fork, daemons, []string{"daemon-flag-inherited"}},
		{"lists_no_daemons", fork, daemons, []string{"daemon-listed-as-active-child"}},
		{"makes_children_daemonic", fork, daemons, []string{"daemon-off-by-default", "daemon-flag-inherited"}},
		{"hides_from_daemons_what_they_are", fork, daemons, []string{"daemon-flag-set-before-start"}},
		{"lets_daemons_work_on", fork, daemons, []string{"daemon-terminated-at-exit", "daemon-finally-skipped-at-exit", "daemon-exitcode-at-exit"}},
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
	nesting := []string{"nested-processes"}
	return []mutant{
		{"numbers_all_alike", fork, nesting, []string{"nested-default-names", "nested-active-children-own-only"}},
		{"waits_for_no_grandchildren", fork, nesting, []string{"nested-child-waits-for-grandchild"}},
		{"asks_a_server_whatever_is_chosen", fork, nesting, []string{"nested-ppid-is-child"}},
		{"ends_grandchildren_too", fork, nesting, []string{"nested-grandchild-survives-terminated-child", "nested-terminated-child-ends-at-once"}},
	}
}

func helperMutants() []mutant {
	helpers := []string{"helper-processes"}
	return []mutant{
		{"chooses_when_frozen_or_not", fork, helpers, []string{"mainmodule-freeze-support-no-effect"}},
		{"ignores_the_executable", spawn, helpers, []string{"inherit-set-executable-by-method"}},
		{"preloads_nothing", forkserver, helpers, []string{"forkserver-preload-imports-module", "forkserver-replaced-after-kill"}},
		{"tracks_forks", fork, helpers, []string{"helper-kinds-by-method"}},
		{"tracks_no_semaphores", spawn, helpers, []string{"tracker-removes-semaphore-of-killed"}},
		{"tracks_no_memory", fork, helpers, []string{"tracker-removes-shared-memory-of-killed"}},
		{"gives_children_a_tracker_of_their_own", fork, helpers, []string{"tracker-keeps-resources-after-child-exit", "tracker-keeps-resources-while-child-runs", "tracker-removes-shared-memory-of-killed"}},
		{"tracks_what_others_track", fork, helpers, []string{"tracker-unrelated-exit-untracked"}},
		{"asks_another_server_each_time", forkserver, helpers, []string{"forkserver-shared-by-children", "helper-outlives-children", "forkserver-preload-after-server-start"}},
	}
}

func parentMutants() []mutant {
	ends := []string{"parent-exits"}
	return []mutant{
		{"leaves_children_alone", fork, ends, []string{"exit-exception-waits-for-child", "exit-interrupt-waits-for-child", "exit-exception-terminates-daemon", "exit-interrupt-terminates-daemon"}},
		{"passes_interrupts_on", fork, ends, []string{"exit-interrupt-of-parent-spares-child"}},
		{"takes_children_along", fork, ends, []string{"orphan-survives-terminated-parent", "orphan-reparented", "orphan-sees-parent-not-alive", "orphan-helpers-end-with-last-child"}},
		{"keeps_the_first_parent_id", fork, ends, []string{"orphan-reparented"}},
		{"believes_in_its_parent", fork, ends, []string{"orphan-sees-parent-not-alive"}},
	}
}
