//go:build unix

package platform

import (
	"golang.org/x/sys/unix"
)

// row is a process with what membership needs in addition.
type row struct {
	Process
	session int // 0 if the system does not report it
}

// identity returns the row's identity.
func (r row) identity() identity {
	return identity{r.PID, r.Start}
}

// origin is what a process's environment and run tag show about where it comes from.
type origin int

const (
	originUnknown origin = iota // the environment cannot be read: the process has just ended, or is about to run a program
	originHidden                // the system hides the environment from us, or it is empty
	originThisRun
	originForeign
	originOtherRun // it has another run's tag
)

// ownIDs are the IDs of this process. No process of a run has one of them.
type ownIDs struct {
	pid, group, session int
}

// thisProcess returns the IDs of this process. On Linux, a group or session is 0 if its leader is outside of this PID
// namespace. No process of a run is in such a group or session, because a run's first process leads a new one. In a
// row, a session of 0 means that the system does not report it (see row); on such systems, this process's own session
// is never 0.
func thisProcess() ownIDs {
	session, err := unix.Getsid(0)
	if err != nil {
		session = -1 // no session has this ID
	}
	return ownIDs{unix.Getpid(), unix.Getpgrp(), session}
}

// includes reports whether a row is this process, or is in its group or session.
func (s ownIDs) includes(r row) bool {
	return r.PID == s.pid || r.Group == s.group || r.session == s.session
}

// membership decides which processes belong to a run. A process is a member if one of these is true:
//
//   - it is the first process, or was a member before
//   - its parent is a member
//   - it is in the process group or session of a member; the first process is the leader of a new session, and a
//     process can leave its session only for a new one, so these consist of members only
//   - its environment contains the run's token, or a token that starts with it
//   - it has the run's tag
//   - this process adopted it, it does not have another run's tag, and there is no other run that it could come from
//
// A process that was started before the first process, or that is in this process's session or group, is never a
// member.
type membership struct {
	first       identity
	token       string
	tag         runTag // 0 if the run has none
	known       map[identity]origin
	firstReused bool // another process has the first process's ID, so no group or session of the run has this ID any more

	groupGone bool // the first process's group has ended, so another group may get its ID
}

// newMembership returns the membership of the run with this first process.
func newMembership(first identity, token string, tag runTag) membership {
	return membership{first: first, token: token, tag: tag, known: map[identity]origin{first: originThisRun}}
}

// members returns the rows of a process table that belong to the run. self has the IDs of this process. onlyRun is
// true if there is no other run.
//
// settled is true if no process of the run is left: the table has neither a member nor a child of this process that has
// just ended. This is enough although the table is read row by row, and a member may have started a process in a part
// that had already been read: then that member is in the table, alive or as a zombie, because only this process could
// have fetched its exit status.
func (m *membership) members(table []row, self ownIDs, onlyRun bool) (members []row, settled bool) {
	candidates := m.candidates(table, self)
	set := newMemberSet(candidates)
	m.firstReused = m.firstReused || idReused(candidates, m.first)
	if !m.firstReused {
		if !m.groupGone {
			set.groups[m.first.pid] = true
		}
		set.sessions[m.first.pid] = true
	}
	for i, r := range candidates {
		if m.known[r.identity()] == originThisRun {
			set.add(i)
		}
	}
	set.addRelated()
	var asked []int
	for i, r := range candidates {
		if !set.in[i] && r.State == Alive && m.known[r.identity()] == originUnknown {
			asked = append(asked, i)
		}
	}
	settled = true
	for n, origin := range m.findOrigins(candidates, asked) {
		switch r := candidates[asked[n]]; {
		case origin == originThisRun || origin != originOtherRun && onlyRun && isAdopted(r):
			set.add(asked[n])
		case origin == originForeign, origin == originOtherRun:
			m.known[r.identity()] = originForeign
		case origin == originUnknown && mayBeAdopted(r):
			settled = false
		}
	}
	set.addRelated()
	for i, r := range candidates {
		id := r.identity()
		if set.in[i] {
			settled = false
			members = append(members, r)
			m.known[id] = originThisRun
		} else if m.known[id] == originUnknown && r.State == Zombie && mayBeAdopted(r) {
			settled = false
			m.known[id] = originForeign
		}
	}
	return members, settled
}

// findOrigins reads the environments of some rows, and the run tags of those whose environment does not contain the
// run's token.
func (m *membership) findOrigins(candidates []row, asked []int) []origin {
	if len(asked) == 0 {
		return nil
	}
	rows := make([]row, len(asked))
	for n, i := range asked {
		rows[n] = candidates[i]
	}
	found := origins(rows, m.token)
	for n, r := range rows {
		if found[n] == originThisRun {
			continue
		}
		switch tag := runTagOf(r.PID); tag {
		case 0:
		case m.tag:
			found[n] = originThisRun
		default:
			found[n] = originOtherRun
		}
	}
	return found
}

// candidates returns the rows that can be members.
func (m *membership) candidates(table []row, self ownIDs) []row {
	var candidates []row
	for _, r := range table {
		if early := r.Start != 0 && r.Start < m.first.start; !early && !self.includes(r) {
			candidates = append(candidates, r)
		}
	}
	return candidates
}

// idReused reports whether another process has the first process's ID now.
func idReused(rows []row, first identity) bool {
	for _, r := range rows {
		if r.PID == first.pid && r.Start != 0 && r.Start != first.start {
			return true
		}
	}
	return false
}

// memberSet is a set of rows that grows by their children, groups and sessions.
type memberSet struct {
	rows     []row
	in       []bool
	starts   map[int]int64 // the start times of the members, by process ID
	groups   map[int]bool
	sessions map[int]bool
}

// newMemberSet returns an empty set over rows.
func newMemberSet(rows []row) *memberSet {
	return &memberSet{
		rows:     rows,
		in:       make([]bool, len(rows)),
		starts:   map[int]int64{},
		groups:   map[int]bool{},
		sessions: map[int]bool{},
	}
}

// add adds a row to the set.
func (s *memberSet) add(i int) {
	r := s.rows[i]
	s.in[i] = true
	s.starts[r.PID] = r.Start
	if r.Group != 0 {
		s.groups[r.Group] = true
	}
	if r.session != 0 {
		s.sessions[r.session] = true
	}
}

// addRelated adds rows that are related to a member until there are none left.
func (s *memberSet) addRelated() {
	for grown := true; grown; {
		grown = false
		for i, r := range s.rows {
			if !s.in[i] && s.belongs(r) {
				s.add(i)
				grown = true
			}
		}
	}
}

// belongs reports whether a row is the child of a member, or in a member's group or session.
func (s *memberSet) belongs(r row) bool {
	start, child := s.starts[r.PPID]
	return child && (r.Start == 0 || start <= r.Start) || s.groups[r.Group] || s.sessions[r.session]
}
