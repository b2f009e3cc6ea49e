package stage

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
	"time"

	"github.com/singdance/singdance/platform"
)

// Caps of one run. The programs in fixtures/ stay far below them; the caps stop broken implementations. fixtures/DRIVER.md
// lists them.
const (
	maxProcesses = 64       // at a time
	maxOutput    = 16 << 20 // bytes of standard output and standard error together
	keptOutput   = 1 << 20  // bytes of each that a recording keeps
	maxDisk      = 64 << 20 // bytes in the run folder, without standard output and standard error
	maxFiles     = 2_000    // in the run folder
)

// The time between two measurements of processes and disk. It depends on how long a measurement takes, which differs
// between operating systems, so that the measurements cost at most 1/measureShare of the time.
const (
	measureFirst = 50 * time.Millisecond
	measureLast  = time.Second
	measureShare = 200
)

// caps measures what a run uses.
type caps struct {
	container      *platform.Container
	folder         string // the run folder
	stdout, stderr output
	cost           time.Duration // of the fastest measurement; on a busy machine the others take longer
	next           time.Time     // when to measure again
}

func (f *runFolder) newCaps(container *platform.Container, stdout, stderr output) caps {
	return caps{container: container, folder: f.path, stdout: stdout, stderr: stderr, next: time.Now().Add(measureFirst)}
}

// exceeded returns which cap the run has exceeded, or "". It may be called often: it checks the output at each call, and
// everything else only when the next measurement is due.
func (c *caps) exceeded() (string, error) {
	const outputExceeded = "cap on output: more than %d bytes were printed"
	if c.printed() > maxOutput {
		return fmt.Sprintf(outputExceeded, maxOutput), nil
	}
	started := time.Now()
	if started.Before(c.next) {
		return "", nil
	}
	processes, err := c.container.Count()
	if err != nil {
		return "", err
	}
	bytes, files := diskUsage(c.folder)
	printed := c.printed() // after diskUsage, whose result includes these bytes
	if cost := time.Since(started); c.cost == 0 || cost < c.cost {
		c.cost = cost
	}
	c.next = time.Now().Add(min(max(measureShare*c.cost, measureFirst), measureLast))
	switch {
	case printed > maxOutput:
		return fmt.Sprintf(outputExceeded, maxOutput), nil
	case processes > maxProcesses:
		return fmt.Sprintf("cap on processes: more than %d processes existed at a time", maxProcesses), nil
	case bytes-printed > maxDisk:
		return fmt.Sprintf("cap on disk: more than %d bytes were written to the run folder", maxDisk), nil
	case files > maxFiles:
		return fmt.Sprintf("cap on disk: more than %d files were created in the run folder, or a path became too long", maxFiles), nil
	}
	return "", nil
}

// printed returns the number of bytes written to standard output and standard error.
func (c *caps) printed() int64 { return c.stdout.size() + c.stderr.size() }

// diskUsage returns the bytes and the number of the files in a folder that can be read. It stops counting soon after
// maxFiles.
func diskUsage(folder string) (bytes int64, files int) {
	_ = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if files++; files > maxFiles {
			return filepath.SkipAll
		}
		if errors.Is(err, syscall.ENAMETOOLONG) { // the files in there cannot be counted
			files = maxFiles + 1
			return filepath.SkipAll
		}
		if err != nil {
			return nil // deleted in the meantime, or not readable
		}
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			bytes += info.Size()
		}
		return nil
	})
	return bytes, files
}
