// Package platform wraps what the suite needs from the operating system: the process table, containment of processes,
// exit statuses, and a description of the system.
//
// It is a second source of facts about a run. What a process reports about itself may be wrong; what this package
// returns comes from the kernel. It also makes sure that no process outlives its run:
// [Container.Kill] ends every process that it started.
//
// The facts come from different places:
//
//   - Linux: proc(5), prctl(2) (PR_SET_CHILD_SUBREAPER), wait(2), setsid(2)
//   - macOS: the sysctl(3) names kern.proc and kern.procargs2
//   - FreeBSD, OpenBSD, NetBSD: the sysctl(3) names kern.proc and kern.proc2 for the process table; ps(1) for arguments
//     and environments, and for the process table if its records cannot be read
//   - Windows: Toolhelp snapshots and job objects (Microsoft Learn, "Taking a Snapshot and Viewing Processes" and "Job
//     Objects")
package platform
