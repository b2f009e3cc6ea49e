package conformance

import (
	"cmp"
	"fmt"
	"path"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Group is a set of behaviors about one subject. The ids of its behaviors begin with its name and a dash.
type Group struct {
	Name  string
	Title string // a short title for lists

	order     int
	behaviors []Behavior
}

var registry struct {
	sync.Mutex
	groups []*Group
}

// NewGroup adds a group to the registry. Groups are listed by order. It panics if the name is taken.
func NewGroup(name string, order int, title string) *Group {
	registry.Lock()
	defer registry.Unlock()
	if slices.ContainsFunc(registry.groups, func(g *Group) bool { return g.Name == name }) {
		panic(fmt.Sprintf("the behavior group %q is registered twice", name))
	}
	g := &Group{Name: name, Title: title, order: order}
	registry.groups = append(registry.groups, g)
	slices.SortFunc(registry.groups, func(a, b *Group) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.Name, b.Name))
	})
	return g
}

// Add adds a behavior to the group and the registry, and returns it.
// It panics if the id does not begin with the group's name, or is taken.
func (g *Group) Add(b Behavior) Behavior {
	if !strings.HasPrefix(b.ID, g.Name+"-") {
		panic(fmt.Sprintf("the behavior %q is in the group %q: its id must begin with %q", b.ID, g.Name, g.Name+"-"))
	}
	registry.Lock()
	defer registry.Unlock()
	if slices.ContainsFunc(g.behaviors, func(other Behavior) bool { return other.ID == b.ID }) {
		panic(fmt.Sprintf("the behavior %q is registered twice", b.ID))
	}
	b.group = g
	g.behaviors = append(g.behaviors, b)
	return b
}

// Groups returns the groups in their order.
func Groups() []*Group {
	registry.Lock()
	defer registry.Unlock()
	return slices.Clone(registry.groups)
}

// Behaviors returns the group's behaviors in the order of their source files.
func (g *Group) Behaviors() []Behavior {
	registry.Lock()
	defer registry.Unlock()
	return slices.Clone(g.behaviors)
}

// All returns every behavior that the program links, group by group. Import the package behaviors to link them all.
func All() []Behavior {
	var all []Behavior
	for _, g := range Groups() {
		all = append(all, g.Behaviors()...)
	}
	return all
}

// Find returns the behavior with the given id.
func Find(id string) (Behavior, bool) {
	all := All()
	n := slices.IndexFunc(all, func(b Behavior) bool { return b.ID == id })
	if n < 0 {
		return Behavior{}, false
	}
	return all[n], true
}

// Location returns the file and line of the behavior's judge. The path is relative to the repository.
func (b Behavior) Location() (file string, line int) {
	judge := reflect.ValueOf(b.Judge)
	if b.Observe != nil {
		judge = reflect.ValueOf(b.Observe)
	}
	f := runtime.FuncForPC(judge.Pointer())
	if f == nil {
		return "", 0
	}
	file, line = f.FileLine(f.Entry())
	if _, relative, found := strings.Cut(file, "/behaviors/"); found {
		file = path.Join("behaviors", relative)
	}
	return file, line
}
