package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// recorded is the time of all kept recordings.
var recorded = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// system is the system of all kept recordings.
const system = "linux x86_64"

// clean removes from a recording what describes the machine and no judge reads: paths, times, and the source lines of
// tracebacks. The process IDs become 100, 101, … in their order.
func clean(r *stage.Recording) *stage.Recording {
	replacePaths := pathReplacer(r)
	replaceAll := func(words []string) {
		for n := range words {
			words[n] = replacePaths(words[n])
		}
	}
	i := &r.Implementation
	replaceAll(i.Driver)
	replaceAll(i.Run)
	i.Executable, i.Machine, i.Origin = cleanExecutable(i.Interpreter), "x86_64", "PATH"
	r.System, r.Run, r.Started, r.Seconds = system, "", recorded, 1

	ids := newIDs(r)
	r.FirstPID = ids[r.FirstPID]
	for n := range r.Events {
		e := &r.Events[n]
		e.PID, e.PPID, e.Time = ids[e.PID], ids[e.PPID], float64(n)
		changeIDs(e.Data, "", func(id int) any { return float64(ids[id]) }) // as JSON decodes it
		changeTexts(e.Data, replacePaths)
	}
	cleanProcesses := func(processes []platform.Process) {
		for n := range processes {
			p := &processes[n]
			p.PID, p.PPID, p.Group, p.Start = ids[p.PID], ids[p.PPID], 0, 0
			p.Name = filepath.Base(i.Executable)
			replaceAll(p.Command)
		}
	}
	cleanProcesses(r.Survivors)
	for _, s := range r.Snapshots {
		cleanProcesses(s.Processes)
	}
	r.Stdout = printedID.ReplaceAllStringFunc(r.Stdout, func(printed string) string {
		word, number, _ := strings.Cut(printed, " ")
		id, _ := strconv.Atoi(number)
		return fmt.Sprintf("%s %d", word, ids[id])
	})
	r.Stderr = withoutSourceLines(r.Stderr, replacePaths)
	return r
}

// printedID matches a process ID in the output of a program.
var printedID = regexp.MustCompile(`(pid|parent) (\d+)`)

func cleanExecutable(interpreter string) string {
	if interpreter == "go" {
		return "/usr/bin/singdance"
	}
	return "/usr/bin/python3"
}

var (
	importPath      = regexp.MustCompile(`'sys_path': \[[^]]*\]`)
	temporaryFolder = regexp.MustCompile(`(?:/[\w.-]+)+/\d+/t/\w+`)
	semaphoreName   = regexp.MustCompile(`/mp-\w{8}`) // a resource tracker prints those that it removes
	tracebackFile   = regexp.MustCompile(`File "(?:/[\w.+-]+)+/(\w+\.py")`)
	warningFile     = regexp.MustCompile(`(?:/[\w.-]+)+/(\w+\.py:\d+:)`)
)

// pathReplacer returns a function that replaces the paths of the machine in a text.
func pathReplacer(r *stage.Recording) func(text string) string {
	i := r.Implementation
	executable := cleanExecutable(i.Interpreter)
	programs := ""
	if len(i.Run) > 1 {
		programs = filepath.Dir(i.Run[1])
	}
	// The program inherited-state sets its executable to another spelling of the same path.
	spellings := regexp.MustCompile(regexp.QuoteMeta(filepath.Dir(i.Executable)) + `/(?:\./)*` + regexp.QuoteMeta(filepath.Base(i.Executable)))
	return func(text string) string {
		text = importPath.ReplaceAllString(text, "'sys_path': ['/tmp/programs']")
		if programs != "" {
			text = strings.ReplaceAll(text, programs, "/tmp/programs")
		}
		text = temporaryFolder.ReplaceAllString(text, "/tmp/programs")
		text = semaphoreName.ReplaceAllString(text, "semaphore")
		text = tracebackFile.ReplaceAllString(text, `File "$1`)
		text = warningFile.ReplaceAllString(text, "$1")
		return spellings.ReplaceAllString(text, executable)
	}
}

// withoutSourceLines removes indented lines, which are the source lines of tracebacks and warnings.
func withoutSourceLines(text string, change func(line string) string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, " ") && strings.TrimSpace(line) != "" {
			lines = append(lines, change(line))
		}
	}
	return strings.Join(lines, "")
}

// newIDs returns the new ID of each process ID in a recording.
func newIDs(r *stage.Recording) map[int]int {
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
		changeIDs(e.Data, "", func(id int) any { ids[id] = 0; return id })
	}
	var order []int
	for id := range ids {
		order = append(order, id)
	}
	slices.Sort(order)
	for n, id := range order {
		ids[id] = 100 + n
	}
	return ids
}

// holdsIDs reports whether a field of an event's data holds process IDs.
func holdsIDs(field string) bool {
	return field == "parent_process" || strings.HasSuffix(field, "pid") || strings.HasSuffix(field, "pids")
}

// changeIDs replaces every process ID in an event's data, including lists and objects.
func changeIDs(value any, field string, change func(id int) any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, one := range value {
			value[name] = changeIDs(one, name, change)
		}
	case []any:
		for n, one := range value {
			value[n] = changeIDs(one, field, change)
		}
	case float64:
		if holdsIDs(field) {
			return change(int(value))
		}
	case int:
		if holdsIDs(field) {
			return change(value)
		}
	}
	return value
}

// changeTexts replaces every text in an event's data, including lists and objects.
func changeTexts(value any, change func(text string) string) any {
	switch value := value.(type) {
	case map[string]any:
		for name, one := range value {
			value[name] = changeTexts(one, change)
		}
	case []any:
		for n, one := range value {
			value[n] = changeTexts(one, change)
		}
	case string:
		return change(value)
	}
	return value
}

// render writes a recording with one line for each event and each process table, so that a change is easy to read.
func render(r *stage.Recording) ([]byte, error) {
	rest := *r
	rest.Events, rest.Snapshots = nil, nil
	head, err := json.Marshal(rest)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(head, []byte("}")))
	if err := renderList(&out, "events", r.Events); err != nil {
		return nil, err
	}
	if err := renderList(&out, "snapshots", r.Snapshots); err != nil {
		return nil, err
	}
	out.WriteString("}\n")
	return out.Bytes(), nil
}

// renderList writes a field with a list, one line for each value.
func renderList[T any](out *bytes.Buffer, field string, list []T) error {
	fmt.Fprintf(out, ",\n%q:[", field)
	for n, value := range list {
		line, err := json.Marshal(value)
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

var (
	anyPath = regexp.MustCompile(`(?:/[\w.-]+)+/?|[A-Z]:\\[^"]*`)
	// The paths that a kept recording may name.
	cleanPath = regexp.MustCompile(`^(/usr/bin/(python3|singdance)|/tmp/programs/?([\w-]+\.py)?|/__mp_main__)$`)
	// Texts that look like paths: addresses and the names of targets.
	notPath = regexp.MustCompile(`https?://[\w./-]+|fixtures/[\w-]+\.[\w.]+`)
)

// machinePath returns a path of the machine in the text of a recording, or "" if there is none.
func machinePath(text []byte) string {
	for _, path := range anyPath.FindAllString(notPath.ReplaceAllString(string(text), ""), -1) {
		if !cleanPath.MatchString(path) {
			return path
		}
	}
	return ""
}
