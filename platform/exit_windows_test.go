package platform

import (
	"testing"

	. "github.com/onsi/gomega"
)

func TestLargeExitCodesKeepAllBits(t *testing.T) {
	s := startRun(t, "exit", "3221225477")
	exit, err := s.Wait()
	s.Expect(err).NotTo(HaveOccurred())
	s.Expect(int64(exit.Code)).To(Equal(int64(0xC0000005)))
}
