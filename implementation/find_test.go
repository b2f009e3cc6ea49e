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

// machine is a machine of a test's own: nothing is found on it but what the test has put there.
type machine struct {
	t     *testing.T
	stage *stage.Stage
	// Folders: of PATH, of pyenv, and one that nothing points to.
	path, pyenv, elsewhere string
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	g := NewWithT(t)
	folder := t.TempDir()
	m := &machine{t: t, path: filepath.Join(folder, "bin"), pyenv: filepath.Join(folder, "pyenv"), elsewhere: filepath.Join(folder, "elsewhere")}
	for _, one := range []string{m.path, m.pyenv, m.elsewhere} {
		g.Expect(os.Mkdir(one, 0o700)).To(Succeed())
	}
	t.Setenv("PATH", strings.Join([]string{filepath.Join(folder, "missing"), m.path, "relative"}, string(os.PathListSeparator)))
	t.Setenv("PYENV_ROOT", m.pyenv)
	m.stage = open(t, stage.Options{})
	return m
}

func open(t *testing.T, options stage.Options) *stage.Stage {
	t.Helper()
	g := NewWithT(t)
	options.Folder = t.TempDir()
	s, err := stage.Open(options)
	g.Expect(err).NotTo(HaveOccurred())
	t.Cleanup(func() {
		g.Expect(s.Close()).To(Succeed())
		g.Expect(os.ReadDir(options.Folder)).To(BeEmpty(), "the stage must leave nothing")
	})
	return s
}

// find looks for what is on the machine; it must be possible.
func (m *machine) find(options implementation.Options) []implementation.Implementation {
	m.t.Helper()
	found, err := m.try(options)
	NewWithT(m.t).Expect(err).NotTo(HaveOccurred())
	return found
}

func (m *machine) try(options implementation.Options) ([]implementation.Implementation, error) {
	options.ProgramFolder, options.Jobs = m.stage.ProgramFolder(), 2
	return implementation.Find(m.t.Context(), options, m.stage.Query)
}

func ids(found []implementation.Implementation) []string {
	var all []string
	for _, i := range found {
		all = append(all, i.ID)
	}
	return all
}

func TestNothing(t *testing.T) {
	g := NewWithT(t)
	g.Expect(newMachine(t).find(implementation.Options{})).To(BeEmpty())
}

func TestNamesInPath(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	for n, name := range []string{"python", "python3", "python3.9", "python3.14t", "pypy3", "pypy3.10"} {
		install(t, m.path, name, good("version", "3."+string(rune('0'+n))+".0", "identity", name))
	}
	for _, name := range []string{"python2", "python3-config", "pydoc3", "python3.9m", "ipython3", "pythonw"} {
		install(t, m.path, name, good("identity", name, "version", "9.9.9"))
	}
	g.Expect(os.Mkdir(filepath.Join(m.path, "python3.10"), 0o700)).To(Succeed()) // a folder of that name is no interpreter
	g.Expect(ids(m.find(implementation.Options{}))).To(Equal([]string{
		"cpython-3.0.0", "cpython-3.1.0", "cpython-3.2.0", "cpython-3.3.0", "cpython-3.4.0", "cpython-3.5.0",
	}))
}

func TestAllThatIsTold(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	path := install(t, m.path, "python3", fake{
		Hello: says(map[string]any{"singdance": 1, "driver": "python", "run": []string{"/usr/bin/python3", "/f/{program}.py"}, "new": 1}),
		Probe: probe("release", "3.11.2+", "venv", true, "new", map[string]any{}),
	})
	g.Expect(m.find(implementation.Options{})).To(Equal([]implementation.Implementation{{
		ID: "cpython-3.11.2-venv", Interpreter: "cpython", Version: "3.11.2", Release: "3.11.2+",
		Module: "multiprocessing", Platform: "linux", Machine: "x86_64", Executable: "/usr/bin/python3", Venv: true,
		Methods: []string{"fork", "spawn", "forkserver"}, Default: "fork", Origin: implementation.OriginPath,
		Driver: []string{path, filepath.Join(m.stage.ProgramFolder(), "driver.py")},
		Run:    []string{"/usr/bin/python3", "/f/{program}.py"},
	}}))
}

func TestOneInterpreterUnderSeveralNames(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3.11", good())
	install(t, m.path, "python3", good()) // not a link, but the same by what it says
	install(t, m.elsewhere, "python3.11", good())
	symlink(t, "python3.11"+suffix(), filepath.Join(m.path, "python"+suffix()))
	g.Expect(ids(m.find(implementation.Options{Pythons: []string{m.elsewhere}}))).To(Equal([]string{"cpython-3.11.2"}))
}

// Every candidate is started once: links beside each other are not asked one by one.
func TestLinksAreAskedOnce(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3.11", good())
	for _, name := range []string{"python3", "python"} {
		symlink(t, "python3.11"+suffix(), filepath.Join(m.path, name+suffix()))
	}
	var asked [][]string
	found, err := implementation.Find(t.Context(), implementation.Options{ProgramFolder: m.stage.ProgramFolder(), Jobs: 1},
		func(ctx context.Context, command, environment []string) (string, error) {
			asked = append(asked, command)
			return m.stage.Query(ctx, command, environment)
		})
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(found).To(HaveLen(1))
	g.Expect(asked).To(HaveLen(2), "hello and probe")
}

func TestTwoInterpretersOfOneVersion(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3", good("identity", "a", "executable", "/a"))
	install(t, m.elsewhere, "python3", good("identity", "b", "executable", "/b"))
	found := m.find(implementation.Options{Pythons: []string{m.elsewhere}})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "cpython-3.11.2-2"}))
	g.Expect(found[0].Executable).To(Equal("/a"))
}

func TestPyPyAndVirtualEnvironment(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "pypy3", good("interpreter", "pypy", "version", "3.11.15", "release", "7.3.20", "identity", "p"))
	install(t, m.path, "python3", good("venv", true, "identity", "v"))
	found := m.find(implementation.Options{})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2-venv", "pypy-3.11.15"}))
	g.Expect(found[1].Release).To(Equal("7.3.20"))
}

func TestPyenv(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	place := filepath.Join("versions", "3.12.1", "bin")
	if runtime.GOOS == "windows" {
		place = filepath.Join("versions", "3.12.1")
	}
	install(t, filepath.Join(m.pyenv, place), "python", good("version", "3.12.1"))
	found := m.find(implementation.Options{})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.12.1"}))
	g.Expect(found[0].Origin).To(Equal(implementation.OriginPyenv))

	g.Expect(m.find(implementation.Options{NoSearch: true})).To(BeEmpty(), "it is not looked for")
}

func TestPyenvInHome(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	home := t.TempDir()
	t.Setenv("PYENV_ROOT", "")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	place := filepath.Join(home, ".pyenv", "versions", "3.8.18", "bin")
	if runtime.GOOS == "windows" {
		place = filepath.Join(home, ".pyenv", "pyenv-win", "versions", "3.8.18")
	}
	install(t, place, "python", good("version", "3.8.18"))
	g.Expect(ids(m.find(implementation.Options{}))).To(Equal([]string{"cpython-3.8.18"}))
}

func TestLauncher(t *testing.T) {
	if runtime.GOOS != "windows" {
		t.Skip("the py launcher is a program of Windows")
	}
	g := NewWithT(t)
	m := newMachine(t)
	python := install(t, m.elsewhere, "python", good())
	install(t, m.path, "py", fake{List: reply{Stdout: " -V:3.11 *        " + python + "\r\n"}})
	found := m.find(implementation.Options{})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2"}))
	g.Expect(found[0].Origin).To(Equal(implementation.OriginLauncher))

	install(t, m.path, "py", fake{List: reply{Stderr: "No installed Pythons found!", Status: 103}})
	g.Expect(m.find(implementation.Options{})).To(BeEmpty())
}

func TestEmbedded(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	path := install(t, m.elsewhere, "python3", good("version", "3.14.6"))
	embedded := func() (string, error) { return path, nil }
	g.Expect(ids(m.find(implementation.Options{Embedded: embedded}))).To(Equal([]string{"cpython-3.14.6-embedded"}))
	g.Expect(m.find(implementation.Options{Embedded: embedded, NoSearch: true})).To(BeEmpty())

	_, err := m.try(implementation.Options{Embedded: func() (string, error) { return "", os.ErrPermission }})
	g.Expect(err).To(MatchError(ContainSubstring("embedded CPython cannot be written")))
}

func TestOrder(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	for name, version := range map[string]string{"a": "3.10.0", "b": "3.9.18", "c": "3.15.0", "d": "3.15.0rc1", "e": "3.15.0a2"} {
		install(t, filepath.Join(m.pyenv, pyenvPlace(name)), "python", good("version", version, "identity", name, "libraries", []string{}))
	}
	install(t, m.path, "pypy3", good("interpreter", "pypy", "version", "3.9.19", "identity", "p"))
	install(t, m.path, "python3", fake{Hello: reply{Status: 1}})
	self := install(t, m.elsewhere, "singdance", good("interpreter", "go", "version", "1.26.1", "module", "startmethods"))
	found := m.find(implementation.Options{GoDriver: []string{self, "go-driver"}})
	g.Expect(ids(found)).To(Equal([]string{
		"go-1.26.1",
		"cpython-3.9.18", "cpython-3.10.0", "cpython-3.15.0a2", "cpython-3.15.0rc1", "cpython-3.15.0",
		"pypy-3.9.19", "unavailable",
	}))
	g.Expect(found[0].Origin).To(Equal(implementation.OriginSelf))
}

func pyenvPlace(version string) string {
	if runtime.GOOS == "windows" {
		return filepath.Join("versions", version)
	}
	return filepath.Join("versions", version, "bin")
}

func TestStopped(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3", fake{Hello: reply{End: "hang"}})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := implementation.Find(ctx, implementation.Options{ProgramFolder: m.stage.ProgramFolder()},
		func(ctx context.Context, command, environment []string) (string, error) {
			cancel()
			return m.stage.Query(ctx, command, environment)
		})
	g.Expect(err).To(MatchError(context.Canceled))
}
