//go:build !linux

package platform

// removeShared does nothing: no other system lists what there is of shared memory and named semaphores.
func removeSharedNames(string) {}
