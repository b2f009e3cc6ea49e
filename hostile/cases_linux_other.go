//go:build !linux

package hostile

// linuxCases returns nil: its cases need Linux.
func linuxCases() []Case { return nil }
