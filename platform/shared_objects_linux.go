package platform

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// shmFolder is where Linux keeps shared memory and named semaphores as files (shm_overview(7), sem_overview(7)).
const shmFolder = "/dev/shm/"

// fileTimeLag is more than the times of files lag behind the clock.
const fileTimeLag = time.Second

// sharedObjects are the shared memory and the named semaphores that processes of runs made, and would have removed if
// they had not been killed. With spawn, multiprocessing's locks are named semaphores.
type sharedObjects struct {
	since time.Time         // older files were not made by the runs
	files map[string]uint64 // inode numbers by path
}

func newSharedObjects() sharedObjects {
	return sharedObjects{since: time.Now().Add(-fileTimeLag), files: map[string]uint64{}}
}

// collect notes the shared objects that the processes have mapped.
func (o *sharedObjects) collect(rows []row) {
	for _, r := range rows {
		maps, err := readProc(r.PID, "maps", nil)
		if err != nil || r.State != Alive {
			continue // the process has ended, or we may not read its maps
		}
		for line := range bytes.Lines(maps) {
			if path, inode := parseMapsLine(string(line)); strings.HasPrefix(path, shmFolder) {
				o.files[path] = inode
			}
		}
	}
}

// parseMapsLine returns the path and the inode of the file in a line of proc_pid_maps(5).
func parseMapsLine(line string) (path string, inode uint64) {
	const inodeAt, pathAt = 4, 5 // after address, permissions, offset, device
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

// remove removes the collected objects, if their files are still the same and were made by the runs. Writing to shared
// memory does not change its file's time, so this is the time when it was made.
func (o *sharedObjects) remove() {
	for path, inode := range o.files {
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() || info.ModTime().Before(o.since) {
			continue
		}
		if stat, known := info.Sys().(*syscall.Stat_t); known && stat.Ino == inode {
			_ = os.Remove(path) // if another user owns it, it was not made by the runs
		}
	}
	clear(o.files)
}
