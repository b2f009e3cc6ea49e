//go:build unix && !linux

package platform

import "os/exec"

// A brand is what every process of a run inherits. There is nothing like it here.
type runTag uint64

// startTagged starts a process without a brand.
func startTagged(cmd *exec.Cmd) (runTag, error) { return 0, cmd.Start() }

// runTagOf finds none.
func runTagOf(int) runTag { return 0 }
