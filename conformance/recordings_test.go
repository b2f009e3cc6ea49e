package conformance

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/fixtures"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// takeFrom is the folder recordings/ that `singdance run --output FOLDER` wrote. With it, the test files are made anew:
//
//	go test ./conformance -run TestTakeRecordings -take-from FOLDER/recordings
var takeFrom = flag.String("take-from", "", "a folder of recordings that replace those in testdata/good and testdata/known")

const (
	goodFolder  = "testdata/good"
	knownFolder = "testdata/known" // recordings that show known differences
)

// keeping says which recordings are kept: a kind of implementation, a start method, and programs (all if none).
type keeping struct {
	implementations string // a pattern of ids
	kind            string // the folder's name
	method          string
	programs        []string
}

// kept says which recordings are kept as good ones.
var kept = []keeping{
	{"cpython-3.12.*", "cpython-3.12", fork, nil},
	{"cpython-3.12.*", "cpython-3.12", spawn, nil},
	{"cpython-3.12.*", "cpython-3.12", forkserver, nil},
	{"cpython-3.14.*", "cpython-3.14", forkserver, []string{unguarded, unguardedChoice}},        // the known differences
	{"cpython-3.15.*", "cpython-3.15", forkserver, nil},                                         // the documented default
	{"cpython-3.15.*", "cpython-3.15", fork, []string{statuses, mixedContexts, helpersProgram}}, // what 3.12 does not have
	{"cpython-3.15.*", "cpython-3.15", spawn, []string{statuses, mixedContexts, helpersProgram}},
	{"go-*", "go", fork, nil},
	{"go-*", "go", spawn, nil},
	{"go-*", "go", forkserver, nil},
}

// goodFile is the path of a good recording, such as "cpython-3.12/spawn/sing-dance".
func goodFile(name string) string {
	return filepath.Join(goodFolder, filepath.FromSlash(name)+".json")
}

// load reads a good recording.
func load(t testing.TB, name string) *stage.Recording {
	t.Helper()
	return loadFile(t, goodFile(name))
}

func loadFile(t testing.TB, file string) *stage.Recording {
	t.Helper()
	r, err := stage.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// keptFiles lists the recordings in a folder of those that are kept.
func keptFiles(t testing.TB, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// goodNames lists all good recordings in files, as load takes them.
func goodNames(t testing.TB) []string {
	t.Helper()
	files := keptFiles(t, goodFolder)
	for n, file := range files {
		relative, err := filepath.Rel(goodFolder, file)
		if err != nil {
			t.Fatal(err)
		}
		files[n] = strings.TrimSuffix(filepath.ToSlash(relative), ".json")
	}
	return files
}

func TestTheGoodRecordingsAreAllThere(t *testing.T) {
	g := gomega.NewWithT(t)
	var expected []string
	for _, k := range kept {
		programs := k.programs
		if programs == nil {
			i := load(t, k.kind+"/"+k.method+"/sing-dance").Implementation
			for _, program := range fixtures.Programs() {
				if i.Without(program.ID) == "" {
					programs = append(programs, program.ID)
				}
			}
		}
		for _, program := range programs {
			name := k.kind + "/" + k.method + "/" + program
			expected = append(expected, name)
			r := load(t, name)
			g.Expect(r.Method).To(gomega.Equal(k.method), name)
			g.Expect(r.Program).To(gomega.Equal(program), name)
			g.Expect(filepath.Match(k.implementations, r.Implementation.ID)).To(gomega.BeTrue(), name)
		}
	}
	g.Expect(goodNames(t)).To(gomega.ConsistOf(expected))
}

// A recording of somebody's machine would tell about it, and change with it.
func TestTheKeptRecordingsNameNoMachine(t *testing.T) {
	paths := regexp.MustCompile(`(?:/[\w.-]+)+/?|[A-Z]:\\[^"]*`)
	allowed := regexp.MustCompile(`^(/usr/bin/(python3|singdance)|/tmp/programs/?([\w-]+\.py)?|/__mp_main__)$`)
	links := regexp.MustCompile(`https?://[\w./-]+|fixtures/golang\.[\w.]+`) // and names of targets
	for _, name := range slices.Concat(keptFiles(t, goodFolder), keptFiles(t, knownFolder)) {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths.FindAllString(links.ReplaceAllString(string(content), ""), -1) {
			if !allowed.MatchString(path) {
				t.Errorf("%s names the path %s", name, path)
			}
		}
		r := loadFile(t, name)
		if r.System != "linux x86_64" || !r.Started.Equal(taken) {
			t.Errorf("%s was not cleaned: %s, %s", name, r.System, r.Started)
		}
	}
}

// taken is the time that all kept recordings have.
var taken = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

func TestTakeRecordings(t *testing.T) {
	if *takeFrom == "" {
		t.Skip("only with -take-from")
	}
	for _, k := range kept {
		k.take(t, goodFolder)
	}
	for _, k := range keptKnown {
		k.take(t, knownFolder)
	}
}

// file is the path of a recording that is kept in a folder.
func (k keeping) file(folder, program string) string {
	return filepath.Join(folder, filepath.FromSlash(k.kind+"/"+k.method+"/"+program)+".json")
}

// isOf says whether a recording is of the module's version that is to be kept.
func (k keeping) isOf(r *stage.Recording) bool {
	version, one := moduleVersions[k.kind]
	return !one || r.Implementation.ModuleVersion == version
}

// take puts the recordings that are kept into a folder.
func (k keeping) take(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(*takeFrom, k.implementations, k.method, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Logf("there are no recordings of %s under %s: they stay as they are", k.implementations, k.method)
	}
	for _, file := range files {
		id, program := filepath.Base(filepath.Dir(filepath.Dir(file))), strings.TrimSuffix(filepath.Base(file), ".json")
		if strings.Contains(id, "+") != strings.Contains(k.implementations, "+") {
			continue // it is of another module than the interpreter's own
		}
		if k.programs != nil && !slices.Contains(k.programs, program) {
			continue
		}
		r := loadFile(t, file)
		if !k.isOf(r) {
			continue
		}
		cleaned, err := render(clean(r))
		if err != nil {
			t.Fatal(err)
		}
		if err := stage.WriteFile(k.file(folder, program), cleaned); err != nil {
			t.Fatal(err)
		}
	}
}

// clean takes out of a recording what tells about the machine that it was made on, and no judge reads: paths, times, the
// source lines of tracebacks. Process ids become 100, 101, … in the order that they have.
func clean(r *stage.Recording) *stage.Recording {
	i := &r.Implementation
	executable := "/usr/bin/python3"
	if i.Interpreter == "go" {
		executable = "/usr/bin/singdance"
	}
	programs := ""
	if len(i.Run) > 1 {
		programs = filepath.Dir(i.Run[1])
	}
	// inheritance sets its executable by another spelling of the same path.
	spelled := regexp.MustCompile(regexp.QuoteMeta(filepath.Dir(i.Executable)) + `/(?:\./)*` + regexp.QuoteMeta(filepath.Base(i.Executable)))
	path := func(word string) string {
		word = regexp.MustCompile(`'sys_path': \[[^]]*\]`).ReplaceAllString(word, "'sys_path': ['/tmp/programs']")
		if programs != "" {
			word = strings.ReplaceAll(word, programs, "/tmp/programs")
		}
		// What a program has made in its temporary folder.
		word = regexp.MustCompile(`(?:/[\w.-]+)+/\d+/t/\w+`).ReplaceAllString(word, "/tmp/programs")
		word = regexp.MustCompile(`(?:/[\w.-]+)+/(\w+\.py:\d+:)`).ReplaceAllString(word, "$1") // of a warning
		return spelled.ReplaceAllString(word, executable)
	}
	each := func(words []string) {
		for n := range words {
			words[n] = path(words[n])
		}
	}
	each(i.Driver)
	each(i.Run)
	i.Executable, i.Machine, i.Origin = executable, "x86_64", "PATH"
	r.System, r.Run, r.Started, r.Seconds = "linux x86_64", "", taken, 1

	ids := map[int]int{}
	processes := slices.Clone(r.Survivors)
	for _, s := range r.Snapshots {
		processes = append(processes, s.Processes...)
	}
	for _, p := range processes {
		ids[p.PID], ids[p.PPID] = 0, 0
	}
	for _, e := range r.Events {
		ids[e.PID], ids[e.PPID] = 0, 0
		eachID(e.Data, "", func(id int) any { ids[id] = 0; return id })
	}
	var order []int
	for id := range ids {
		order = append(order, id)
	}
	slices.Sort(order)
	for n, id := range order {
		ids[id] = 100 + n
	}
	r.FirstPID = ids[r.FirstPID]
	for n := range r.Events {
		e := &r.Events[n]
		e.PID, e.PPID, e.Time = ids[e.PID], ids[e.PPID], float64(n)
		eachText(e.Data, path)
		eachID(e.Data, "", func(id int) any { return ids[id] })
		eachText(e.Data, path)
	}
	rows := func(processes []platform.Process) {
		for n := range processes {
			p := &processes[n]
			p.PID, p.PPID, p.Group, p.Start = ids[p.PID], ids[p.PPID], 0, 0
			p.Name = filepath.Base(executable)
			each(p.Command)
		}
	}
	rows(r.Survivors)
	for _, s := range r.Snapshots {
		rows(s.Processes)
	}
	r.Stdout = regexp.MustCompile(`(pid|parent) (\d+)`).ReplaceAllStringFunc(r.Stdout, func(said string) string {
		word, number, _ := strings.Cut(said, " ")
		id, _ := strconv.Atoi(number)
		return fmt.Sprintf("%s %d", word, ids[id])
	})
	var complaints []string
	for line := range strings.Lines(r.Stderr) {
		if !strings.HasPrefix(line, " ") && strings.TrimSpace(line) != "" {
			complaints = append(complaints, path(line))
		}
	}
	r.Stderr = strings.Join(complaints, "")
	return r
}

// namesProcesses says whether a field of an event's data holds process ids.
func namesProcesses(field string) bool {
	return field == "parent_process" || strings.HasSuffix(field, "pid") || strings.HasSuffix(field, "pids")
}

// eachID calls change for every process id in an event's data, in lists and objects too, and puts its answer there.
func eachID(value any, field string, change func(id int) any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, one := range value {
			value[name] = eachID(one, name, change)
		}
	case []any:
		for n, one := range value {
			value[n] = eachID(one, field, change)
		}
	case float64:
		if namesProcesses(field) {
			return change(int(value))
		}
	case int:
		if namesProcesses(field) {
			return change(value)
		}
	}
	return value
}

// eachText calls change for every text in an event's data, in lists and objects too, and puts its answer there.
func eachText(value any, change func(text string) string) any {
	switch value := value.(type) {
	case map[string]any:
		for name, one := range value {
			value[name] = eachText(one, change)
		}
	case []any:
		for n, one := range value {
			value[n] = eachText(one, change)
		}
	case string:
		return change(value)
	}
	return value
}

// render writes a recording with a line for every event and every snapshot: small, and good to read in a change.
func render(r *stage.Recording) ([]byte, error) {
	rest := *r
	rest.Events, rest.Snapshots = nil, nil
	head, err := json.Marshal(rest)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(head, []byte("}")))
	list := func(field string, count int, one func(n int) any) error {
		fmt.Fprintf(&out, ",\n%q:[", field)
		for n := range count {
			line, err := json.Marshal(one(n))
			if err != nil {
				return err
			}
			if n > 0 {
				out.WriteString(",")
			}
			out.WriteString("\n")
			out.Write(line)
		}
		out.WriteString("]")
		return nil
	}
	if err := list("events", len(r.Events), func(n int) any { return r.Events[n] }); err != nil {
		return nil, err
	}
	if err := list("snapshots", len(r.Snapshots), func(n int) any { return r.Snapshots[n] }); err != nil {
		return nil, err
	}
	out.WriteString("}\n")
	return out.Bytes(), nil
}
