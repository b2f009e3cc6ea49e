// Package conformance is the engine of the suite: it holds the registry of behaviors, plans a run, and judges recordings.
//
// A behavior is one statement about what an implementation of start methods must do. The packages below behaviors/ add
// their behaviors to the registry. Every judge is a function of one recording: it waits for nothing, starts nothing, and
// reads no clock.
package conformance

import (
	"slices"

	"github.com/singdance/singdance/implementation"
)

// Level says how binding a behavior is.
type Level string

// The levels.
const (
	Core        Level = "core"        // the documented contract: MUST
	Extended    Level = "extended"    // documented but optional, or reasonable to expect: SHOULD
	Observation Level = "observation" // undocumented but relied upon: recorded, shown and compared, never failed
)

// The start methods that behaviors name.
const (
	Spawn      = "spawn"
	Fork       = "fork"
	Forkserver = "forkserver"
)

// ImportingMain returns the start methods under which a child imports the main module.
func ImportingMain() []string { return []string{Spawn, Forkserver} }

// Documentation is the page of CPython's documentation that is the source of most behaviors.
const Documentation = "https://docs.python.org/3.14/library/multiprocessing.html"

// Source is where a behavior is documented, or where it was observed.
type Source struct {
	Text string // the document and its version
	URL  string
}

// Behavior is one statement about an implementation.
type Behavior struct {
	ID        string // the group's name, a dash, and what happens; permanent, never reused
	Level     Level
	Statement string   // one sentence; RFC 2119 words unless it is an observation
	Program   string   // the program whose recordings it is judged on
	Methods   []string // the start methods that it applies to; empty means all
	NotUnder  []string // start methods that it does not apply to
	Sources   []Source

	// Requires is the condition that an implementation must meet for the behavior to apply to it. Nil means that it
	// applies to all.
	Requires *Requirement

	// Since is the version of Python whose documentation has what the behavior is about; empty means every version. The
	// multiprocessing of an older Python may lack it. If a newer one reports that it lacks it, the behavior fails.
	Since string
	// MayLack is met by implementations whose multiprocessing may lack it, whatever the version. Nil means none.
	MayLack *Requirement

	// Judge checks the behavior on a recording. An observation has Observe instead.
	Judge func(s *Scene)
	// Observe returns what was seen, in a few words. Equal observations have equal words.
	Observe func(s *Scene) string

	group *Group
}

// Group returns the name of the behavior's group.
func (b Behavior) Group() string {
	if b.group == nil {
		return ""
	}
	return b.group.Name
}

// Requirement is a condition on an implementation.
type Requirement struct {
	Met    func(i implementation.Implementation) bool
	Reason string // where the requirement is not met, as the end of "does not apply on Windows"
}

// And returns the requirement that both r and other are met.
func (r *Requirement) And(other *Requirement) *Requirement {
	return &Requirement{
		Met:    func(i implementation.Implementation) bool { return r.Met(i) && other.Met(i) },
		Reason: r.Reason + "; " + other.Reason,
	}
}

// AppliesTo reports whether the behavior applies to an implementation under a start method.
func (b Behavior) AppliesTo(i implementation.Implementation, method string) bool {
	return (len(b.Methods) == 0 || slices.Contains(b.Methods, method)) && !slices.Contains(b.NotUnder, method) &&
		(b.Requires == nil || b.Requires.Met(i))
}
