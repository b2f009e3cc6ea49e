package platform

import "time"

// RemoveAll removes a folder and everything in it, whose permissions a program may have changed, however deep it is. A
// folder that is not there is no error. What the system keeps for a moment beyond the process that used it is waited for.
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
