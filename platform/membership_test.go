//go:build unix

package platform

import (
	"slices"
	"testing"

	. "github.com/onsi/gomega"
)

// fakeBase is added to fake process IDs, so that no real process has them (2^22 is the largest ID on any system).
const fakeBase = 1 << 24

// fakeRow returns a row of a process that does not exist. A group or session of 0 stands for the process's own ID.
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

// self has the IDs that stand for this process in these tests.
var self = ownIDs{pid: fakeBase + 2, group: fakeBase + 3, session: fakeBase + 4}

// memberIDs returns the fake IDs of the members, and settled.
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
		fakeRow(15, 14, 10, 10, 1003), // in the group and the session
		fakeRow(16, 10, 16, 10, 1003), // in the session
		fakeRow(17, 16, 17, 17, 1003), // a grandchild in a new session
		fakeRow(18, 2, 17, 17, 1004),  // an orphan in the grandchild's session
		fakeRow(19, 18, 0, 0, 1004),   // the orphan's child
		first,
		fakeRow(20, 1, 0, 0, 1004),    // an unrelated process
		fakeRow(21, 20, 20, 20, 1004), // its child
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
	g.Expect(members).To(BeEmpty(), "another process has the ID now")
	g.Expect(settled).To(BeTrue())
}

func TestReusedIDOfFirstProcess(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	members, _ := memberIDs(&m, fakeRow(10, 1, 10, 10, 2000), fakeRow(12, 10, 10, 10, 2001))
	g.Expect(members).To(BeEmpty())
	members, _ = memberIDs(&m, fakeRow(12, 1, 10, 10, 2001))
	g.Expect(members).To(BeEmpty(), "the group belongs to another process from then on")
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
		// getpgrp(2) and getsid(2) return 0 if the leaders are outside of the PID namespace.
		"leaders outside of the PID namespace": {pid: self.pid},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			this := fakeRow(0, 10, 10, 10, 1001)
			this.PID = self.pid
			sameGroup := fakeRow(11, 10, 10, 10, 1001)
			sameGroup.Group = self.group
			sameSession := fakeRow(12, 10, 10, 10, 1001)
			sameSession.session = self.session
			m := newMembership(first.identity(), "no such token", 0)
			members, _ := m.members([]row{first, this, sameGroup, sameSession}, self, false)
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

// TestReusedGroupOfFirstProcess checks that a group that ended is another group if its ID appears again.
func TestReusedGroupOfFirstProcess(t *testing.T) {
	g := NewWithT(t)
	m := newMembership(first.identity(), "no such token", 0)
	other := fakeRow(15, 1, 10, 30, 1003)
	members, _ := memberIDs(&m, other)
	g.Expect(members).To(Equal([]int{15}))
	m = newMembership(first.identity(), "no such token", 0)
	m.groupGone = true
	members, _ = memberIDs(&m, other, fakeRow(16, 1, 16, 10, 1003)) // the session may still exist
	g.Expect(members).To(Equal([]int{16}))
}
