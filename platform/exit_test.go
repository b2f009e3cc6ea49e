package platform

import (
	"strconv"
	"testing"

	. "github.com/onsi/gomega"
)

func TestExitStatuses(t *testing.T) {
	for _, code := range []int{0, 1, 3, 255} {
		t.Run(strconv.Itoa(code), func(t *testing.T) {
			s := startRun(t, "exit", strconv.Itoa(code))
			s.Expect(s.Wait()).To(Equal(Exit{Code: code}))
			until(s.isEmpty)
			s.expectNothingLeft()
		})
	}
}

func TestConcurrentWaitsReturnTheSameExit(t *testing.T) {
	s := startRun(t, "exit", "7")
	results := make(chan Exit)
	for range 3 {
		go func() {
			exit, err := s.Wait()
			if err != nil {
				exit.Code = -1
			}
			results <- exit
		}()
	}
	for range 3 {
		s.Expect(<-results).To(Equal(Exit{Code: 7}))
	}
	s.Expect(s.Wait()).To(Equal(Exit{Code: 7}))
}

func TestExitString(t *testing.T) {
	g := NewWithT(t)
	g.Expect(Exit{}.String()).To(Equal("exit status 0"))
	g.Expect(Exit{Code: 255}.String()).To(Equal("exit status 255"))
	g.Expect(Exit{Code: 0xC0000005}.String()).To(Equal("exit status 0xc0000005"))
	g.Expect(Exit{Code: -9, Signal: "SIGKILL"}.String()).To(Equal("killed by SIGKILL"))
	g.Expect(Exit{Code: -34}.String()).To(Equal("killed by signal 34"))
}
