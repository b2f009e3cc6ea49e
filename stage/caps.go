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

// Caps of one run. No program of fixtures/ comes near them; they hold what is broken. fixtures/DRIVER.md lists them.
const (
	maxProcesses = 64       // at a time
	maxOutput    = 16 << 20 // bytes of standard output and standard error together
	keptOutput   = 1 << 20  // bytes of each that a recording keeps
	maxDisk      = 64 << 20 // bytes in the run's folder, of what is not output
	maxFiles     = 2_000    // in the run's folder
)

// The time between two looks at what is capped: so long that the looks cost little beside what they took, which depends
// on the system's way to its process table, and so short that not much can be had between two.
const (
	measureFirst = 50 * time.Millisecond
	measureLast  = time.Second
	measureShare = 200 // a look takes at most this part of the time
)

// caps watches what a run takes.
type caps struct {
	container      *platform.Container
	folder         string // the run's
	stdout, stderr output
	cost           time.Duration // of the cheapest look so far; a machine that is busy makes the others dearer
	next           time.Time     // of the next look
}

func (r *run) caps(container *platform.Container, stdout, stderr output) caps {
	return caps{container: container, folder: r.folder, stdout: stdout, stderr: stderr, next: time.Now().Add(measureFirst)}
}

// exceeded says which cap the run has exceeded, or "". All but the output is looked at only now and then, so it can be
// asked at any rate.
func (c *caps) exceeded() (string, error) {
	const tooMuch = "cap on output: it printed more than %d bytes"
	if c.printed() > maxOutput {
		return fmt.Sprintf(tooMuch, maxOutput), nil
	}
	begun := time.Now()
	if begun.Before(c.next) {
		return "", nil
	}
	processes, err := c.container.Count()
	if err != nil {
		return "", err
	}
	bytes, files := usage(c.folder)
	printed := c.printed() // afterwards: it is a part of these bytes
	if cost := time.Since(begun); c.cost == 0 || cost < c.cost {
		c.cost = cost
	}
	c.next = time.Now().Add(min(max(measureShare*c.cost, measureFirst), measureLast))
	switch {
	case printed > maxOutput:
		return fmt.Sprintf(tooMuch, maxOutput), nil
	case processes > maxProcesses:
		return fmt.Sprintf("cap on processes: it had more than %d at a time", maxProcesses), nil
	case bytes-printed > maxDisk:
		return fmt.Sprintf("cap on disk: it wrote more than %d bytes to its folders", maxDisk), nil
	case files > maxFiles:
		return fmt.Sprintf("cap on disk: it made more than %d files, or folders deeper than a path can say", maxFiles), nil
	}
	return "", nil
}

// printed is how many bytes were written to standard output and error.
func (c *caps) printed() int64 { return c.stdout.size() + c.stderr.size() }

// usage adds up the files below a folder, as far as it can be read, and not far beyond what is allowed.
func usage(folder string) (bytes int64, files int) {
	_ = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if files++; files > maxFiles {
			return filepath.SkipAll
		}
		if errors.Is(err, syscall.ENAMETOOLONG) { // nothing that is in there is counted
			files = maxFiles + 1
			return filepath.SkipAll
		}
		if err != nil {
			return nil // it is gone, or closed to us
		}
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			bytes += info.Size()
		}
		return nil
	})
	return bytes, files
}
