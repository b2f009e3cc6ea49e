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
	unknown origin = iota // there is no environment: the process has just ended, or is about to execute a program
	sealed                // the system keeps the environment from us, or it is empty
	own
	foreign
	others // another run's, by its brand
)

// standing is what this process has that none of its runs' processes has.
type standing struct {
	pid, group, session int
}

// ours returns it. On Linux a group or a session is 0 here when its leader is outside of this PID namespace. No run's
// process is in such a one, since a run's first process leads its own; and where 0 in a row means that the system does
// not tell (see row), this process's own is never 0.
func ours() standing {
	session, err := unix.Getsid(0)
	if err != nil {
		session = -1 // nobody's
	}
	return standing{unix.Getpid(), unix.Getpgrp(), session}
}

// near reports whether a row is this process, or in its group or session.
func (s standing) near(r row) bool {
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
type kinship struct {
	first  identity
	token  string
	brand  brand // 0 if the run has none
	known  map[identity]origin
	reused bool // the first process's id was seen with another process, so it names no group of the run any more

	groupGone bool // the first process's group was seen to be gone, so that its id may become another group's
}

// newKinship returns the kinship of the run whose first process is first.
func newKinship(first identity, token string, brand brand) kinship {
	return kinship{first: first, token: token, brand: brand, known: map[identity]origin{first: own}}
}

// members returns those rows of a process table that belong to the run. self is this process's standing, only says that there is no other run. settled
// says that there is no member, nor a child of this process that has just ended, and so nobody else either: while the
// table was read row by row, a process may have started another one in a place that had been read already, but then
// it is in the table itself, alive or as a zombie, since only this process could have fetched its exit status.
func (k *kinship) members(table []row, self standing, only bool) (members []row, settled bool) {
	late := k.late(table, self)
	family := newFamily(late)
	k.reused = k.reused || reused(late, k.first)
	if !k.reused {
		if !k.groupGone {
			family.groups[k.first.pid] = true
		}
		family.sessions[k.first.pid] = true
	}
	for i, r := range late {
		if k.known[r.identity()] == own {
			family.add(i)
		}
	}
	family.grow()
	var asked []int
	for i, r := range late {
		if !family.in[i] && r.State == Alive && k.known[r.identity()] == unknown {
			asked = append(asked, i)
		}
	}
	settled = true
	for n, origin := range k.ask(late, asked) {
		switch r := late[asked[n]]; {
		case origin == own || origin != others && only && adopted(r):
			family.add(asked[n])
		case origin == foreign, origin == others:
			k.known[r.identity()] = foreign
		case origin == unknown && orphaned(r):
			settled = false
		}
	}
	family.grow()
	for i, r := range late {
		id := r.identity()
		if family.in[i] {
			settled = false
			members = append(members, r)
			k.known[id] = own
		} else if k.known[id] == unknown && r.State == Zombie && orphaned(r) {
			settled = false
			k.known[id] = foreign
		}
	}
	return members, settled
}

// ask reads the environments of some rows, and the brands of those that this does not decide on.
func (k *kinship) ask(late []row, asked []int) []origin {
	if len(asked) == 0 {
		return nil
	}
	rows := make([]row, len(asked))
	for n, i := range asked {
		rows[n] = late[i]
	}
	found := origins(rows, k.token)
	for n, r := range rows {
		if found[n] == own {
			continue
		}
		switch b := brandOf(r.PID); b {
		case 0:
		case k.brand:
			found[n] = own
		default:
			found[n] = others
		}
	}
	return found
}

// late returns the rows that can be members.
func (k *kinship) late(table []row, self standing) []row {
	var late []row
	for _, r := range table {
		if early := r.Start != 0 && r.Start < k.first.start; !early && !self.near(r) {
			late = append(late, r)
		}
	}
	return late
}

// reused reports whether the first process's id belongs to another process now.
func reused(rows []row, first identity) bool {
	for _, r := range rows {
		if r.PID == first.pid && r.Start != 0 && r.Start != first.start {
			return true
		}
	}
	return false
}

// family is a set of rows that grows by what its members have in common.
type family struct {
	rows     []row
	in       []bool
	starts   map[int]int64 // of the members, by id
	groups   map[int]bool
	sessions map[int]bool
}

// newFamily returns an empty family among rows.
func newFamily(rows []row) *family {
	return &family{
		rows:     rows,
		in:       make([]bool, len(rows)),
		starts:   map[int]int64{},
		groups:   map[int]bool{},
		sessions: map[int]bool{},
	}
}

// add makes a row a member.
func (f *family) add(i int) {
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
func (f *family) grow() {
	for grown := true; grown; {
		grown = false
		for i, r := range f.rows {
			if !f.in[i] && f.related(r) {
				f.add(i)
				grown = true
			}
		}
	}
}

// related reports whether a row is kin of a member.
func (f *family) related(r row) bool {
	start, child := f.starts[r.PPID]
	return child && (r.Start == 0 || start <= r.Start) || f.groups[r.Group] || f.sessions[r.session]
}
