package main

import (
	"fmt"
	"io"
	"path"
	"slices"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/stage"
)

// goodRule selects the good recordings of an implementation to keep.
type goodRule struct {
	implementations string // a pattern of IDs
	folder          string
	methods         []string // nil: all
	programs        []string // nil: all
}

// goodRules are the rules for good recordings.
var goodRules = []goodRule{
	{implementations: "cpython-3.12.*", folder: "cpython-3.12"},
	{implementations: "cpython-3.15.*", folder: "cpython-3.15"},
	{implementations: "go-*", folder: "go"},
	{ // the fork server ends with the error of the main module, which is a known difference
		implementations: "cpython-3.14.*", folder: "cpython-3.14",
		methods: []string{conformance.Forkserver}, programs: []string{"sing-dance-unguarded", "sing-dance-unguarded-set-method"},
	},
}

// has reports whether the rule keeps a recording.
func (g goodRule) has(r *stage.Recording) bool {
	matches, _ := path.Match(g.implementations, r.Implementation.ID)
	return matches && slices.Contains([]string{"multiprocessing", "startmethods"}, r.Implementation.Module) &&
		(g.methods == nil || slices.Contains(g.methods, r.Method)) &&
		(g.programs == nil || slices.Contains(g.programs, r.Program))
}

// keepGood replaces the good recordings. It keeps none on which a behavior fails unexpectedly.
func keepGood(out io.Writer, root string, recordings []*stage.Recording, expectations conformance.Expectations) error {
	seen := map[kept.File]bool{}
	for _, r := range recordings {
		n := slices.IndexFunc(goodRules, func(g goodRule) bool { return g.has(r) })
		if n < 0 {
			continue
		}
		file := kept.File{Program: r.Program, Kind: kept.Good, Implementation: goodRules[n].folder, Method: r.Method}
		if seen[file] {
			continue // a repetition, or another release
		}
		seen[file] = true
		if err := unexpected(r, expectations); err != nil {
			fmt.Fprintf(out, "not kept as a good recording: %s: %v\n", file, err)
			continue
		}
		if err := save(root, file, r); err != nil {
			return err
		}
		fmt.Fprintf(out, "kept as a good recording: %s\n", file)
	}
	return nil
}

// judged returns the behaviors that are judged on a recording.
func judged(r *stage.Recording) []conformance.Behavior { return mutation.Judged(r) }
