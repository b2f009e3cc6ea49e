package implementation

import (
	"fmt"
	"strings"
)

// unique returns each implementation once. Implementations are the same if their probes report the same identity and
// module. Those that could not be probed have no identity, and are all kept.
func unique(all []probed) []Implementation {
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

// assignIDs gives each implementation a unique ID. If two have the same version, the ID of the second ends with a number.
func assignIDs(found []Implementation) {
	taken := map[string]bool{}
	for n := range found {
		base := "unavailable"
		if found[n].Version != "" {
			base = found[n].baseID()
		}
		id := base
		for number := 2; taken[strings.ToLower(id)]; number++ { // IDs are used as folder names, and file systems may ignore case
			id = fmt.Sprintf("%s-%d", base, number)
		}
		taken[strings.ToLower(id)] = true
		found[n].ID = id
	}
}
