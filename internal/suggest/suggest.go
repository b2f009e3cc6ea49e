// Package suggest finds what a user may have meant by a misspelled name.
package suggest

import (
	"fmt"

	"github.com/lithammer/fuzzysearch/fuzzy"
)

// Similar returns ` (did you mean "NAME"?)` with the known name that is most similar to name, as a whole or in its beginning.
// It returns "" if none is similar.
func Similar(name string, known []string) string {
	if name == "" {
		return ""
	}
	best, distance := "", max(2, len(name)/4)+1
	for _, candidate := range known {
		d := fuzzy.LevenshteinDistance(name, candidate)
		if len(candidate) > len(name) { // compare the beginning of a longer name, with one more letter if name omits one
			d = min(d, fuzzy.LevenshteinDistance(name, candidate[:len(name)]), fuzzy.LevenshteinDistance(name, candidate[:len(name)+1]))
		}
		if d < distance {
			best, distance = candidate, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}
