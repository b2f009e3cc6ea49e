package conformance

import (
	"io/fs"
	"regexp"
	"testing"
)

// FuzzExpectations checks that an accepted file holds complete expectations, and that a rejected one has an error
// text.
func FuzzExpectations(f *testing.F) {
	files, err := fs.Glob(expectationFiles, "expectations/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := expectationFiles.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, seed := range []string{
		"", "[]", "null", "- {}", "- behaviors: [args-none]\n  reason: r\n  url: https://example.org/\n",
		"- behaviors: [args-none]\n  version: '>=3.8,<'\n  reason: r\n  url: https://example.org/\n",
		"- behaviors: [no-such]\n  reason: r\n  url: https://example.org/\n", "- &a [*a]", "a: b\n---\nc: d", "\t- x", "- behaviors: 7", "\x00", "? ?",
		"- behaviors: [helper-count]\n  reason: r\n  url: https://example.org/\n", "{[", "- !!binary x", "- <<: *x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := parseExpectations(text)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("the error has no text")
			}
			return
		}
		for _, e := range all {
			if len(e.Behaviors) == 0 || e.Reason == "" || e.URL == "" || e.Condition() == "" && regexp.MustCompile(`\S`).MatchString(e.Interpreter) {
				t.Fatalf("the expectation is incomplete: %+v", e)
			}
		}
	})
}
