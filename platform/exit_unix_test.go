//go:build unix

package platform

import (
	"strconv"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

func TestSignals(t *testing.T) {
	for name, number := range map[string]syscall.Signal{
		"SIGKILL": syscall.SIGKILL,
		"SIGTERM": syscall.SIGTERM,
		"SIGHUP":  syscall.SIGHUP,
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t, "signal", strconv.Itoa(int(number)))
			s.Expect(s.Wait()).To(Equal(Exit{Code: -int(number), Signal: name}))
		})
	}
}
