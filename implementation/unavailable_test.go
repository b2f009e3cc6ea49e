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

// An interpreter that does not work must be listed with a reason of one sentence, and the others must still be found.
func TestUnavailable(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for name, test := range map[string]struct {
		fake   fake
		reason string // a regular expression
	}{
		"status": {
			fake{Hello: reply{Status: 127, Stderr: "exec: python3.11: not found\nand more\n"}},
			`^the driver failed \(exit status 127\): exec: python3\.11: not found$`,
		},
		"status without a message": {
			fake{Hello: reply{Status: 9}},
			`^the driver failed \(exit status 9\): nothing on standard error$`,
		},
		"traceback": {
			fake{Hello: hello(), Probe: reply{Status: 1, Stderr: "Traceback (most recent call last):\n  File \"d.py\", line 1\nImportError: no _json\n"}},
			`^the driver failed \(exit status 1\): ImportError: no _json$`,
		},
		"escapes and length": {
			fake{Hello: reply{Status: 1, Stderr: "\x1b[31m" + long}},
			`^the driver failed \(exit status 1\): \[31mx{296}…$`,
		},
		"no answer to hello": {
			fake{},
			`^the driver printed no answer to hello; DRIVER\.md requires one line of JSON$`,
		},
		"no answer to probe": {
			fake{Hello: hello(), Probe: reply{Stdout: " \n"}},
			`^the driver printed no answer to probe; `,
		},
		"not JSON": {
			fake{Hello: reply{Stdout: "Python 3.11.2 \x00\x1b\n"}},
			`^the answer of the driver to hello is not one line of JSON, as DRIVER\.md requires: "Python 3\.11\.2 \\x00\\x1b"$`,
		},
		"long text": {
			fake{Hello: reply{Stdout: long}},
			`^the answer of the driver to hello is not .*: "x{80}…"$`,
		},
		"two lines":       {fake{Hello: reply{Stdout: "{}\n{}\n"}}, `^the answer of the driver to hello is not `},
		"incomplete JSON": {fake{Hello: hello(), Probe: reply{Stdout: `{"singdance": 1, "meth`}}, `^the answer of the driver to probe is not `},
		"an extra brace":  {fake{Hello: reply{Stdout: `{"singdance": 1}}`}}, `^the answer of the driver to hello is not `},
		"an array":        {fake{Hello: reply{Stdout: "[]"}}, `^the answer of the driver to hello is not `},
		"null":            {fake{Hello: reply{Stdout: "null"}}, `^the answer of the driver to hello is not `},
		"wrong type":      {fake{Hello: reply{Stdout: `{"singdance": "1"}`}}, `^the answer of the driver to hello is not `},
		"later version": {
			fake{Hello: jsonReply(map[string]any{"singdance": 2, "driver": "python"})},
			`^the driver uses version 2 of DRIVER\.md; this program supports version 1$`,
		},
		"no version":     {fake{Hello: hello(), Probe: probe("version", nil)}, `^the answer of the driver to probe has no interpreter, version or module$`},
		"no interpreter": {fake{Hello: hello(), Probe: probe("interpreter", "")}, `^the answer of the driver to probe has no interpreter, version or module$`},
		"no module":      {fake{Hello: hello(), Probe: probe("module", nil)}, `^the answer of the driver to probe has no interpreter, version or module$`},
		"no identity":    {fake{Hello: hello(), Probe: probe("identity", nil)}, `^the answer of the driver to probe has no identity$`},
		"no methods":     {fake{Hello: hello(), Probe: probe("methods", []string{})}, `^multiprocessing reports no start method$`},
		"control characters": {
			fake{Hello: hello(), Probe: probe("machine", "\x1b[2J")},
			`^the answer of the driver to probe has control characters: "\\x1b\[2J"$`,
		},
		"long version":  {fake{Hello: hello(), Probe: probe("version", strings.Repeat("1", 201))}, `^the answer of the driver to probe has a text longer than 200 bytes: "1{80}…"$`},
		"long identity": {fake{Hello: hello(), Probe: probe("identity", long)}, `^the answer of the driver to probe has a text longer than 4096 bytes: "x{80}…"$`},
		"long libraries": {
			fake{Hello: hello(), Probe: probe("libraries", strings.Split(strings.Repeat("x,", 64), ","))},
			`^the answer of the driver to probe has a list of more than 64 names$`,
		},
		"method is path":       {fake{Hello: hello(), Probe: probe("methods", []string{"../../fork"})}, `^multiprocessing reports "\.\./\.\./fork", which is not a valid start method name \(see DRIVER\.md\)$`},
		"method twice":         {fake{Hello: hello(), Probe: probe("methods", []string{"fork", "fork"})}, `^multiprocessing reports the start method fork twice$`},
		"method without name":  {fake{Hello: hello(), Probe: probe("methods", []string{""})}, `^multiprocessing reports "", which is not a valid start method name \(see DRIVER\.md\)$`},
		"upper case":           {fake{Hello: hello(), Probe: probe("interpreter", "CPython")}, `^the answer of the driver to probe has an interpreter name that is not in lower case: "CPython"$`},
		"lacks without reason": {fake{Hello: hello(), Probe: probe("lacks", map[string]string{"daemons": ""})}, `^the answer of the driver to probe gives no reason why it lacks the program daemons$`},
		"long reason":          {fake{Hello: hello(), Probe: probe("lacks", map[string]string{"daemons": long})}, `^the answer of the driver to probe has a text longer than 200 bytes: "x{80}…"$`},
		"signal": {
			fake{Hello: reply{End: "signal"}},
			map[bool]string{false: `^the driver failed \(killed by SIGKILL\): nothing on standard error$`, true: `^the driver failed \(exit status `}[runtime.GOOS == "windows"],
		},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			m := newMachine(t)
			path := install(t, m.path, "python3", test.fake)
			install(t, m.path, "python3.11", working())
			found := m.find(implementation.Options{})
			g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "unavailable"}))
			g.Expect(found[1].Unavailable).To(MatchRegexp(test.reason))
			g.Expect(found[1].Executable).To(Equal(path))
			g.Expect(found[1].Name()).To(Equal(path))
			g.Expect(found[1].Methods).To(BeEmpty())
		})
	}
}

func TestDriverWithoutAnswer(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	neverAnswers := install(t, m.path, "python3", fake{Hello: reply{End: "sleep"}})
	install(t, m.path, "python3.11", working())
	shortDeadline := open(t, stage.Options{TimeoutFactor: 0.001})
	found, err := implementation.Find(t.Context(), implementation.Options{ProgramFolder: m.stage.ProgramFolder(), Jobs: 2},
		func(ctx context.Context, command, environment []string) (string, error) {
			if command[0] == neverAnswers {
				return shortDeadline.Query(ctx, command, environment)
			}
			return m.stage.Query(ctx, command, environment)
		})
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "unavailable"}))
	g.Expect(found[1].Unavailable).To(Equal("the driver did not answer within 20ms"))
}

func TestFilesThatCannotBeExecuted(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	write := func(name, text string, mode os.FileMode) {
		g.Expect(os.WriteFile(filepath.Join(m.path, name+suffix()), []byte(text), mode)).To(Succeed())
	}
	write("python3", "not an executable format", 0o700)
	write("python3.1", "", 0o700) // like the stubs of the Windows app store
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
