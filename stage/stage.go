// Package stage runs programs. It starts each program in a container, gives its cues, and records the events that its
// processes report, its output, and what the operating system shows of its processes.
package stage

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/singdance/singdance/fixtures"
	"github.com/singdance/singdance/platform"
)

// Deadline is the time in which a program must end, before Options.TimeoutFactor.
const Deadline = 60 * time.Second

// Options are the settings of a stage. The zero value has the settings of a conformance run.
type Options struct {
	Folder        string        // the folder in which the stage creates its temporary folder; platform.TempDir() if empty
	TimeoutFactor float64       // multiplies all deadlines; 1 if zero
	Beats         int           // the number of lines that each child prints; 3 if zero
	Beat          time.Duration // the time between two lines; 10 ms if zero
	Live          bool          // programs write to this process's standard output and standard error; the recording has no output
}

// Stage runs programs in a temporary folder. After Close, no process and no file of a program is left. If this process is
// killed before that, a guard process cleans up as far as the operating system allows.
type Stage struct {
	options Options
	folder  string
	system  string
	id      string // the same in all recordings of this stage
	guard   *platform.Guard
	runs    atomic.Int64
}

// Open creates a stage and writes the programs to its folder.
func Open(options Options) (*Stage, error) {
	options.TimeoutFactor = cmp.Or(options.TimeoutFactor, 1)
	options.Beats = cmp.Or(options.Beats, 3)
	options.Beat = cmp.Or(options.Beat, 10*time.Millisecond)
	folder, err := createFolder(options.Folder)
	if err != nil {
		return nil, fmt.Errorf("cannot create a temporary folder (set TMPDIR to a folder that you can write to): %w", err)
	}
	stage := &Stage{options: options, folder: folder, system: platform.Describe(), id: rand.Text()}
	stage.guard, err = platform.NewGuard(folder)
	if err == nil {
		err = os.Mkdir(stage.ProgramFolder(), 0o700)
	}
	if err == nil {
		err = fixtures.WritePython(stage.ProgramFolder())
	}
	if err != nil {
		return nil, errors.Join(err, stage.Close())
	}
	return stage, nil
}

// createFolder creates the stage's folder and returns its absolute path, because programs and the guard have other working
// folders.
func createFolder(parent string) (string, error) {
	parent, err := filepath.Abs(cmp.Or(parent, platform.TempDir()))
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return "", err
	}
	// The name is short because Python's forkserver creates a socket in the folder, and unix(7) limits the path of a socket
	// to about 100 bytes.
	return os.MkdirTemp(parent, "sd")
}

// ProgramFolder returns the folder that has the Python driver and the Python programs.
func (s *Stage) ProgramFolder() string { return filepath.Join(s.folder, "programs") }

// Close removes the stage's folder and ends its guard. Saved recordings stay.
func (s *Stage) Close() error {
	err := platform.RemoveAll(s.folder)
	if s.guard != nil {
		err = errors.Join(err, s.guard.Close())
		s.guard = nil
	}
	return err
}

func (s *Stage) deadline() time.Duration {
	return time.Duration(float64(Deadline) * s.options.TimeoutFactor)
}

// runFolder is the folder of one run. It has every file that the program may use.
type runFolder struct {
	path  string
	token string // the value of SINGDANCE_RUN
}

func (s *Stage) newRunFolder() (*runFolder, error) {
	f := &runFolder{path: filepath.Join(s.folder, strconv.FormatInt(s.runs.Add(1), 10)), token: s.guard.Token()}
	for _, folder := range []string{f.cues(), f.work(), f.temp()} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *runFolder) events() string { return filepath.Join(f.path, "events") }
func (f *runFolder) cues() string   { return filepath.Join(f.path, "cues") }
func (f *runFolder) work() string   { return filepath.Join(f.path, "work") }
func (f *runFolder) temp() string   { return filepath.Join(f.path, "t") }

// environment returns the environment of this process, without variables of singdance, and with the settings of every run:
// UTF-8 output and the run's temporary folder.
func (f *runFolder) environment(more ...string) []string {
	var environment []string
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "SINGDANCE_") {
			environment = append(environment, variable)
		}
	}
	environment = append(environment,
		"PYTHONIOENCODING=utf-8:backslashreplace",
		"TMPDIR="+f.temp(), "TMP="+f.temp(), "TEMP="+f.temp())
	return append(environment, more...)
}
