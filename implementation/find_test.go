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

// machine is a simulated machine. A search finds only the interpreters that the test installs on it.
type machine struct {
	t         *testing.T
	stage     *stage.Stage
	path      string // a folder in PATH
	pyenv     string // the folder of pyenv
	elsewhere string // a folder that no search finds
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
		g.Expect(os.ReadDir(options.Folder)).To(BeEmpty(), "the stage must leave no files")
	})
	return s
}

// find returns the implementations on the machine. The test fails if the search fails.
func (m *machine) find(options implementation.Options) []implementation.Implementation {
	m.t.Helper()
	found, err := m.tryToFind(options)
	NewWithT(m.t).Expect(err).NotTo(HaveOccurred())
	return found
}

// tryToFind returns the implementations on the machine, or the error of the search.
func (m *machine) tryToFind(options implementation.Options) ([]implementation.Implementation, error) {
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

func TestNoInterpreter(t *testing.T) {
	g := NewWithT(t)
	g.Expect(newMachine(t).find(implementation.Options{})).To(BeEmpty())
}

func TestNamesInPath(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	for n, name := range []string{"python", "python3", "python3.9", "python3.14t", "pypy3", "pypy3.10"} {
		install(t, m.path, name, working("version", "3."+string(rune('0'+n))+".0", "identity", name))
	}
	for _, name := range []string{"python2", "python3-config", "pydoc3", "python3.9m", "ipython3", "pythonw"} {
		install(t, m.path, name, working("identity", name, "version", "9.9.9"))
	}
	g.Expect(os.Mkdir(filepath.Join(m.path, "python3.10"), 0o700)).To(Succeed()) // a folder must not be taken for an interpreter
	g.Expect(ids(m.find(implementation.Options{}))).To(Equal([]string{
		"cpython-3.0.0", "cpython-3.1.0", "cpython-3.2.0", "cpython-3.3.0", "cpython-3.4.0", "cpython-3.5.0",
	}))
}

func TestAllProperties(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	path := install(t, m.path, "python3", fake{
		Hello: jsonReply(map[string]any{"singdance": 1, "driver": "python", "run": []string{"/usr/bin/python3", "/f/{program}.py"}, "new": 1}),
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
	install(t, m.path, "python3.11", working())
	install(t, m.path, "python3", working()) // not a link, but with the same identity
	install(t, m.elsewhere, "python3.11", working())
	symlink(t, "python3.11"+suffix(), filepath.Join(m.path, "python"+suffix()))
	g.Expect(ids(m.find(implementation.Options{Pythons: []string{m.elsewhere}}))).To(Equal([]string{"cpython-3.11.2"}))
}

// Links to an interpreter in the same folder must not be started.
func TestLinksAreNotStarted(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3.11", working())
	for _, name := range []string{"python3", "python"} {
		symlink(t, "python3.11"+suffix(), filepath.Join(m.path, name+suffix()))
	}
	var commands [][]string
	found, err := implementation.Find(t.Context(), implementation.Options{ProgramFolder: m.stage.ProgramFolder(), Jobs: 1},
		func(ctx context.Context, command, environment []string) (string, error) {
			commands = append(commands, command)
			return m.stage.Query(ctx, command, environment)
		})
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(found).To(HaveLen(1))
	g.Expect(commands).To(HaveLen(2), "hello and probe")
}

func TestTwoInterpretersOfOneVersion(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3", working("identity", "a", "executable", "/a"))
	install(t, m.elsewhere, "python3", working("identity", "b", "executable", "/b"))
	found := m.find(implementation.Options{Pythons: []string{m.elsewhere}})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2", "cpython-3.11.2-2"}))
	g.Expect(found[0].Executable).To(Equal("/a"))
}

func TestPyPyAndVirtualEnvironment(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "pypy3", working("interpreter", "pypy", "version", "3.11.15", "release", "7.3.20", "identity", "p"))
	install(t, m.path, "python3", working("venv", true, "identity", "v"))
	found := m.find(implementation.Options{})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.11.2-venv", "pypy-3.11.15"}))
	g.Expect(found[1].Release).To(Equal("7.3.20"))
}

func TestPyenv(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	folder := filepath.Join("versions", "3.12.1", "bin")
	if runtime.GOOS == "windows" {
		folder = filepath.Join("versions", "3.12.1")
	}
	install(t, filepath.Join(m.pyenv, folder), "python", working("version", "3.12.1"))
	found := m.find(implementation.Options{})
	g.Expect(ids(found)).To(Equal([]string{"cpython-3.12.1"}))
	g.Expect(found[0].Origin).To(Equal(implementation.OriginPyenv))

	g.Expect(m.find(implementation.Options{NoSearch: true})).To(BeEmpty(), "there must be no search")
}

func TestPyenvInHome(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	home := t.TempDir()
	t.Setenv("PYENV_ROOT", "")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	folder := filepath.Join(home, ".pyenv", "versions", "3.8.18", "bin")
	if runtime.GOOS == "windows" {
		folder = filepath.Join(home, ".pyenv", "pyenv-win", "versions", "3.8.18")
	}
	install(t, folder, "python", working("version", "3.8.18"))
	g.Expect(ids(m.find(implementation.Options{}))).To(Equal([]string{"cpython-3.8.18"}))
}

func TestLauncher(t *testing.T) {
	if runtime.GOOS != "windows" {
		t.Skip("the py launcher exists only on Windows")
	}
	g := NewWithT(t)
	m := newMachine(t)
	python := install(t, m.elsewhere, "python", working())
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
	path := install(t, m.elsewhere, "python3", working("version", "3.14.6"))
	embedded := func() (string, error) { return path, nil }
	g.Expect(ids(m.find(implementation.Options{Embedded: embedded}))).To(Equal([]string{"cpython-3.14.6-embedded"}))
	g.Expect(m.find(implementation.Options{Embedded: embedded, NoSearch: true})).To(BeEmpty())

	_, err := m.tryToFind(implementation.Options{Embedded: func() (string, error) { return "", os.ErrPermission }})
	g.Expect(err).To(MatchError(ContainSubstring("cannot write the embedded CPython")))
}

func TestOrder(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	for name, version := range map[string]string{"a": "3.10.0", "b": "3.9.18", "c": "3.15.0", "d": "3.15.0rc1", "e": "3.15.0a2"} {
		install(t, filepath.Join(m.pyenv, pyenvFolder(name)), "python", working("version", version, "identity", name, "libraries", []string{}))
	}
	install(t, m.path, "pypy3", working("interpreter", "pypy", "version", "3.9.19", "identity", "p"))
	install(t, m.path, "python3", fake{Hello: reply{Status: 1}})
	driver := install(t, m.elsewhere, "singdance", working("interpreter", "go", "version", "1.26.1", "module", "startmethods"))
	found := m.find(implementation.Options{GoDriver: []string{driver, "go-driver"}})
	g.Expect(ids(found)).To(Equal([]string{
		"go-1.26.1",
		"cpython-3.9.18", "cpython-3.10.0", "cpython-3.15.0a2", "cpython-3.15.0rc1", "cpython-3.15.0",
		"pypy-3.9.19", "unavailable",
	}))
	g.Expect(found[0].Origin).To(Equal(implementation.OriginSelf))
}

// pyenvFolder returns the folder of an interpreter, relative to the folder of pyenv.
func pyenvFolder(version string) string {
	if runtime.GOOS == "windows" {
		return filepath.Join("versions", version)
	}
	return filepath.Join("versions", version, "bin")
}

func TestCanceled(t *testing.T) {
	g := NewWithT(t)
	m := newMachine(t)
	install(t, m.path, "python3", fake{Hello: reply{End: "sleep"}})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := implementation.Find(ctx, implementation.Options{ProgramFolder: m.stage.ProgramFolder()},
		func(ctx context.Context, command, environment []string) (string, error) {
			cancel()
			return m.stage.Query(ctx, command, environment)
		})
	g.Expect(err).To(MatchError(context.Canceled))
}
