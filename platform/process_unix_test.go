//go:build unix

package platform

import (
	"strconv"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

func TestProcessesReportsGroup(t *testing.T) {
	g := NewWithT(t)
	g.Expect(tableByID(g)[syscall.Getpid()].Group).To(Equal(syscall.Getpgrp()))

	s := startRun(t, "start-child", "parent", "wait", "child")
	child := s.announced("child")
	g.Expect(tableByID(g)[child.PID].Group).To(Equal(s.PID()))
}

func TestZombieIsListed(t *testing.T) {
	s := startRun(t, "leave-zombie", "parent")
	zombie, err := strconv.Atoi(s.announced("parent").Text)
	s.Expect(err).NotTo(HaveOccurred())
	until(func() bool { return tableByID(s)[zombie].State == Zombie })
	members := s.members()
	s.Expect(members).To(HaveLen(2))
	s.Expect(members[zombie].State).To(Equal(Zombie))
	s.Expect(members[zombie].PPID).To(Equal(s.PID()))
	s.Expect(members[zombie].Command).To(BeEmpty())
	s.Expect(members[s.PID()].State).To(Equal(Alive))
	s.Expect(s.Kill()).To(Succeed())
	s.expectNothingLeft(note{PID: zombie})
}
