//go:build unix

package platform

import (
	"golang.org/x/sys/unix"
)

// row is a process with what the kinship needs in addition.
type row struct {
	Process
	session int // 0 where the system does not tell
}

// identity returns the row's identity.
func (r row) identity() identity {
	return identity{r.PID, r.Start}
}

// origin says whether a process's environment carries the run's token.
type origin int

const (
	originUnknown origin = iota // there is no environment: the process has just ended, or is about to execute a program
	originHidden                // the system keeps the environment from us, or it is empty
	originThisRun
	originForeign
	originOtherRun // another run's, by its brand
)

// standing is what this process has that none of its runs' processes has.
type ownIDs struct {
	pid, group, session int
}

// ours returns it. On Linux a group or a session is 0 here when its leader is outside of this PID namespace. No run's
// process is in such a one, since a run's first process leads its own; and where 0 in a row means that the system does
// not tell (see row), this process's own is never 0.
func thisProcess() ownIDs {
	session, err := unix.Getsid(0)
	if err != nil {
		session = -1 // nobody's
	}
	return ownIDs{unix.Getpid(), unix.Getpgrp(), session}
}

// near reports whether a row is this process, or in its group or session.
func (s ownIDs) includes(r row) bool {
	return r.PID == s.pid || r.Group == s.group || r.session == s.session
}

// kinship decides which processes belong to a run. The grounds, each sufficient:
//
//   - it is the first process, or was a member before;
//   - its parent is a member;
//   - it is in the process group or session of a member. The first process was made the leader of a new session, and
//     a process can leave its session but only for a new one, so these consist of members only;
//   - its environment carries the run's token, or one that begins with it;
//   - it has the run's brand;
//   - this process adopted it, it has no other run's brand, and no other run is there that it could come from.
//
// A process that was started before the first one, or that is in this process's own session or group, is never a
// member.
type membership struct {
	first       identity
	token       string
	tag         runTag // 0 if the run has none
	known       map[identity]origin
	firstReused bool // the first process's id was seen with another process, so it names no group of the run any more

	groupGone bool // the first process's group was seen to be gone, so that its id may become another group's
}

// newMembership returns the kinship of the run whose first process is first.
func newMembership(first identity, token string, tag runTag) membership {
	return membership{first: first, token: token, tag: tag, known: map[identity]origin{first: originThisRun}}
}

// members returns those rows of a process table that belong to the run. self is this process's standing, only says that there is no other run. settled
// says that there is no member, nor a child of this process that has just ended, and so nobody else either: while the
// table was read row by row, a process may have started another one in a place that had been read already, but then
// it is in the table itself, alive or as a zombie, since only this process could have fetched its exit status.
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

// ask reads the environments of some rows, and the brands of those that this does not decide on.
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
		switch b := runTagOf(r.PID); b {
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

// reused reports whether the first process's id belongs to another process now.
func idReused(rows []row, first identity) bool {
	for _, r := range rows {
		if r.PID == first.pid && r.Start != 0 && r.Start != first.start {
			return true
		}
	}
	return false
}

// set is a set of rows that grows by what its members have in common.
type memberSet struct {
	rows     []row
	in       []bool
	starts   map[int]int64 // of the members, by id
	groups   map[int]bool
	sessions map[int]bool
}

// newMemberSet returns an empty set among rows.
func newMemberSet(rows []row) *memberSet {
	return &memberSet{
		rows:     rows,
		in:       make([]bool, len(rows)),
		starts:   map[int]int64{},
		groups:   map[int]bool{},
		sessions: map[int]bool{},
	}
}

// add makes a row a member.
func (f *memberSet) add(i int) {
	r := f.rows[i]
	f.in[i] = true
	f.starts[r.PID] = r.Start
	if r.Group != 0 {
		f.groups[r.Group] = true
	}
	if r.session != 0 {
		f.sessions[r.session] = true
	}
}

// grow adds kin until there is no more.
func (f *memberSet) addRelated() {
	for grown := true; grown; {
		grown = false
		for i, r := range f.rows {
			if !f.in[i] && f.belongs(r) {
				f.add(i)
				grown = true
			}
		}
	}
}

// related reports whether a row is kin of a member.
func (f *memberSet) belongs(r row) bool {
	start, child := f.starts[r.PPID]
	return child && (r.Start == 0 || start <= r.Start) || f.groups[r.Group] || f.sessions[r.session]
}
