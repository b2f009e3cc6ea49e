package implementation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	pep440 "github.com/aquasecurity/go-pep440-version"
)

// once keeps the first of those that are the same implementation, by what their probe says. What could not be probed
// has no identity and is kept.
func once(all []probed) []Implementation {
	type key struct{ identity, module string }
	seen := map[key]bool{}
	var kept []Implementation
	for _, p := range all {
		k := key{p.identity, p.Module}
		if p.identity != "" && seen[k] {
			continue
		}
		seen[k] = true
		kept = append(kept, p.Implementation)
	}
	return kept
}

// name gives every implementation an id that is unique here: a second one of the same version gets a number.
func name(found []Implementation) {
	taken := map[string]bool{}
	for n := range found {
		base := "unavailable"
		if found[n].Version != "" {
			base = found[n].baseID()
		}
		id := base
		for number := 2; taken[strings.ToLower(id)]; number++ { // ids name folders, which may ignore case
			id = fmt.Sprintf("%s-%d", base, number)
		}
		taken[strings.ToLower(id)] = true
		found[n].ID = id
	}
}

// Sort orders implementations for the reader: this module's own first, then by interpreter, version and module, the
// unavailable last.
func Sort(found []Implementation) { slices.SortStableFunc(found, compare) }

// compare orders for the reader: this module's own first, then by interpreter, version and module, the unavailable last.
func compare(a, b Implementation) int {
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		cmp.Compare(a.Interpreter, b.Interpreter),
		compareVersions(a.Version, b.Version),
		cmp.Compare(a.baseID(), b.baseID()), // the standard library's module before others
		cmp.Compare(a.Executable, b.Executable),
	)
}

func rank(i Implementation) int {
	switch {
	case i.Unavailable != "":
		return 2
	case i.Origin == OriginSelf:
		return 0
	}
	return 1
}

func compareVersions(a, b string) int {
	x, errX := pep440.Parse(a)
	y, errY := pep440.Parse(b)
	if errX != nil || errY != nil {
		return cmp.Compare(a, b)
	}
	return x.Compare(y)
}
