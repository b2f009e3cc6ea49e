//go:build unix

package platform

import (
	"os/signal"
	"strconv"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

func TestExitBySignal(t *testing.T) {
	for name, number := range map[string]syscall.Signal{
		"SIGKILL": syscall.SIGKILL,
		"SIGTERM": syscall.SIGTERM,
		"SIGHUP":  syscall.SIGHUP,
	} {
		t.Run(name, func(t *testing.T) {
			if signal.Ignored(number) { // nohup(1) ignores SIGHUP, and children inherit that
				t.Skip("this process was started with the signal ignored")
			}
			s := startRun(t, "signal", strconv.Itoa(int(number)))
			s.Expect(s.Wait()).To(Equal(Exit{Code: -int(number), Signal: name}))
		})
	}
}
