package conformance

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/singdance/singdance/fixtures"
)

var (
	anID     = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	promised = regexp.MustCompile(`\b(MUST|SHOULD|MAY)\b`) // RFC 2119
	// One sentence: no end of another one within. A name such as start() may hold a dot, but no space follows it.
	inner = regexp.MustCompile(`[.!?] +[A-Z]`)
)

func TestRegistry(t *testing.T) {
	var groups []string
	for _, group := range Groups() {
		groups = append(groups, group[0])
	}
	seen := map[string]bool{}
	var order []string
	for _, b := range All() {
		wrong := func(format string, arguments ...any) {
			t.Helper()
			t.Errorf(b.ID+": "+format, arguments...)
		}
		if !anID.MatchString(b.ID) {
			wrong("the id does not match %s", anID)
		}
		if seen[b.ID] {
			wrong("the id is used twice")
		}
		seen[b.ID] = true
		if found, ok := Find(b.ID); !ok || found.Statement != b.Statement {
			wrong("it is not found by its id")
		}
		if !slices.Contains(groups, b.Group) {
			wrong("the group %q is not known", b.Group)
		}
		if !slices.Contains(order, b.Group) {
			order = append(order, b.Group)
		}

		if !strings.HasSuffix(b.Statement, ".") || strings.HasSuffix(b.Statement, "..") || inner.MatchString(b.Statement) || strings.ContainsAny(b.Statement, "\n\t") {
			wrong("the statement is not one sentence: %s", b.Statement)
		}
		switch b.Level {
		case Core, Extended:
			if !promised.MatchString(b.Statement) {
				wrong("the statement has no word of RFC 2119")
			}
			if b.Judge == nil || b.Observe != nil {
				wrong("it has a Judge and no Observe, or is an observation")
			}
		case Observation:
			if promised.MatchString(b.Statement) {
				wrong("an observation promises nothing, and has a word of RFC 2119")
			}
			if b.Observe == nil || b.Judge != nil {
				wrong("an observation has an Observe and no Judge")
			}
		default:
			wrong("the level %q is not known", b.Level)
		}

		if !fixtures.HasProgram(b.Program) {
			wrong("there is no program %q", b.Program)
		}
		for _, method := range b.Methods {
			if !slices.Contains([]string{spawn, fork, forkserver}, method) {
				wrong("there is no start method %q", method)
			}
		}
		if b.Methods != nil && len(b.Methods) == 0 {
			wrong("it is about no start method")
		}
		linked := false
		for _, source := range b.Sources {
			if source.Text == "" {
				wrong("a source says nothing")
			}
			link, err := url.Parse(source.URL)
			linked = linked || err == nil && link.Scheme == "https" && link.Host != ""
		}
		if !linked {
			wrong("no source has an https URL")
		}
	}
	groups = slices.DeleteFunc(groups, func(group string) bool { return !slices.Contains(order, group) })
	if !slices.Equal(order, groups) {
		t.Errorf("the groups are listed in the order %v", order)
	}
	if _, found := Find("no-such-behavior"); found {
		t.Error("a behavior that does not exist was found")
	}
}

func TestEveryProgramIsJudged(t *testing.T) {
	for _, program := range fixtures.Programs() {
		if !slices.ContainsFunc(All(), func(b Behavior) bool { return b.Program == program.ID && b.Level != Observation }) {
			t.Errorf("no behavior is judged on %s", program.ID)
		}
	}
}
