package main

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/observed"
	"github.com/singdance/singdance/internal/suggest"
)

// selected is what the arguments of explain select.
type selected struct {
	behaviors []conformance.Behavior
	group     *conformance.Group // set if the argument is its name
	pattern   string             // matches exactly the behaviors; empty after a search for words
	words     []string           // set after a search
}

// selectBehaviors returns the behaviors that the arguments of explain select: IDs, a group, a prefix, a pattern, or words.
func selectBehaviors(given []string, search bool) (selected, error) {
	name := strings.ToLower(strings.Join(given, " "))
	all := conformance.All()
	if !search {
		switch {
		case strings.ContainsAny(name, "*?["):
			return selectPattern(name)
		case len(given) == 1:
			if s := selectName(given[0]); len(s.behaviors) > 0 {
				return s, nil
			}
		default:
			if ids := chosen(all, func(b conformance.Behavior) bool { return containsFold(given, b.ID) }); len(ids) == len(given) {
				return selected{behaviors: ids}, nil
			}
		}
	}
	words := wordsOf(name)
	for _, matches := range []func(word, wanted string) bool{sameWord, strings.HasPrefix, strings.Contains} {
		found := chosen(all, func(b conformance.Behavior) bool {
			return hasWords(wordsOf(fullText(b)), words, matches)
		})
		if len(words) > 0 && len(found) > 0 {
			// Those with the words in their IDs come first, and then those with the words in their statements.
			rank := func(b conformance.Behavior) int {
				return 2*order(hasWords(wordsOf(b.ID), words, matches)) + order(hasWords(wordsOf(briefText(b)), words, matches))
			}
			slices.SortStableFunc(found, func(a, b conformance.Behavior) int { return rank(b) - rank(a) })
			return selected{behaviors: found, words: words}, nil
		}
	}
	return selected{}, usage(unknownBehavior(name))
}

func selectPattern(pattern string) (selected, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return selected{}, usage(fmt.Errorf("%q is not a valid pattern: write * for any letters, ? for one, and [abc] for one of several", pattern))
	}
	found := chosen(conformance.All(), func(b conformance.Behavior) bool {
		matched, err := path.Match(pattern, b.ID)
		return err == nil && matched
	})
	if len(found) == 0 {
		return selected{}, usage(fmt.Errorf("no behavior matches %q; `singdance list` lists them", pattern))
	}
	return selected{behaviors: found, pattern: pattern}, nil
}

// selectName selects by an ID, the name of a group, or a prefix of several words. One word is no prefix: "fork" is not about
// forkserver.
func selectName(name string) selected {
	name = strings.ToLower(name)
	if b, found := conformance.Find(name); found {
		return selected{behaviors: []conformance.Behavior{b}, pattern: b.ID}
	}
	for _, g := range conformance.Groups() {
		if g.Name == strings.TrimSuffix(name, "-") {
			return selected{behaviors: g.Behaviors(), group: g, pattern: g.Name + "-*"}
		}
	}
	if !strings.Contains(name, "-") {
		return selected{}
	}
	found := chosen(conformance.All(), func(b conformance.Behavior) bool { return strings.HasPrefix(b.ID, name) })
	return selected{behaviors: found, pattern: name + "*"}
}

func chosen(from []conformance.Behavior, choose func(conformance.Behavior) bool) []conformance.Behavior {
	return slices.DeleteFunc(slices.Clone(from), func(b conformance.Behavior) bool { return !choose(b) })
}

func containsFold(list []string, name string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return strings.EqualFold(one, name) })
}

// briefText is what a search looks at first.
func briefText(b conformance.Behavior) string {
	return strings.Join([]string{b.ID, b.Statement, strings.Join(b.Methods, " ")}, " ")
}

// fullText is what a search looks at.
func fullText(b conformance.Behavior) string {
	texts := []string{briefText(b), b.Program, string(b.Level)}
	for _, source := range b.Sources {
		texts = append(texts, source.Text, source.URL)
	}
	for _, o := range observed.Of(b.ID) {
		texts = append(texts, o.Observed)
	}
	return strings.Join(texts, " ")
}

// wordsOf splits a text into words in lower case. set_start_method is one word.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}

func hasWords(text, wanted []string, matches func(word, wanted string) bool) bool {
	return !slices.ContainsFunc(wanted, func(one string) bool {
		return !slices.ContainsFunc(text, func(word string) bool { return matches(word, one) })
	})
}

// sameWord reports whether two words are equal, but for an ending such as the plural's.
func sameWord(word, wanted string) bool {
	ending := func(long, short string) bool {
		rest, found := strings.CutPrefix(long, short)
		return found && slices.Contains([]string{"", "s", "es", "d", "ed", "ing"}, rest)
	}
	return ending(word, wanted) || ending(wanted, word)
}

func order(first bool) int {
	if first {
		return 1
	}
	return 0
}

// unknownBehavior is the error for a name that selects nothing. It names the most similar ID, group or prefix.
func unknownBehavior(name string) error {
	var known []string
	for _, g := range conformance.Groups() {
		known = append(known, g.Name)
		for _, b := range g.Behaviors() {
			parts := strings.Split(b.ID, "-")
			for n := 2; n < len(parts); n++ { // first, because a prefix is what a user begins with
				known = append(known, strings.Join(parts[:n], "-"))
			}
		}
	}
	for _, b := range conformance.All() {
		known = append(known, b.ID)
	}
	return fmt.Errorf("no behavior or group matches %q%s; `singdance explain` lists the groups", name, suggest.Similar(name, known))
}
