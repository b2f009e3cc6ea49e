//go:build unix && !linux

package platform

// sharedObjects does nothing: this system does not report which processes use shared memory and named semaphores.
type sharedObjects struct{}

func newSharedObjects() sharedObjects { return sharedObjects{} }

func (sharedObjects) collect([]row) {}

func (sharedObjects) remove() {}
