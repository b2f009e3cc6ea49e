package behaviors_test

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures"
)

var (
	idPattern     = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)
	pythonVersion = regexp.MustCompile(`^3\.[0-9]+$`)
	rfc2119       = regexp.MustCompile(`\b(MUST|SHOULD|MAY|SHALL|REQUIRED|RECOMMENDED|OPTIONAL)\b`)
	// A second sentence begins with a capital letter after a space. A name such as start() may hold a dot without one.
	secondSentence = regexp.MustCompile(`[.!?] +[A-Z]`)
)

// requirementWords are the RFC 2119 words in the statement of a behavior of each level.
var requirementWords = map[conformance.Level][]string{
	conformance.Core:        {"MUST"},
	conformance.Extended:    {"SHOULD"},
	conformance.Observation: nil,
}

func TestRegistry(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range conformance.All() {
		t.Run(b.ID, func(t *testing.T) {
			if !idPattern.MatchString(b.ID) {
				t.Errorf("the ID does not match %s", idPattern)
			}
			if seen[b.ID] {
				t.Error("another behavior has the same ID")
			}
			seen[b.ID] = true
			if found, ok := conformance.Find(b.ID); !ok || found.Statement != b.Statement {
				t.Error("Find does not find it")
			}
			checkStatement(t, b)
			checkJudge(t, b)
			checkScope(t, b)
			checkSources(t, b)
			checkFile(t, b)
		})
	}
	if _, found := conformance.Find("no-such-behavior"); found {
		t.Error("Find finds a behavior that does not exist")
	}
}

func checkStatement(t *testing.T, b conformance.Behavior) {
	words, known := requirementWords[b.Level]
	if !known {
		t.Fatalf("no level is called %q", b.Level)
	}
	if got := rfc2119.FindAllString(b.Statement, -1); !slices.Equal(got, words) {
		t.Errorf("the statement of a behavior of the level %s must have the RFC 2119 words %v; it has %v: %s", b.Level, words, got, b.Statement)
	}
	if !strings.HasSuffix(b.Statement, ".") || strings.HasSuffix(b.Statement, "..") ||
		secondSentence.MatchString(b.Statement) || strings.ContainsAny(b.Statement, "\n\t") {
		t.Errorf("the statement must be one sentence: %s", b.Statement)
	}
}

func checkJudge(t *testing.T, b conformance.Behavior) {
	if observes := b.Level == conformance.Observation; observes != (b.Observe != nil) || observes != (b.Judge == nil) {
		t.Error("an observation must have Observe and no Judge, and any other behavior Judge and no Observe")
	}
}

// checkScope checks what the behavior is judged on.
func checkScope(t *testing.T, b conformance.Behavior) {
	if !fixtures.HasProgram(b.Program) {
		t.Errorf("no program is called %q", b.Program)
	}
	for _, method := range slices.Concat(b.Methods, b.NotUnder) {
		if !slices.Contains([]string{conformance.Spawn, conformance.Fork, conformance.Forkserver}, method) {
			t.Errorf("no start method is called %q", method)
		}
	}
	if b.Methods != nil && len(b.Methods) == 0 {
		t.Error("the list of start methods must not be empty; nil is all of them")
	}
	if b.Since != "" && !pythonVersion.MatchString(b.Since) {
		t.Errorf("Since must be a version of Python, such as 3.8; it is %q", b.Since)
	}
	if b.MayLack != nil && (b.MayLack.Met == nil || b.MayLack.Reason == "") {
		t.Error("MayLack must have a condition and a reason")
	}
	if b.Requires != nil && (b.Requires.Met == nil || b.Requires.Reason == "") {
		t.Error("the requirement must have a condition and a reason")
	}
}

func checkSources(t *testing.T, b conformance.Behavior) {
	if len(b.Sources) == 0 {
		t.Error("it must have a source")
	}
	for _, source := range b.Sources {
		if source.Text == "" {
			t.Error("a source must have a text")
		}
		if link, err := url.Parse(source.URL); err != nil || link.Scheme != "https" || link.Host == "" {
			t.Errorf("the URL of a source must begin with https://: %q", source.URL)
		}
	}
}

// checkFile checks that the file of the behavior can be found by the ID: the name of the file is the first words of the ID
// after the group, and the file with the mutants is in the same folder.
func checkFile(t *testing.T, b conformance.Behavior) {
	file, line := b.Location()
	group := b.Group()
	if path.Dir(file) != path.Join("behaviors", group) || line == 0 {
		t.Fatalf("the judge must be a function literal in the folder behaviors/%s; it is in %s:%d", group, file, line)
	}
	name := strings.Split(strings.TrimSuffix(path.Base(file), ".go"), "_")
	rest := strings.Split(strings.TrimPrefix(b.ID, group+"-"), "-")
	if len(name) > len(rest) || !slices.Equal(name, rest[:len(name)]) {
		t.Errorf("the file %s must be named after the first words of %s", file, strings.Join(rest, "_"))
	}
	tests := strings.TrimSuffix(file, ".go") + "_test.go"
	if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(tests))); err != nil {
		t.Errorf("the mutants must be in %s: %v", tests, err)
	}
}

func TestGroups(t *testing.T) {
	var listed []string
	for _, group := range conformance.Groups() {
		listed = append(listed, group.Name)
		if group.Title == "" || len(group.Behaviors()) == 0 {
			t.Errorf("the group %s must have a title and behaviors", group.Name)
		}
	}
	var inOrder []string
	for _, b := range conformance.All() {
		inOrder = append(inOrder, b.Group())
	}
	if inOrder = slices.Compact(inOrder); !slices.Equal(inOrder, listed) {
		t.Errorf("the behaviors must be in the order of their groups %v; they are in the order %v", listed, inOrder)
	}
	folders, err := filepath.Glob("*/group.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if name := filepath.Dir(folder); !slices.Contains(listed, name) {
			t.Errorf("the group %s is not linked: run go generate ./...", name)
		}
	}
}

func TestEveryProgramIsJudged(t *testing.T) {
	for _, program := range fixtures.Programs() {
		if !slices.ContainsFunc(conformance.All(), func(b conformance.Behavior) bool {
			return b.Program == program.ID && b.Level != conformance.Observation
		}) {
			t.Errorf("no behavior that can fail is judged on %s", program.ID)
		}
	}
}
