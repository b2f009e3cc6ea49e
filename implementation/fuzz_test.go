package implementation

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/singdance/singdance/internal/plain"
)

// Whatever a driver answers, there comes an implementation of it that can be listed, or a reason that can be shown.
func FuzzAnswers(f *testing.F) {
	const good = `{"singdance": 1, "interpreter": "cpython", "version": "3.14.6", "module": "multiprocessing", "identity": "1", ` +
		`"methods": ["fork", "spawn"], "default": "fork", "libraries": ["billiard"]}` + "\n"
	for _, seed := range [][2]string{
		{`{"singdance": 1}`, good},
		{`{"singdance": 1, "run": ["x", "{program}"]}`, good},
		{`{"singdance": 2}`, good},
		{"", ""},
		{`{"singdance": 1}`, "{}"},
		{`{"singdance": 1}`, "[]"},
		{`{"singdance": 1}`, good + good},
		{`{"singdance": 1e999}`, "x"},
		{`{"singdance": 1}`, strings.Replace(good, "spawn", "fork", 1)},
		{`{"singdance": 1}`, strings.Replace(good, "spawn", "../x", 1)},
		{`{"singdance": 1}`, strings.Replace(good, "3.14.6", "<b>\u202e", 1)},
		{`{"singdance": 1}`, strings.Replace(good, "cpython", "\x1b[2J", 1)},
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
		found := []Implementation{askDriver(t.Context(), []string{"driver"}, OriginDriver, "", query).Implementation}
		name(found)
		i := found[0]
		if !id.MatchString(i.ID) {
			t.Fatalf("the id %q", i.ID)
		}
		for _, text := range []string{i.Unavailable, i.Interpreter, i.Version, i.Release, i.Module, i.ModuleVersion, i.Platform, i.Machine, i.Executable} {
			if strings.ContainsFunc(text, plain.IsControl) {
				t.Fatalf("%q", text)
			}
		}
		if (i.Unavailable == "") != (len(i.Methods) > 0) {
			t.Fatalf("%+v", i)
		}
		for _, method := range i.Methods {
			if !methodName.MatchString(method) {
				t.Fatalf("the method %q", method)
			}
		}
	})
}
