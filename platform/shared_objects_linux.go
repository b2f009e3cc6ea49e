package platform

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// shmFolder is where shared memory and semaphores that have a name are kept as files (shm_overview(7),
// sem_overview(7)).
const shmFolder = "/dev/shm/"

// fileTimeLag is more than the times of files are behind the clock.
const fileTimeLag = time.Second

// memory is what the processes of runs share by a name, and would have removed had they not been killed. Multiprocessing's
// locks are of this kind under spawn.
type sharedObjects struct {
	since time.Time         // what is older is not theirs
	files map[string]uint64 // inodes by path
}

func newSharedObjects() sharedObjects {
	return sharedObjects{since: time.Now().Add(-fileTimeLag), files: map[string]uint64{}}
}

// note notes what the processes have in their memory.
func (o *sharedObjects) collect(rows []row) {
	for _, r := range rows {
		maps, err := readProc(r.PID, "maps", nil)
		if err != nil || r.State != Alive {
			continue // its memory is gone, or closed to us
		}
		for line := range bytes.Lines(maps) {
			if path, inode := parseMapsLine(string(line)); strings.HasPrefix(path, shmFolder) {
				o.files[path] = inode
			}
		}
	}
}

// parseMapsLine reads a line of proc_pid_maps(5): the path of the file and its inode.
func parseMapsLine(line string) (path string, inode uint64) {
	const inodeAt, pathAt = 4, 5 // address, permissions, offset, device
	fields := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", pathAt+1)
	if len(fields) <= pathAt {
		return "", 0
	}
	inode, err := strconv.ParseUint(fields[inodeAt], 10, 64)
	if err != nil {
		return "", 0
	}
	return strings.TrimLeft(fields[pathAt], " "), inode
}

// remove removes what was noted, if it is still that and was made by the runs: writing to shared memory does not change its
// file's time, so that it is the time when it was made.
func (o *sharedObjects) remove() {
	for path, inode := range o.files {
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() || info.ModTime().Before(o.since) {
			continue
		}
		if stat, known := info.Sys().(*syscall.Stat_t); known && stat.Ino == inode {
			_ = os.Remove(path) // another user's, which we may not remove, is not the runs'
		}
	}
	clear(o.files)
}
