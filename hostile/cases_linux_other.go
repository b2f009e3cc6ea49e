//go:build !linux

package hostile

// kernelActs are about what only Linux has.
func kernelActs() []Act { return nil }
