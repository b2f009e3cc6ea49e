//go:build !linux

package platform

// removeSharedNames does nothing: other systems do not list shared memory and named semaphores.
func removeSharedNames(string) {}
