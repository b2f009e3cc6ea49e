package implementation_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	. "github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
)

func beUsageError(matcher types.GomegaMatcher) types.GomegaMatcher {
	return WithTransform(func(err error) string {
		var usage implementation.UsageError
		if !errors.As(err, &usage) {
			return ""
		}
		return usage.Error()
	}, And(Not(BeEmpty()), Not(ContainSubstring("\n")), matcher))
}

func TestPython(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	path := install(t, m.elsewhere, "my-own", working())
	install(t, m.path, "python3", working("version", "3.12.0", "identity", "other"))

	found := m.find(implementation.Options{Pythons: []string{path}})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "cpython-3.12.0"}))
	g.Expect(found[0].Origin).To(Equal(implementation.OriginPython))
	g.Expect(found[1].Origin).To(Equal(implementation.OriginPath))

	g.Expect(ids(m.find(implementation.Options{Pythons: []string{path}, NoSearch: true}))).To(Equal([]string{"cpython-3.11.2"}))
}

func TestPythonFolder(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	for _, name := range []string{"py3.12.1", "pypy3.9", "python", "python3.13t"} {
		install(t, m.elsewhere, name, working("version", "3.0.0", "identity", name))
	}
	install(t, m.elsewhere, "rm", working("version", "9.9.9", "identity", "rm")) // must not be started
	g.Expect(os.WriteFile(filepath.Join(m.elsewhere, "python3"), []byte("not executable"), 0o600)).To(Succeed())
	g.Expect(os.Mkdir(filepath.Join(m.elsewhere, "python3.1"), 0o700)).To(Succeed())
	g.Expect(ids(m.find(implementation.Options{Pythons: []string{m.elsewhere}, NoSearch: true}))).To(Equal([]string{
		"cpython-3.0.0", "cpython-3.0.0-2", "cpython-3.0.0-3", "cpython-3.0.0-4",
	}))
}

// A broken interpreter in a folder is listed, and is not a usage error, because the user did not name it.
func TestPythonFolderWithBrokenInterpreter(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.elsewhere, "python3", working())
	install(t, m.elsewhere, "python3.1", fake{})
	g.Expect(ids(m.find(implementation.Options{Pythons: []string{m.elsewhere}, NoSearch: true}))).To(Equal([]string{"cpython-3.11.2", "unavailable"}))
}

func TestPythonUsageErrors(t *testing.T) {
	m := newMachine(t)
	empty := filepath.Join(m.elsewhere, "empty")
	others := filepath.Join(m.elsewhere, "others")
	NewWithT(t).Expect(os.Mkdir(empty, 0o700)).To(Succeed())
	install(t, others, "ruby", working())
	broken := install(t, m.elsewhere, "python3", fake{Hello: reply{Status: 1, Stderr: "broken"}})
	text := filepath.Join(m.elsewhere, "text")
	NewWithT(t).Expect(os.WriteFile(text, []byte("no program"), 0o600)).To(Succeed())
	for name, test := range map[string]struct {
		path    string
		message types.GomegaMatcher
	}{
		"missing":        {filepath.Join(m.elsewhere, "no", "such"), HaveSuffix("name an interpreter or a folder of interpreters")},
		"below a file":   {filepath.Join(text, "python"), HaveSuffix("name an interpreter or a folder of interpreters")},
		"empty folder":   {empty, ContainSubstring("has no interpreter")},
		"other folder":   {others, ContainSubstring("has no interpreter")},
		"not executable": {text, ContainSubstring("cannot be used: the driver could not be started")},
		"broken":         {broken, HaveSuffix("cannot be used: the driver failed (exit status 1): broken")},
		"nothing":        {"", Equal("--python needs a value that is not empty")},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			_, err := m.tryToFind(implementation.Options{Pythons: []string{test.path}, NoSearch: true})
			g.Expect(err).To(beUsageError(And(HavePrefix("--python "+test.path), test.message)))
		})
	}
}

func TestUnreadableFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("file permissions do not restrict this user")
	}
	g := NewWithT(t)
	m := newMachine(t)
	g.Expect(os.Chmod(m.elsewhere, 0)).To(Succeed())
	t.Cleanup(func() { g.Expect(os.Chmod(m.elsewhere, 0o700)).To(Succeed()) })
	_, err := m.tryToFind(implementation.Options{Pythons: []string{m.elsewhere}})
	g.Expect(err).To(beUsageError(ContainSubstring("permission denied")))
}

func TestLibraries(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	f := working("libraries", []string{"billiard", "loky"})
	f.More = map[string]reply{
		"billiard": probe("module", "billiard", "module_version", "4.2.1"),
		"loky":     {Status: 1, Stderr: "Traceback (most recent call last):\n  …\nAttributeError: loky is broken\n"},
	}
	path := install(t, m.path, "python3", f)
	for _, options := range []implementation.Options{{}, {Pythons: []string{path}}} { // a broken library is not a broken interpreter
		found := m.find(options)
		g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "cpython-3.11.2+billiard", "cpython-3.11.2+loky"}))
		g.Expect(found[1].ModuleVersion).To(Equal("4.2.1"))
		g.Expect(found[1].Unavailable).To(BeEmpty())
		g.Expect(found[2].Unavailable).To(Equal("the driver failed (exit status 1): AttributeError: loky is broken"))
		g.Expect(found[2].Methods).To(BeEmpty())
	}
}

// The fake reports its own path as its executable, as a real interpreter does.
func TestBrokenLibraryOfPython(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	path := filepath.Join(m.elsewhere, "python3"+suffix())
	install(t, m.elsewhere, "python3", working("libraries", []string{"billiard"}, "executable", path))
	found := m.find(implementation.Options{Pythons: []string{path}, NoSearch: true})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "cpython-3.11.2+billiard"}))
	g.Expect(found[1].Unavailable).To(ContainSubstring("No module named 'billiard'"))
}

func TestModule(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	f := working()
	f.More = map[string]reply{"mine": probe("module", "mine")}
	install(t, m.path, "python3", f)
	install(t, m.path, "python3.12", working("version", "3.12.0", "identity", "other")) // does not have the module

	found := m.find(implementation.Options{Modules: []string{"mine"}})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "cpython-3.11.2+mine", "cpython-3.12.0", "cpython-3.12.0+mine"}))
	g.Expect(found[1].Unavailable).To(BeEmpty())
	g.Expect(found[3].Unavailable).To(ContainSubstring("No module named 'mine'"))
}

func TestModuleUsageErrors(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	_, err := m.tryToFind(implementation.Options{Modules: []string{"mine"}})
	g.Expect(err).To(beUsageError(Equal("--module mine cannot be used: no interpreter found; name one with --python")))

	f := working()
	f.More = map[string]reply{"mine": {Status: 1, Stderr: "mine is broken"}}
	install(t, m.path, "python3", f)
	_, err = m.tryToFind(implementation.Options{Modules: []string{"mine"}})
	g.Expect(err).To(beUsageError(HaveSuffix("--module mine cannot be used: the driver failed (exit status 1): mine is broken")))

	_, err = m.tryToFind(implementation.Options{Modules: []string{" "}})
	g.Expect(err).To(beUsageError(Equal("--module needs a value that is not empty")))
}

func TestDriver(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	path := install(t, m.elsewhere, "my driver", working("interpreter", "ruby", "version", "3.4.1", "module", "fork it"))
	t.Chdir(m.elsewhere)
	for _, command := range []string{path, "./my driver" + suffix()} {
		found := m.find(implementation.Options{Drivers: []string{command}, NoSearch: true})
		g.Expect(ids(found)).To(Equal([]string{"ruby-3.4.1+fork_it"}))
		g.Expect(found[0].Origin).To(Equal(implementation.OriginDriver))
		g.Expect(found[0].Driver).To(HaveLen(1))
		g.Expect(filepath.IsAbs(found[0].Driver[0])).To(BeTrue())
		g.Expect(found[0].Command("sing-dance")).To(Equal([]string{found[0].Driver[0], "run", "sing-dance"}))
	}

	plain := install(t, m.path, "driver", working())
	g.Expect(m.find(implementation.Options{Drivers: []string{plain + " --with  words"}, NoSearch: true})[0].Driver).
		To(Equal([]string{plain, "--with", "words"}))
	g.Expect(m.find(implementation.Options{Drivers: []string{"driver"}, NoSearch: true})[0].Driver).To(Equal([]string{"driver"}))
}

func TestDriverUsageErrors(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	broken := install(t, m.elsewhere, "driver", fake{Hello: reply{Status: 3, Stderr: "no"}})
	_, err := m.tryToFind(implementation.Options{Drivers: []string{broken}})
	g.Expect(err).To(beUsageError(Equal("--driver " + broken + " cannot be used: the driver failed (exit status 3): no")))
	_, err = m.tryToFind(implementation.Options{Drivers: []string{"no-such-program here"}})
	g.Expect(err).To(beUsageError(HavePrefix("--driver no-such-program here cannot be used: the driver could not be started: ")))
	_, err = m.tryToFind(implementation.Options{Drivers: []string{"  "}})
	g.Expect(err).To(beUsageError(Equal("--driver needs a value that is not empty")))
}
