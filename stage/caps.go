package stage

import (
	"fmt"
	"time"

	"github.com/singdance/singdance/platform"
)

// Caps of one run. No program of fixtures/ comes near them; they hold what is broken.
const (
	maxProcesses = 64       // at a time
	maxOutput    = 16 << 20 // bytes of standard output and standard error together
	keptOutput   = 1 << 20  // bytes of each that a recording keeps
)

// measure is the time between two looks at what is capped. A look reads the whole process table; most programs end
// before the first.
const measure = time.Second

// caps watches what a run takes.
type caps struct {
	container      *platform.Container
	stdout, stderr output
	measured       time.Time
}

// exceeded says which cap the run has exceeded, or "". It looks only now and then, and can be asked at any rate.
func (c *caps) exceeded() (string, error) {
	if time.Since(c.measured) < measure {
		return "", nil
	}
	c.measured = time.Now()
	if size := c.stdout.size() + c.stderr.size(); size > maxOutput {
		return fmt.Sprintf("it printed more than %d bytes", maxOutput), nil
	}
	processes, err := c.container.Processes()
	if err != nil {
		return "", err
	}
	if len(processes) > maxProcesses {
		return fmt.Sprintf("it had more than %d processes at a time", maxProcesses), nil
	}
	return "", nil
}
