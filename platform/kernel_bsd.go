//go:build freebsd || openbsd || netbsd

package platform

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// sizeRetries is how often a table may have grown between the question for its size and the question for itself.
const sizeRetries = 16

// ask asks the kernel for records. A process that is not there has none, or is an error ESRCH.
func (k kinfo) query(name string, arguments ...int) ([]row, error) {
	var block []byte
	var err error
	for range sizeRetries {
		if block, err = unix.SysctlRaw(name, arguments...); !errors.Is(err, unix.ENOMEM) {
			break
		}
	}
	if errors.Is(err, unix.ESRCH) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("platform: no process table: %s: %w", name, err)
	}
	rows, err := k.rows(block)
	if err != nil || !k.fromBoot {
		return rows, err
	}
	boot, err := unix.SysctlTimeval("kern.boottime")
	if err != nil {
		return nil, fmt.Errorf("platform: no time of the boot: kern.boottime: %w", err)
	}
	sinceBoot(rows, boot.Nano()/int64(time.Microsecond))
	return rows, nil
}
