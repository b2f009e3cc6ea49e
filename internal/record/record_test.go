package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// cannotRun reports whether the implementation cannot run the program.
func cannotRun(i implementation.Implementation, program string) bool {
	_, lacking := i.Lacking(program)
	return lacking
}

func files(t *testing.T, kind string) []kept.File {
	t.Helper()
	files, err := kept.Files(kind)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func loadFile(t *testing.T, file kept.File) *stage.Recording {
	t.Helper()
	r, err := file.Load()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The good recordings must be what the rule keeps, no fewer and no more.
func TestGoodRecordingsFollowTheRule(t *testing.T) {
	g := gomega.NewWithT(t)
	var wanted []string
	for _, rule := range goodRules {
		i := implementationOf(t, rule.folder)
		for _, method := range i.Methods {
			for _, program := range fixtures.Programs() {
				if (rule.methods == nil || slices.Contains(rule.methods, method)) &&
					(rule.programs == nil || slices.Contains(rule.programs, program.ID)) && !cannotRun(i, program.ID) {
					wanted = append(wanted, kept.File{Program: program.ID, Implementation: rule.folder, Method: method}.String())
				}
			}
		}
	}
	var names []string
	for _, file := range files(t, kept.Good) {
		names = append(names, file.String())
		r := loadFile(t, file)
		n := slices.IndexFunc(goodRules, func(rule goodRule) bool { return rule.has(r) })
		g.Expect(n).NotTo(gomega.Equal(-1), file.String())
		g.Expect([]string{r.Program, goodRules[n].folder, r.Method}).To(gomega.Equal([]string{file.Program, file.Implementation, file.Method}))
	}
	g.Expect(names).To(gomega.ConsistOf(wanted))
}

// implementationOf returns the implementation of a folder's good recordings. Programs are recorded one by one, so it takes the
// recording whose driver knew the most programs.
func implementationOf(t *testing.T, folder string) implementation.Implementation {
	t.Helper()
	var newest implementation.Implementation
	for _, file := range files(t, kept.Good) {
		if file.Implementation != folder {
			continue
		}
		if i := loadFile(t, file).Implementation; newest.ID == "" || len(i.Programs)+len(i.Lacks) > len(newest.Programs)+len(newest.Lacks) {
			newest = i
		}
	}
	if newest.ID == "" {
		t.Fatalf("no good recordings are in the folders %s", folder)
	}
	return newest
}

func TestKnownRecordingsAreInTheRightFolders(t *testing.T) {
	for _, file := range slices.Concat(files(t, kept.Known), files(t, kept.Defects)) {
		r := loadFile(t, file)
		gomega.NewWithT(t).Expect([]string{r.Program, r.Method}).To(gomega.Equal([]string{file.Program, file.Method}), file.String())
	}
}

// Every recording that is kept for a defect must be named by the list, and must not be kept for another reason.
func TestDefectRecordingsAreNeeded(t *testing.T) {
	defects, err := conformance.LoadDefects()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files(t, kept.Defects) {
		if !slices.Contains(named(defects), file) {
			t.Errorf("no entry in conformance/defects names %s: remove the recording", file)
		}
		if keptOtherwise(file) {
			t.Errorf("%s is also kept as a good recording or for a known difference: remove it here", file)
		}
	}
}

// A kept recording must not describe the machine that it was recorded on.
func TestKeptRecordingsNameNoMachine(t *testing.T) {
	root, err := kept.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range slices.Concat(files(t, kept.Good), files(t, kept.Known), files(t, kept.Defects)) {
		text, err := os.ReadFile(file.Path(root))
		if err != nil {
			t.Fatal(err)
		}
		if path := machinePath(text); path != "" {
			t.Errorf("%s names the path %s", file, path)
		}
		r := loadFile(t, file)
		if r.System != system || !r.Started.Equal(recorded) {
			t.Errorf("%s was not cleaned: %s, %s", file, r.System, r.Started)
		}
	}
}

// Cleaning must not change a recording that is clean, and rendering it must give the kept text.
func TestCleaningIsRepeatable(t *testing.T) {
	root, err := kept.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range slices.Concat(files(t, kept.Good), files(t, kept.Known), files(t, kept.Defects)) {
		want, err := os.ReadFile(file.Path(root))
		if err != nil {
			t.Fatal(err)
		}
		got, err := render(clean(loadFile(t, file)))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != strings.ReplaceAll(string(want), "\r\n", "\n") {
			t.Errorf("%s changes when it is cleaned again", file)
		}
	}
}

func TestClean(t *testing.T) {
	g := gomega.NewWithT(t)
	r := &stage.Recording{
		Program: "sing-dance", Run: "run-7", System: "linux aarch64", Seconds: 3.5, FirstPID: 4001,
		Implementation: implementation.Implementation{
			Interpreter: "cpython", Executable: "/home/user/bin/python3.12", Machine: "aarch64", Origin: "pyenv",
			Run: []string{"/home/user/bin/python3.12", "/tmp/singdance-1/programs/{program}.py"},
		},
		Events: []stage.Event{
			{Event: "started", PID: 4001, PPID: 4000, Time: 0.25, Data: map[string]any{"child_pid": 4010.0, "beat": 4010.0, "all_pids": []any{4010.0}}},
			{Event: "enter", PID: 4010, PPID: 4001, Data: map[string]any{"path": "/home/user/bin/./python3.12", "in": "/tmp/singdance-1/programs/x.py"}},
		},
		Snapshots: []stage.Snapshot{{Point: "together", Processes: []platform.Process{
			{PID: 4010, PPID: 4001, Group: 4001, Start: 99, Name: "python3.12", Command: []string{"/home/user/bin/python3.12"}},
		}}},
		Stdout: "sing: pid 4010, parent 4001\n",
		Stderr: "Traceback\n  File x\n    raise\nOSError: /home/user/bin/python3.12\n\n",
	}
	clean(r)
	g.Expect(r.Events[0].Data).To(gomega.Equal(map[string]any{"child_pid": 102.0, "beat": 4010.0, "all_pids": []any{102.0}}))
	g.Expect(r.Events[1].Data).To(gomega.Equal(map[string]any{"path": "/usr/bin/python3", "in": "/tmp/programs/x.py"}))
	g.Expect([]int{r.FirstPID, r.Events[0].PPID, r.Events[1].PID}).To(gomega.Equal([]int{101, 100, 102}))
	g.Expect(r.Snapshots[0].Processes).To(gomega.Equal([]platform.Process{{PID: 102, PPID: 101, Name: "python3", Command: []string{"/usr/bin/python3"}}}))
	g.Expect(r.Stdout).To(gomega.Equal("sing: pid 102, parent 101\n"))
	g.Expect(r.Stderr).To(gomega.Equal("Traceback\nOSError: /usr/bin/python3\n"))
	g.Expect([]any{r.System, r.Run, r.Seconds, r.Implementation.Origin}).To(gomega.Equal([]any{system, "", 1.0, "PATH"}))
}

func TestMachinePath(t *testing.T) {
	for text, path := range map[string]string{
		`{"command":["/usr/bin/python3","/tmp/programs/daemons.py"]}`: "",
		`{"command":["/home/user/bin/python3"]}`:                      "/home/user/bin/python3",
		`{"command":["/home/us"]}`:                                    "/home/us",
		`{"path":"C:\\\\Users\\\\user"}`:                              `C:\\\\Users\\\\user`,
		`{"see":"https://docs.python.org/3/library"}`:                 "",
	} {
		gomega.NewWithT(t).Expect(machinePath([]byte(text))).To(gomega.Equal(path))
	}
}

func TestCover(t *testing.T) {
	differences := func(numbers ...int) []difference {
		var list []difference
		for _, n := range numbers {
			list = append(list, difference{n, "b"})
		}
		return list
	}
	recording := func(name string, isKept bool, shows ...int) candidate {
		return candidate{file: kept.File{Program: name}, kept: isKept, shows: differences(shows...)}
	}
	for _, c := range []struct {
		name       string
		candidates []candidate
		good       []int
		want       []string
	}{
		{"nothing", nil, nil, nil},
		{"what good recordings show is not needed", []candidate{recording("a", true, 1)}, []int{1}, nil},
		{"the one that adds the most", []candidate{recording("a", false, 1), recording("b", false, 1, 2)}, nil, []string{"b"}},
		{"one that is kept is preferred", []candidate{recording("a", false, 1, 2), recording("b", true, 1, 2)}, nil, []string{"b"}},
		{"a new one only for what is not shown", []candidate{recording("a", false, 1, 2, 3), recording("b", true, 1, 2), recording("c", false, 3)}, nil, []string{"a"}},
		{"the names decide between equals", []candidate{recording("b", false, 1), recording("a", false, 1)}, nil, []string{"a"}},
		{"one that others make unnecessary is dropped", []candidate{recording("a", true, 1, 2, 3), recording("b", true, 1, 2, 4), recording("c", true, 3, 5)}, nil, []string{"b", "c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := map[difference]bool{}
			for _, d := range differences(c.good...) {
				good[d] = true
			}
			var got []string
			for _, one := range cover(c.candidates, good) {
				got = append(got, one.file.Program)
			}
			slices.Sort(got)
			gomega.NewWithT(t).Expect(got).To(gomega.Equal(c.want))
		})
	}
}

func TestAddCandidate(t *testing.T) {
	g := gomega.NewWithT(t)
	recording := func(id, version string) *stage.Recording {
		return &stage.Recording{Program: "daemons", Method: "fork", Implementation: implementation.Implementation{ID: id, ModuleVersion: version}}
	}
	one, two := []difference{{0, "a"}}, []difference{{0, "a"}, {0, "b"}}
	old := []candidate{{file: kept.File{Program: "daemons", Implementation: "billiard", Method: "fork"}, recording: recording("x+billiard", "4.2"), kept: true, shows: one}}
	g.Expect(addCandidate(slices.Clone(old), recording("x+billiard", "4.3"), nil)).To(gomega.Equal(old), "it shows nothing")

	better := addCandidate(slices.Clone(old), recording("x+billiard", "4.2"), two)
	g.Expect(better).To(gomega.HaveLen(1))
	g.Expect(fmt.Sprint(better[0].file, better[0].changed, better[0].shows)).To(gomega.Equal(fmt.Sprint(old[0].file, true, two)))

	old[0].shows = two
	g.Expect(addCandidate(slices.Clone(old), recording("x+billiard", "4.2"), one)).To(gomega.Equal(old), "it shows less")
	added := addCandidate(slices.Clone(old), recording("x+billiard", "4.3"), one)
	g.Expect(added).To(gomega.HaveLen(2))
	g.Expect(added[1].file).To(gomega.Equal(kept.File{Program: "daemons", Kind: kept.Known, Implementation: "x+billiard-4.3", Method: "fork"}))
}

func TestLoadRefuses(t *testing.T) {
	g := gomega.NewWithT(t)
	empty := t.TempDir()
	_, err := load(io.Discard, []string{empty})
	g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring("holds no recordings: name a folder that singdance run --output wrote")))
	r := &stage.Recording{
		Schema: stage.RecordingSchema, Program: "daemons", Method: conformance.Fork,
		Implementation: implementation.Implementation{Platform: "darwin"}, Outcome: stage.Ended,
	}
	g.Expect(r.Save(filepath.Join(empty, "recordings", "a", "fork", "daemons.json"))).To(gomega.Succeed())
	_, err = load(io.Discard, []string{empty})
	g.Expect(err).To(gomega.MatchError(gomega.ContainSubstring("record on Linux")))
}

func TestLoadLeavesOut(t *testing.T) {
	g := gomega.NewWithT(t)
	folder := t.TempDir()
	save := func(program string, change func(r *stage.Recording)) {
		r := &stage.Recording{
			Schema: stage.RecordingSchema, Program: program, Method: conformance.Fork,
			Implementation: implementation.Implementation{Platform: "linux"}, Outcome: stage.Ended,
		}
		change(r)
		g.Expect(r.Save(filepath.Join(folder, "recordings", "a", "fork", program+".json"))).To(gomega.Succeed())
	}
	save("daemons", func(*stage.Recording) {})
	save("threads", func(r *stage.Recording) { r.Outcome, r.Reason = stage.Timeout, "it did not end" })
	save("pickling", func(r *stage.Recording) { r.Stdout = "/home/us" })
	var out strings.Builder
	recordings, err := load(&out, []string{folder})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(recordings).To(gomega.HaveLen(1))
	g.Expect(recordings[0].Program).To(gomega.Equal("daemons"))
	g.Expect(out.String()).To(gomega.MatchRegexp(`not used: .*pickling.json names the path /home/us: record it again\nnot used: .*threads.json: it did not end\n`))
}
