package platform

import "time"

// RemoveAll removes a folder and everything in it, at any depth and with any permissions. If
// the folder does not exist, RemoveAll returns nil. Some systems keep files in use for a moment after the process that
// used them has ended; RemoveAll waits for these.
func RemoveAll(folder string) error {
	deadline := time.Now().Add(killBound)
	for pause := killPauseFirst; ; pause = min(2*pause, killPauseLast) {
		err := removeTree(folder)
		if err == nil || !inUse(err) || time.Now().After(deadline) {
			return err
		}
		time.Sleep(pause)
	}
}
