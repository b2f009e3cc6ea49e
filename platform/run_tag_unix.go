//go:build unix && !linux

package platform

import "os/exec"

// A brand is what every process of a run inherits. There is nothing like it here.
type brand uint64

// startBranded starts a process without a brand.
func startBranded(cmd *exec.Cmd) (brand, error) { return 0, cmd.Start() }

// brandOf finds none.
func brandOf(int) brand { return 0 }
