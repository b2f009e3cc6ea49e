//go:build unix

package platform

import (
	"slices"
	"testing"

	. "github.com/onsi/gomega"
)

// noSuch is added to made-up process ids, so that no real process has them (2^22 is the largest id anywhere).
const noSuch = 1 << 24

// made makes up a row. A group or session of 0 is the process's own.
func made(pid, ppid, group, session int, start int64) row {
	if group == 0 {
		group = pid
	}
	if session == 0 {
		session = pid
	}
	return row{
		Process: Process{PID: noSuch + pid, PPID: noSuch + ppid, Group: noSuch + group, Start: start, State: Alive},
		session: noSuch + session,
	}
}

// self is this process's standing in these tests, whatever it is in truth.
var self = standing{pid: noSuch + 2, group: noSuch + 3, session: noSuch + 4}

// kin returns the made-up ids of the members, and whether the picture is settled.
func kin(k *kinship, rows ...row) ([]int, bool) {
	members, settled := k.members(rows, self, false)
	ids := []int{}
	for _, r := range members {
		ids = append(ids, r.PID-noSuch)
	}
	slices.Sort(ids)
	return ids, settled
}

// first is the run's first process in these tests.
var first = made(10, 1, 10, 10, 1000)

func TestKinOfTheFirstProcess(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	members, _ := kin(&k,
		made(15, 14, 10, 10, 1003), // in group and session
		made(16, 10, 16, 10, 1003), // in the session
		made(17, 16, 17, 17, 1003), // in a session of its own, a grandchild
		made(18, 2, 17, 17, 1004),  // an orphan in the grandchild's session
		made(19, 18, 0, 0, 1004),   // the orphan's child
		first,
		made(20, 1, 0, 0, 1004),    // somebody else
		made(21, 20, 20, 20, 1004), // and a child of theirs
	)
	g.Expect(members).To(Equal([]int{10, 15, 16, 17, 18, 19}))
}

func TestKinIsRememberedByIdentity(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	members, settled := kin(&k, first, made(11, 10, 0, 0, 1001))
	g.Expect(members).To(Equal([]int{10, 11}))
	g.Expect(settled).To(BeFalse())
	members, settled = kin(&k, made(11, 1, 0, 0, 1001))
	g.Expect(members).To(Equal([]int{11}), "it was seen before")
	g.Expect(settled).To(BeFalse())
	members, settled = kin(&k, made(11, 1, 0, 0, 1002))
	g.Expect(members).To(BeEmpty(), "another process has the id now")
	g.Expect(settled).To(BeTrue())
}

func TestReusedIDOfTheFirstProcess(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	members, _ := kin(&k, made(10, 1, 10, 10, 2000), made(12, 10, 10, 10, 2001))
	g.Expect(members).To(BeEmpty())
	members, _ = kin(&k, made(12, 1, 10, 10, 2001))
	g.Expect(members).To(BeEmpty(), "the group is somebody else's for good")
}

func TestParentIsNotYoungerThanItsChild(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	members, _ := kin(&k, first, made(12, 10, 0, 0, 1005), made(13, 12, 0, 0, 1004))
	g.Expect(members).To(Equal([]int{10, 12}))
}

func TestEarlierProcessesAreNoKin(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	members, _ := kin(&k, first, made(9, 10, 10, 10, 999))
	g.Expect(members).To(Equal([]int{10}))
}

func TestThisProcessAndItsGroupAreNoKin(t *testing.T) {
	for name, self := range map[string]standing{
		"as usual": self,
		// getpgrp(2) and getsid(2) answer 0 where the leaders are outside of the PID namespace.
		"led from outside": {pid: self.pid},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			one := made(0, 10, 10, 10, 1001)
			one.PID = self.pid
			grouped := made(11, 10, 10, 10, 1001)
			grouped.Group = self.group
			near := made(12, 10, 10, 10, 1001)
			near.session = self.session
			k := newKinship(first.identity(), "no such token", 0)
			members, _ := k.members([]row{first, one, grouped, near}, self, false)
			g.Expect(members).To(Equal([]row{first}))
		})
	}
}

func TestUnknownGroupAndSessionMakeNoKin(t *testing.T) {
	g := NewWithT(t)
	bare := row{Process: Process{PID: noSuch + 10, State: Zombie}}
	k := newKinship(identity{noSuch + 10, 0}, "no such token", 0)
	members, _ := kin(&k, bare, row{Process: Process{PID: noSuch + 11, PPID: noSuch + 1, State: Zombie}})
	g.Expect(members).To(Equal([]int{10}))
}

// A group that was gone is another one when it is there again, also when its leader has ended.
func TestGroupThatWasGone(t *testing.T) {
	g := NewWithT(t)
	k := newKinship(first.identity(), "no such token", 0)
	stranger := made(15, 1, 10, 30, 1003)
	members, _ := kin(&k, stranger)
	g.Expect(members).To(Equal([]int{15}))
	k = newKinship(first.identity(), "no such token", 0)
	k.groupGone = true
	members, _ = kin(&k, stranger, made(16, 1, 16, 10, 1003)) // the session may still be there
	g.Expect(members).To(Equal([]int{16}))
}
