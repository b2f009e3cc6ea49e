// Package stage performs programs: it starts each one contained, gives its cues, and records what it says and what the
// operating system says of it.
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

// Deadline is the time that one program may take, before Options.TimeoutFactor.
const Deadline = 60 * time.Second

// Options says how programs are performed. The zero value is how a conformance run performs them.
type Options struct {
	Folder        string        // where the stage makes its own temporary folder; that of platform.TempDir if empty
	TimeoutFactor float64       // multiplies Deadline; 1 if zero
	Beats         int           // lines that each child prints; 3 if zero
	Beat          time.Duration // a conformance run's beats are short; 10 ms if zero
	Live          bool          // the programs write to this process's standard output and error, and are not recorded
}

// Stage is a place where programs are performed. It leaves nothing behind once it is closed, and as far as the system
// allows, nothing either when this process ends before that.
type Stage struct {
	options Options
	folder  string
	system  string
	id      string // of the run, in its recordings
	guard   *platform.Guard
	runs    atomic.Int64
}

// Open makes a stage and writes the programs to its folder.
func Open(options Options) (*Stage, error) {
	options.TimeoutFactor = cmp.Or(options.TimeoutFactor, 1)
	options.Beats = cmp.Or(options.Beats, 3)
	options.Beat = cmp.Or(options.Beat, 10*time.Millisecond)
	folder, err := temporary(options.Folder)
	if err != nil {
		return nil, fmt.Errorf("no temporary folder can be made: %w", err)
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

// temporary makes the stage's folder, with an absolute path: programs and the guard have other working folders.
func temporary(parent string) (string, error) {
	parent, err := filepath.Abs(cmp.Or(parent, platform.TempDir()))
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return "", err
	}
	// A short name: Python's forkserver makes a socket below it, whose path may have about 100 bytes (unix(7)).
	return os.MkdirTemp(parent, "sd")
}

// Programs is the folder in which the Python driver and programs are.
func (s *Stage) ProgramFolder() string { return filepath.Join(s.folder, "programs") }

// Close removes everything that the stage has written outside of recordings.
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

// run is the place of one run: a folder with everything that the program may touch.
type run struct {
	folder string
	token  string
}

func (s *Stage) newRun() (*run, error) {
	r := &run{folder: filepath.Join(s.folder, strconv.FormatInt(s.runs.Add(1), 10)), token: s.guard.Token()}
	for _, folder := range []string{r.cues(), r.work(), r.temp()} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *run) events() string { return filepath.Join(r.folder, "events") }
func (r *run) cues() string   { return filepath.Join(r.folder, "cues") }
func (r *run) work() string   { return filepath.Join(r.folder, "work") }
func (r *run) temp() string   { return filepath.Join(r.folder, "t") }

// environment is this process's own with what every run is given: UTF-8 output and a temporary folder of its own.
func (r *run) environment(more ...string) []string {
	var environment []string
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "SINGDANCE_") {
			environment = append(environment, variable)
		}
	}
	environment = append(environment,
		"PYTHONIOENCODING=utf-8:backslashreplace",
		"TMPDIR="+r.temp(), "TMP="+r.temp(), "TEMP="+r.temp())
	return append(environment, more...)
}
