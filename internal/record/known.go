package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/stage"
)

// difference is one behavior of one entry of the expectation files.
type difference struct {
	entry    int // its index
	behavior string
}

// candidate is a recording that may be kept for the known differences that it shows.
type candidate struct {
	file      kept.File
	recording *stage.Recording
	kept      bool // whether the file exists
	changed   bool // whether the recording is new
	shows     []difference
}

// keepKnown chooses the recordings that show known differences, writes the new ones, and removes those that are not needed.
func keepKnown(out io.Writer, root string, recordings []*stage.Recording, expectations conformance.Expectations) error {
	shownByGood, err := shownByGoodRecordings(expectations)
	if err != nil {
		return err
	}
	candidates, err := keptCandidates(expectations)
	if err != nil {
		return err
	}
	for _, r := range recordings {
		if unexpected(r, expectations) == nil {
			candidates = addCandidate(candidates, r, shown(r, expectations))
		}
	}
	chosen := cover(candidates, shownByGood)
	covered := shownByGood
	for _, c := range chosen {
		for _, d := range c.shows {
			covered[d] = true
		}
		if c.changed || !c.kept {
			fmt.Fprintf(out, "kept for known differences: %s\n", c.file)
			if err := save(root, c.file, c.recording); err != nil {
				return err
			}
		}
	}
	for _, c := range candidates {
		isChosen := slices.ContainsFunc(chosen, func(other candidate) bool { return other.file == c.file })
		if c.kept && !isChosen {
			fmt.Fprintf(out, "removed, because other recordings show the same: %s\n", c.file)
			if err := remove(root, c.file); err != nil {
				return err
			}
		}
	}
	printUnshown(out, expectations, covered)
	return nil
}

// shown returns the known differences that a recording shows.
func shown(r *stage.Recording, expectations conformance.Expectations) []difference {
	var list []difference
	for _, b := range judged(r) {
		for n, e := range expectations {
			if e.Shows(b, r) {
				list = append(list, difference{n, b.ID})
			}
		}
	}
	return list
}

// shownByGoodRecordings returns the known differences that good recordings show.
func shownByGoodRecordings(expectations conformance.Expectations) (map[difference]bool, error) {
	files, err := kept.Files(kept.Good)
	if err != nil {
		return nil, err
	}
	all := map[difference]bool{}
	for _, file := range files {
		r, err := file.Load()
		if err != nil {
			return nil, err
		}
		for _, d := range shown(r, expectations) {
			all[d] = true
		}
	}
	return all, nil
}

// keptCandidates returns the recordings that are kept for known differences.
func keptCandidates(expectations conformance.Expectations) ([]candidate, error) {
	files, err := kept.Files(kept.Known)
	if err != nil {
		return nil, err
	}
	var candidates []candidate
	for _, file := range files {
		r, err := file.Load()
		if err != nil {
			return nil, err
		}
		candidates = append(candidates, candidate{file: file, recording: r, kept: true, shows: shown(r, expectations)})
	}
	return candidates, nil
}

// addCandidate adds a new recording. It replaces a kept recording of the same implementation, start method and program if it
// shows everything that the kept one shows.
func addCandidate(candidates []candidate, r *stage.Recording, shows []difference) []candidate {
	if len(shows) == 0 {
		return candidates
	}
	for n, c := range candidates {
		if c.file.Program == r.Program && c.file.Method == r.Method && sameImplementation(c.recording, r) {
			if !slices.ContainsFunc(c.shows, func(d difference) bool { return !slices.Contains(shows, d) }) {
				candidates[n].recording, candidates[n].shows, candidates[n].changed = r, shows, true
			}
			return candidates
		}
	}
	file := kept.File{Program: r.Program, Kind: kept.Known, Implementation: folderName(r), Method: r.Method}
	return append(candidates, candidate{file: file, recording: r, shows: shows})
}

func sameImplementation(a, b *stage.Recording) bool {
	return a.Implementation.ID == b.Implementation.ID && a.Implementation.ModuleVersion == b.Implementation.ModuleVersion
}

// folderName returns the folder of a new recording: the ID of the implementation, with the version of its module.
func folderName(r *stage.Recording) string {
	name := r.Implementation.ID
	if version := r.Implementation.ModuleVersion; version != "" {
		name += "-" + version
	}
	return name
}

// cover chooses few candidates that together show every difference that a candidate shows and that is not in covered. It
// takes the candidate that adds the most, prefers those that are already kept, and then drops those that others make
// unnecessary.
func cover(candidates []candidate, covered map[difference]bool) []candidate {
	needed := map[difference]int{} // how many chosen candidates show it
	for _, c := range candidates {
		for _, d := range c.shows {
			if !covered[d] {
				needed[d] = 0
			}
		}
	}
	adds := func(c candidate) int {
		count := 0
		for _, d := range c.shows {
			if chosen, isNeeded := needed[d]; isNeeded && chosen == 0 {
				count++
			}
		}
		return count
	}
	count := func(c candidate, change int) {
		for _, d := range c.shows {
			if _, isNeeded := needed[d]; isNeeded {
				needed[d] += change
			}
		}
	}
	rest, chosen := slices.Clone(candidates), []candidate(nil)
	for len(rest) > 0 {
		slices.SortStableFunc(rest, func(a, b candidate) int {
			return cmp.Or(compareBool(b.kept, a.kept), cmp.Compare(adds(b), adds(a)), cmp.Compare(a.file.String(), b.file.String()))
		})
		n := slices.IndexFunc(rest, func(c candidate) bool { return adds(c) > 0 })
		if n < 0 {
			break
		}
		chosen = append(chosen, rest[n])
		count(rest[n], 1)
		rest = slices.Delete(rest, n, n+1)
	}
	for n := len(chosen) - 1; n >= 0; n-- {
		count(chosen[n], -1)
		if adds(chosen[n]) == 0 {
			chosen = slices.Delete(chosen, n, n+1)
		} else {
			count(chosen[n], 1)
		}
	}
	return chosen
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// printUnshown prints what no kept recording shows.
func printUnshown(out io.Writer, expectations conformance.Expectations, covered map[difference]bool) {
	for n, e := range expectations {
		for _, id := range e.Behaviors {
			if covered[difference{n, id}] {
				continue
			}
			reason := e.Unshown
			if reason == "" {
				reason = "its entry needs the field unshown"
			}
			fmt.Fprintf(out, "no kept recording shows %s of %s: %s\n", id, e.Condition(), reason)
		}
	}
}
