package implementation

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/singdance/singdance/internal/plain"
)

// Any answer of a driver must result in an implementation that can be listed, or in a reason that can be printed.
func FuzzAnswers(f *testing.F) {
	const valid = `{"singdance": 1, "interpreter": "cpython", "version": "3.14.6", "module": "multiprocessing", "identity": "1", ` +
		`"methods": ["fork", "spawn"], "default": "fork", "libraries": ["billiard"]}` + "\n"
	for _, seed := range [][2]string{
		{`{"singdance": 1}`, valid},
		{`{"singdance": 1, "run": ["x", "{program}"]}`, valid},
		{`{"singdance": 2}`, valid},
		{"", ""},
		{`{"singdance": 1}`, "{}"},
		{`{"singdance": 1}`, "[]"},
		{`{"singdance": 1}`, valid + valid},
		{`{"singdance": 1e999}`, "x"},
		{`{"singdance": 1}`, strings.Replace(valid, "spawn", "fork", 1)},
		{`{"singdance": 1}`, strings.Replace(valid, "spawn", "../x", 1)},
		{`{"singdance": 1}`, strings.Replace(valid, "3.14.6", "<b>\u202e", 1)},
		{`{"singdance": 1}`, strings.Replace(valid, "cpython", "\x1b[2J", 1)},
	} {
		f.Add(seed[0], seed[1])
	}
	id := regexp.MustCompile(`^[A-Za-z0-9.+_-]+$`)
	f.Fuzz(func(t *testing.T, hello, probe string) {
		query := func(_ context.Context, command, _ []string) (string, error) {
			if command[len(command)-1] == "hello" {
				return hello, nil
			}
			return probe, nil
		}
		found := []Implementation{probeDriver(t.Context(), []string{"driver"}, OriginDriver, "", query).Implementation}
		assignIDs(found)
		i := found[0]
		if !id.MatchString(i.ID) {
			t.Fatalf("invalid ID %q", i.ID)
		}
		for _, text := range []string{i.Unavailable, i.Interpreter, i.Version, i.Release, i.Module, i.ModuleVersion, i.Platform, i.Machine, i.Executable} {
			if strings.ContainsFunc(text, plain.IsControl) {
				t.Fatalf("control characters in %q", text)
			}
		}
		if (i.Unavailable == "") != (len(i.Methods) > 0) {
			t.Fatalf("want either a reason or start methods: %+v", i)
		}
		for _, method := range i.Methods {
			if !methodName.MatchString(method) {
				t.Fatalf("invalid start method %q", method)
			}
		}
	})
}
