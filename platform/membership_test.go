//go:build unix

package platform

import (
	"slices"
	"testing"

	. "github.com/onsi/gomega"
)

// fakeBase is added to made-up process ids, so that no real process has them (2^22 is the largest id anywhere).
const fakeBase = 1 << 24

// made makes up a row. A group or session of 0 is the process's own.
func fakeRow(pid, ppid, group, session int, start int64) row {
	if group == 0 {
		group = pid
	}
	if session == 0 {
		session = pid
	}
	return row{
		Process: Process{PID: fakeBase + pid, PPID: fakeBase + ppid, Group: fakeBase + group, Start: start, State: Alive},
		session: fakeBase + session,
	}
}

// self is this process's standing in these tests, whatever it is in truth.
var self = ownIDs{pid: fakeBase + 2, group: fakeBase + 3, session: fakeBase + 4}

// kin returns the made-up ids of the members, and whether the picture is settled.
func memberIDs(m *membership, rows ...row) ([]int, bool) {
	members, settled := m.members(rows, self, false)
	ids := []int{}
	for _, r := range members {
		ids = append(ids, r.PID-fakeBase)
	}
	slices.Sort(ids)
	return ids, settled
}

// first is the run's first process in these tests.
var first = fakeRow(10, 1, 10, 10, 1000)

func TestMembersByParentGroupAndSession(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	members, _ := memberIDs(&m,
		fakeRow(15, 14, 10, 10, 1003), // in group and session
		fakeRow(16, 10, 16, 10, 1003), // in the session
		fakeRow(17, 16, 17, 17, 1003), // in a session of its own, a grandchild
		fakeRow(18, 2, 17, 17, 1004),  // an orphan in the grandchild's session
		fakeRow(19, 18, 0, 0, 1004),   // the orphan's child
		first,
		fakeRow(20, 1, 0, 0, 1004),    // somebody else
		fakeRow(21, 20, 20, 20, 1004), // and a child of theirs
	)
	g.Expect(members).To(Equal([]int{10, 15, 16, 17, 18, 19}))
}

func TestMembersAreRememberedByIdentity(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	members, settled := memberIDs(&m, first, fakeRow(11, 10, 0, 0, 1001))
	g.Expect(members).To(Equal([]int{10, 11}))
	g.Expect(settled).To(BeFalse())
	members, settled = memberIDs(&m, fakeRow(11, 1, 0, 0, 1001))
	g.Expect(members).To(Equal([]int{11}), "it was seen before")
	g.Expect(settled).To(BeFalse())
	members, settled = memberIDs(&m, fakeRow(11, 1, 0, 0, 1002))
	g.Expect(members).To(BeEmpty(), "another process has the id now")
	g.Expect(settled).To(BeTrue())
}

func TestReusedIDOfFirstProcess(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	members, _ := memberIDs(&m, fakeRow(10, 1, 10, 10, 2000), fakeRow(12, 10, 10, 10, 2001))
	g.Expect(members).To(BeEmpty())
	members, _ = memberIDs(&m, fakeRow(12, 1, 10, 10, 2001))
	g.Expect(members).To(BeEmpty(), "the group is somebody else's for good")
}

func TestParentStartsBeforeChild(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	members, _ := memberIDs(&m, first, fakeRow(12, 10, 0, 0, 1005), fakeRow(13, 12, 0, 0, 1004))
	g.Expect(members).To(Equal([]int{10, 12}))
}

func TestProcessOlderThanFirstIsNotMember(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	members, _ := memberIDs(&m, first, fakeRow(9, 10, 10, 10, 999))
	g.Expect(members).To(Equal([]int{10}))
}

func TestThisProcessAndItsGroupAreNotMembers(t *testing.T) {
	for name, self := range map[string]ownIDs{
		"as usual": self,
		// getpgrp(2) and getsid(2) answer 0 where the leaders are outside of the PID namespace.
		"led from outside": {pid: self.pid},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			one := fakeRow(0, 10, 10, 10, 1001)
			one.PID = self.pid
			grouped := fakeRow(11, 10, 10, 10, 1001)
			grouped.Group = self.group
			near := fakeRow(12, 10, 10, 10, 1001)
			near.session = self.session
			m := newMembership(first.identity(), "no such token", 0)
			members, _ := m.members([]row{first, one, grouped, near}, self, false)
			g.Expect(members).To(Equal([]row{first}))
		})
	}
}

func TestUnknownGroupAndSessionAddNoMembers(t *testing.T) {
	g := NewWithT(t)
	bare := row{Process: Process{PID: fakeBase + 10, State: Zombie}}
	m := newMembership(identity{fakeBase + 10, 0}, "no such token", 0)
	members, _ := memberIDs(&m, bare, row{Process: Process{PID: fakeBase + 11, PPID: fakeBase + 1, State: Zombie}})
	g.Expect(members).To(Equal([]int{10}))
}

// A group that was gone is another one when it is there again, also when its leader has ended.
func TestReusedGroupOfFirstProcess(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	stranger := fakeRow(15, 1, 10, 30, 1003)
	members, _ := memberIDs(&m, stranger)
	g.Expect(members).To(Equal([]int{15}))
	m = newMembership(first.identity(), "no such token", 0)
	m.groupGone = true
	members, _ = memberIDs(&m, stranger, fakeRow(16, 1, 16, 10, 1003)) // the session may still be there
	g.Expect(members).To(Equal([]int{16}))
}
