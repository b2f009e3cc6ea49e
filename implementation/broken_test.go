package implementation_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

// What does not work is listed with one sentence, and stops nothing.
func TestBroken(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for name, test := range map[string]struct {
		fake   fake
		reason string // a regular expression of all of it
	}{
		"status": {
			fake{Hello: reply{Status: 127, Stderr: "exec: python3.11: not found\nand more\n"}},
			`^it ended with exit status 127: exec: python3\.11: not found$`,
		},
		"status without a message": {
			fake{Hello: reply{Status: 9}},
			`^it ended with exit status 9: nothing on standard error$`,
		},
		"traceback": {
			fake{Hello: hello(), Probe: reply{Status: 1, Stderr: "Traceback (most recent call last):\n  File \"d.py\", line 1\nImportError: no _json\n"}},
			`^it ended with exit status 1: ImportError: no _json$`,
		},
		"escapes and length": {
			fake{Hello: reply{Status: 1, Stderr: "\x1b[31m" + long}},
			`^it ended with exit status 1: \[31mx{296}…$`,
		},
		"nothing": {
			fake{},
			`^it answered nothing to hello; DRIVER\.md asks for one line of JSON$`,
		},
		"nothing to probe": {
			fake{Hello: hello(), Probe: reply{Stdout: " \n"}},
			`^it answered nothing to probe; `,
		},
		"garbage": {
			fake{Hello: reply{Stdout: "Python 3.11.2 \x00\x1b\n"}},
			`^its answer to hello is not the one line of JSON that DRIVER\.md asks for but "Python 3\.11\.2 \\x00\\x1b"$`,
		},
		"much garbage": {
			fake{Hello: reply{Stdout: long}},
			`^its answer to hello is not .* but "x{80}…"$`,
		},
		"two lines":  {fake{Hello: reply{Stdout: "{}\n{}\n"}}, `^its answer to hello is not `},
		"half JSON":  {fake{Hello: hello(), Probe: reply{Stdout: `{"singdance": 1, "meth`}}, `^its answer to probe is not `},
		"a brace":    {fake{Hello: reply{Stdout: `{"singdance": 1}}`}}, `^its answer to hello is not `},
		"an array":   {fake{Hello: reply{Stdout: "[]"}}, `^its answer to hello is not `},
		"null":       {fake{Hello: reply{Stdout: "null"}}, `^its answer to hello is not `},
		"wrong type": {fake{Hello: reply{Stdout: `{"singdance": "1"}`}}, `^its answer to hello is not `},
		"future": {
			fake{Hello: says(map[string]any{"singdance": 2, "driver": "python"})},
			`^its driver speaks version 2 of DRIVER\.md, this program version 1$`,
		},
		"no version":     {fake{Hello: hello(), Probe: probe("version", nil)}, `^its answer to probe lacks interpreter, version or module$`},
		"no interpreter": {fake{Hello: hello(), Probe: probe("interpreter", "")}, `^its answer to probe lacks interpreter, version or module$`},
		"no module":      {fake{Hello: hello(), Probe: probe("module", nil)}, `^its answer to probe lacks interpreter, version or module$`},
		"no identity":    {fake{Hello: hello(), Probe: probe("identity", nil)}, `^its answer to probe lacks identity$`},
		"no methods":     {fake{Hello: hello(), Probe: probe("methods", []string{})}, `^multiprocessing reports no start method$`},
		"control characters": {
			fake{Hello: hello(), Probe: probe("machine", "\x1b[2J")},
			`^its answer to probe has control characters: "\\x1b\[2J"$`,
		},
		"endless version":  {fake{Hello: hello(), Probe: probe("version", strings.Repeat("1", 201))}, `^its answer to probe has a text of more than 200 bytes: "1{80}…"$`},
		"endless identity": {fake{Hello: hello(), Probe: probe("identity", long)}, `^its answer to probe has a text of more than 4096 bytes: "x{80}…"$`},
		"endless libraries": {
			fake{Hello: hello(), Probe: probe("libraries", strings.Split(strings.Repeat("x,", 64), ","))},
			`^its answer to probe has a list of more than 64 names$`,
		},
		"path as a method":  {fake{Hello: hello(), Probe: probe("methods", []string{"../../fork"})}, `^multiprocessing reports a start method whose name is not one that DRIVER\.md allows: "\.\./\.\./fork"$`},
		"one method twice":  {fake{Hello: hello(), Probe: probe("methods", []string{"fork", "fork"})}, `^multiprocessing reports the start method fork twice$`},
		"a nameless method": {fake{Hello: hello(), Probe: probe("methods", []string{""})}, `^multiprocessing reports a start method whose name is not one that DRIVER\.md allows: ""$`},
		"an upper case":     {fake{Hello: hello(), Probe: probe("interpreter", "CPython")}, `^its answer to probe has an interpreter that is not in lower case: "CPython"$`},
		"lacks unexplained": {fake{Hello: hello(), Probe: probe("lacks", map[string]string{"daemons": ""})}, `^its answer to probe lacks the reason why it has no daemons$`},
		"lacks at length":   {fake{Hello: hello(), Probe: probe("lacks", map[string]string{"daemons": long})}, `^its answer to probe has a text of more than 200 bytes: "x{80}…"$`},
		"signal": {
			fake{Hello: reply{End: "signal"}},
			map[bool]string{false: `^it ended with killed by SIGKILL: nothing on standard error$`, true: `^it ended with exit status `}[runtime.GOOS == "windows"],
		},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			m := newMachine(t)
			path := install(t, m.path, "python3", test.fake)
			install(t, m.path, "python3.11", good())
			found := m.find(implementation.Options{})
			g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "unavailable"}))
			g.Expect(found[1].Unavailable).To(MatchRegexp(test.reason))
			g.Expect(found[1].Executable).To(Equal(path))
			g.Expect(found[1].Name()).To(Equal(path))
			g.Expect(found[1].Methods).To(BeEmpty())
		})
	}
}

func TestHanging(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	hangs := install(t, m.path, "python3", fake{Hello: reply{End: "hang"}})
	install(t, m.path, "python3.11", good())
	impatient := open(t, stage.Options{TimeoutFactor: 0.001})
	found, err := implementation.Find(t.Context(), implementation.Options{ProgramFolder: m.stage.ProgramFolder(), Jobs: 2},
		func(ctx context.Context, command, environment []string) (string, error) {
			if command[0] == hangs {
				return impatient.Query(ctx, command, environment)
			}
			return m.stage.Query(ctx, command, environment)
		})
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "unavailable"}))
	g.Expect(found[1].Unavailable).To(Equal("it had not answered after 20ms"))
}

func TestFilesThatAreNoPrograms(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	write := func(name, text string, mode os.FileMode) {
		g.Expect(os.WriteFile(filepath.Join(m.path, name+suffix()), []byte(text), mode)).To(Succeed())
	}
	write("python3", "this is no executable format", 0o700)
	write("python3.1", "", 0o700) // as the stubs of Windows' app store are
	expected := 2
	if runtime.GOOS != "windows" {
		write("python3.2", "not executable", 0o600)
		symlink(t, "nowhere", filepath.Join(m.path, "python3.3"))
		symlink(t, "python3.4", filepath.Join(m.path, "python3.4"))
		expected = 5
	}
	found := m.find(implementation.Options{})
	g.Expect(found).To(HaveLen(expected))
	for n, i := range found {
		g.Expect(i.Unavailable).NotTo(BeEmpty())
		g.Expect(i.Unavailable).NotTo(ContainSubstring("\n"))
		if n > 0 {
			g.Expect(i.ID).NotTo(Equal(found[n-1].ID))
		}
	}
}
