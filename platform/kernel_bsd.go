//go:build freebsd || openbsd || netbsd

package platform

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// sizeRetries is how many times query tries again if the table has grown between asking for its size and reading it.
const sizeRetries = 16

// query reads records from the kernel. If there is no such process, the kernel returns no record or ESRCH.
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
		return nil, fmt.Errorf("platform: cannot read the process table: %s: %w", name, err)
	}
	rows, err := k.rows(block)
	if err != nil || !k.fromBoot {
		return rows, err
	}
	boot, err := unix.SysctlTimeval("kern.boottime")
	if err != nil {
		return nil, fmt.Errorf("platform: cannot read the boot time: kern.boottime: %w", err)
	}
	sinceBoot(rows, boot.Nano()/int64(time.Microsecond))
	return rows, nil
}
