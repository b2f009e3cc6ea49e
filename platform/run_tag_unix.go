//go:build unix && !linux

package platform

import "os/exec"

// runTag marks all processes of a run. This system has no way to do that.
type runTag uint64

// startTagged starts a process without a run tag.
func startTagged(cmd *exec.Cmd) (runTag, error) { return 0, cmd.Start() }

// runTagOf returns 0, which means that there is no run tag.
func runTagOf(int) runTag { return 0 }
