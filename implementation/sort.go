package implementation

import (
	"cmp"
	"slices"
	"strings"

	pep440 "github.com/aquasecurity/go-pep440-version"
)

// Sort sorts implementations for a report: first the Go driver, then by interpreter, version and module, and the unavailable
// ones last.
func Sort(found []Implementation) { slices.SortStableFunc(found, compare) }

func compare(a, b Implementation) int {
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		cmp.Compare(a.Interpreter, b.Interpreter),
		CompareVersions(a.Version, b.Version),
		cmp.Compare(a.baseID(), b.baseID()), // standard modules come first
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

// CompareVersions returns -1, 0 or 1, as a is an older version than b, the same, or a newer one. Versions that PEP 440 does not
// allow are compared as texts.
func CompareVersions(a, b string) int {
	x, errX := pep440.Parse(a)
	y, errY := pep440.Parse(b)
	if errX != nil || errY != nil {
		return cmp.Compare(a, b)
	}
	return x.Compare(y)
}

// Series returns the first two numbers of a version: 3.14 of 3.14.10.
func Series(version string) string {
	parts := strings.SplitN(version, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}
