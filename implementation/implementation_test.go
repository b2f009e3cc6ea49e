package implementation

import (
	"testing"

	. "github.com/onsi/gomega"
)

func TestInLauncherList(t *testing.T) {
	g := NewWithT(t)
	// Lines of the launcher before Python 3.11, of the launcher since 3.11, and of the install manager.
	paths := inLauncherList("Installed Pythons found by py Launcher for Windows\r\n" +
		" -3.10-64 *\tC:\\Python310\\python.exe\r\n" +
		" -V:3.14t         C:\\Program Files\\Python314\\python3.14t.exe\r\n" +
		" -V:ContinuumAnalytics/Anaconda39-64 d:\\Anaconda3\\Python.EXE\n" +
		" -V:3.13          C:\\gone\n" +
		"python.exe\n\n")
	g.Expect(paths).To(Equal([]candidate{
		{`C:\Python310\python.exe`, OriginLauncher},
		{`C:\Program Files\Python314\python3.14t.exe`, OriginLauncher},
		{`d:\Anaconda3\Python.EXE`, OriginLauncher},
	}))
	g.Expect(inLauncherList("")).To(BeEmpty())
}

func TestCompareVersions(t *testing.T) {
	g := NewWithT(t)
	ascending := []string{"3.6.15", "3.9.18", "3.10.0", "3.14.0", "3.15.0a2", "3.15.0b1", "3.15.0rc1", "3.15.0", "3.15.0.post1"}
	for n := 1; n < len(ascending); n++ {
		g.Expect(CompareVersions(ascending[n-1], ascending[n])).To(Equal(-1), ascending[n])
		g.Expect(CompareVersions(ascending[n], ascending[n-1])).To(Equal(1), ascending[n])
	}
	g.Expect(CompareVersions("1.27-devel_abc", "a version")).To(Equal(-1), "versions that PEP 440 does not allow must be compared as texts")
}

func TestAssignIDs(t *testing.T) {
	g := NewWithT(t)
	found := []Implementation{
		{Interpreter: "x", Version: "1"},
		{Interpreter: "x", Version: "1"},
		{Interpreter: "x", Version: "1-2"}, // the ID that the second one gets
		{Interpreter: "X", Version: "1"},   // file systems may ignore case
		{Interpreter: "x", Version: "1", Module: "a/b é"},
		{Interpreter: "x", Version: "1", Venv: true, Origin: OriginEmbedded, Module: "loky"},
		{},
		{},
	}
	assignIDs(found)
	var ids []string
	for _, i := range found {
		ids = append(ids, i.ID)
	}
	g.Expect(ids).To(Equal([]string{
		"x-1", "x-1-2", "x-1-2-2", "X-1-3", "x-1+a_b__", "x-1-venv-embedded+loky", "unavailable", "unavailable-2",
	}))
}

func TestCommand(t *testing.T) {
	g := NewWithT(t)
	i := Implementation{Driver: []string{"d", "go-driver"}, Methods: []string{"spawn"}}
	g.Expect(i.Command("p")).To(Equal([]string{"d", "go-driver", "run", "p"}))
	g.Expect(i.Driver).To(Equal([]string{"d", "go-driver"}), "Command must not change Driver")
	i.Run = []string{"py", "-X", "{program}", "/{program}/{program}.py"}
	g.Expect(i.Command("p")).To(Equal([]string{"py", "-X", "p", "/p/p.py"}))
	g.Expect(i.Run[2]).To(Equal("{program}"))
	g.Expect(i.Offers("spawn")).To(BeTrue())
	g.Expect(i.Offers("fork")).To(BeFalse())
}

func TestMatches(t *testing.T) {
	g := NewWithT(t)
	i := Implementation{ID: "cpython-3.14.6+loky", Executable: "/usr/bin/python3"}
	for pattern, expected := range map[string]bool{
		"cpython-3.14.6+loky": true, "cpython-3.1*": true, "*loky": true, "/usr/bin/python3": true,
		"cpython-3.14.6": false, "/usr/bin/*": false, "": false,
	} {
		g.Expect(i.Matches(pattern)).To(Equal(expected), pattern)
	}
	_, err := i.Matches("[")
	g.Expect(err).To(MatchError(ContainSubstring(`invalid pattern of implementation IDs "["`)))
}
