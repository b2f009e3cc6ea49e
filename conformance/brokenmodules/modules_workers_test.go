package brokenmodules

// waitingModules returns the modules on which a program waits for what never happens. They use little of the processor, so many
// of them run at the same time.
func waitingModules() []brokenModule {
	executor, executorExits := []string{"process-pool-executor"}, []string{"process-pool-executor-exits"}
	pools, poolExits, ends := []string{"pools"}, []string{"pool-exits"}, []string{"process-ends"}
	return []brokenModule{
		{"grandchild_keeps_sentinel", spawn, ends, []string{
			"process-child-left-join-returns", "process-child-left-sentinel-ready", "process-child-left-exitcode",
		}},
		{"end_seen_by_one_thread", forkserver, ends, []string{"process-concurrent-joins-exitcode", "process-concurrent-joins-not-alive"}},
		{"alive_until_joined", fork, ends, []string{"process-is-alive-false-after-end", "process-is-alive-reaps-ended"}},
		{"queue_not_flushed_at_end", fork, ends, []string{"process-queued-data-delays-end"}},
		{"cancel_join_thread_ignored", fork, ends, []string{"process-queued-data-cancelled"}},
		{"executor_always_forks", spawn, append(executor, executorExits...), []string{
			"executor-uses-default-method", "executor-uses-chosen-method", "executor-uses-given-context",
			"executor-max-tasks-replaces-worker", "executor-max-tasks-uses-spawn", "executor-unguarded-task-never-runs",
			"executor-unguarded-main-ends", "executor-unguarded-raises-broken-pool",
		}},
		{"executor_runs_one_task_at_a_time", spawn, executor, []string{
			"executor-tasks-run-together", "executor-initializer-runs-in-each-worker", "executor-uses-given-context",
			"executor-shutdown-ends-workers", "executor-unpicklable-task-spares-workers",
		}},
		{"executor_ignores_initializer", spawn, executor, []string{
			"executor-initializer-runs-in-each-worker", "executor-initializer-receives-arguments",
			"executor-initializer-failure-breaks-pending-task", "executor-initializer-failure-refuses-submit",
		}},
		{"executor_leaves_workers_running", spawn, executor, []string{
			"executor-terminate-workers-ends-worker", "executor-terminate-workers-exitcode", "executor-terminate-workers-refuses-submit",
			"executor-kill-workers-ends-worker", "executor-kill-workers-exitcode", "executor-kill-workers-refuses-submit",
		}},
		{"executor_terminated_worker_cleans_up", spawn, executor, []string{
			"executor-terminate-workers-exitcode", "executor-terminate-workers-skips-finally",
		}},
		{"executor_breaks_with_other_error", spawn, append(executor, executorExits...), []string{
			"executor-killed-worker-breaks-running-task", "executor-killed-worker-breaks-pending-task",
			"executor-killed-worker-refuses-submit", "executor-initializer-failure-breaks-pending-task",
			"executor-initializer-failure-refuses-submit", "executor-unguarded-raises-broken-pool",
		}},
		{"executor_ignores_shutdown", spawn, executor, []string{"executor-shutdown-ends-workers", "executor-shutdown-refuses-submit"}},
		{"executor_cancels_running_task", spawn, executorExits, []string{"executor-cancel-futures-completes-running-task"}},
		{"executor_loses_waiting_tasks", spawn, executorExits, []string{
			"executor-exit-completes-pending-tasks", "executor-exit-after-exception-completes-pending-tasks",
			"executor-exit-after-shutdown-without-wait-completes-pending-tasks", "executor-cancel-futures-cancels-pending-task",
			"executor-max-tasks-runs-queued-tasks",
		}},
		{"executor_hides_errors", spawn, executor, []string{
			"executor-unpicklable-argument-raises", "executor-unpicklable-result-raises", "executor-sys-exit-in-task-raises",
			"executor-unpicklable-task-spares-workers",
		}},
		{"pool_always_forks", spawn, append(pools, poolExits...), []string{
			"pool-uses-given-context", "pool-uses-chosen-method", "pool-max-tasks-replaces-worker", "pool-unguarded-task-never-runs",
		}},
		{"pool_ignores_initializer", spawn, pools, []string{
			"pool-initializer-runs-in-each-worker", "pool-initializer-receives-arguments",
		}},
		{"pool_has_additional_worker", spawn, pools, []string{"pool-starts-all-workers"}},
		{"pool_stays_open", spawn, pools, []string{
			"pool-close-refuses-task", "pool-close-ends-workers", "pool-with-block-terminates-worker",
		}},
		{"pool_close_terminates", spawn, pools, []string{"pool-close-completes-tasks"}},
		{"manager_always_forks", spawn, append(pools, poolExits...), []string{
			"manager-server-uses-given-context", "manager-unguarded-raises",
		}},
		{"manager_lists_copied", spawn, pools, []string{"manager-list-shared-with-child"}},
		{"manager_ignores_initializer", spawn, pools, []string{"manager-server-runs-initializer"}},
		{"manager_server_outlives_main", spawn, poolExits, []string{"manager-ends-with-main", "manager-ends-after-exception"}},
	}
}
