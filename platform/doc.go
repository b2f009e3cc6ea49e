// Package platform is what the operating system says and does: the process table, containment, exit statuses, and
// which system this is.
//
// It is the second witness of a run. What a process says of itself may be mistaken; what this package returns comes
// from the kernel. It is also the only thing that keeps a run from outliving its container: whatever a program does,
// [Container.Kill] ends everything that it started.
//
// The facts come from different places:
//
//   - Linux: proc(5), prctl(2) (PR_SET_CHILD_SUBREAPER), wait(2), setsid(2);
//   - macOS: the sysctl(3) names kern.proc and kern.procargs2;
//   - FreeBSD, OpenBSD, NetBSD: the sysctl(3) names kern.proc and kern.proc2 for the table, ps(1) for arguments and
//     environments, and for the table as well where its records cannot be read;
//   - Windows: Toolhelp snapshots and job objects (Microsoft Learn, "Taking a Snapshot and Viewing Processes" and
//     "Job Objects").
package platform
