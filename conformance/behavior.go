// Package conformance is the registry of behaviors: what an implementation of start methods must do, judged on
// recordings alone. Judges wait for nothing, start nothing and read no clock.
package conformance

import (
	"slices"
	"sync"

	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// Level says what a behavior is to users.
type Level string

// The levels.
const (
	Core        Level = "core"        // the documented contract
	Extended    Level = "extended"    // documented but optional, or to be expected from what is documented
	Observation Level = "observation" // undocumented but relied upon: recorded and shown, never failed
)

// Groups of behaviors, in the order in which they are listed.
const (
	GroupMethods     = "methods"
	GroupChoice      = "choice"
	GroupArguments   = "arguments"
	GroupIdentity    = "identity"
	GroupConcurrency = "concurrency"
	GroupGuard       = "guard"
	GroupExit        = "exit"
	GroupStatus      = "status"
	GroupDaemons     = "daemons"
	GroupNesting     = "nesting"
	GroupLife        = "life"
	GroupContexts    = "contexts"
	GroupPickling    = "pickling"
	GroupOrigin      = "origin"
	GroupInheritance = "inheritance"
	GroupThreads     = "threads"
	GroupHelpers     = "helpers"
)

// Groups lists the groups with what each is about.
func Groups() [][2]string {
	return [][2]string{
		{GroupMethods, "which start methods there are, and which is the default"},
		{GroupChoice, "choosing a start method for the whole program"},
		{GroupArguments, "arguments by position and by name"},
		{GroupIdentity, "process ids, parents and names"},
		{GroupConcurrency, "children at the same time"},
		{GroupGuard, "a main module without a main guard"},
		{GroupExit, "the end of the parent, in whatever way it comes"},
		{GroupStatus, "how a child's end is told to its parent"},
		{GroupDaemons, "daemonic children"},
		{GroupNesting, "children of children"},
		{GroupLife, "a process object from its making to its closing"},
		{GroupContexts, "contexts, and several start methods in one program"},
		{GroupPickling, "what can be a target or an argument"},
		{GroupOrigin, "where the main module comes from: a script, a package, -c, standard input"},
		{GroupInheritance, "what a child has from its parent, at the first start and later"},
		{GroupThreads, "parents with several threads"},
		{GroupHelpers, "helper processes and exit handlers"},
	}
}

// Source is where a behavior is documented, or the observation that it stands on.
type Source struct {
	Text string // what says so, with its version
	URL  string
}

// Behavior is one statement about an implementation.
type Behavior struct {
	ID        string // permanent; never reused
	Group     string
	Level     Level
	Statement string // one sentence in RFC 2119 words
	Program   string // whose recording it is judged on
	Methods   []string
	Sources   []Source

	// Applies says why the behavior does not concern an implementation, or "" if it does. Nil: it concerns all.
	Applies func(i implementation.Implementation) string

	// Judge asserts the behavior. An Observation has Observe instead.
	Judge func(g types.Gomega, r *stage.Recording)
	// Observe tells what was seen, in a few words that are equal where the behavior is equal.
	Observe func(r *stage.Recording) string
}

// Names of the start methods that behaviors speak of.
const (
	spawn      = "spawn"
	fork       = "fork"
	forkserver = "forkserver"
)

// registry is every behavior; their texts and judges are made once.
var registry = sync.OnceValue(func() []Behavior {
	return slices.Concat(
		methodBehaviors(),
		choiceBehaviors(),
		argumentBehaviors(),
		lifeArguments(),
		identityBehaviors(),
		concurrencyBehaviors(),
		guardBehaviors(),
		unguardedChoiceBehaviors(),
		exitBehaviors(),
		parentEndBehaviors(),
		orphanBehaviors(),
		statusBehaviors(),
		daemonBehaviors(),
		nestingBehaviors(),
		lifeBehaviors(),
		contextBehaviors(),
		picklingBehaviors(),
		originBehaviors(),
		inheritanceBehaviors(),
		threadBehaviors(),
		helperBehaviors(),
		preloadBehaviors(),
		leftoverBehaviors(),
		strangerBehaviors(),
		handlerBehaviors(),
	)
})

// All lists every behavior, in the order of the groups.
func All() []Behavior { return slices.Clone(registry()) }

// Find returns the behavior of that id.
func Find(id string) (Behavior, bool) {
	n := slices.IndexFunc(registry(), func(b Behavior) bool { return b.ID == id })
	if n < 0 {
		return Behavior{}, false
	}
	return registry()[n], true
}

// Concerns says why a behavior does not concern an implementation under a start method, or "" if it does.
func (b Behavior) Concerns(i implementation.Implementation, method string) string {
	if len(b.Methods) > 0 && !slices.Contains(b.Methods, method) {
		return "it is about other start methods"
	}
	if b.Applies != nil {
		return b.Applies(i)
	}
	return ""
}
