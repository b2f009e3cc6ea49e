// Command record replaces the recordings that are kept in the repository with those of new runs:
//
//	go run ./internal/record RESULTS-FOLDER…
//
// A results folder is what `singdance run --output FOLDER` wrote. The judges are tested on the kept recordings, so record
// new ones after a change of a program, of a driver, or of what a program reports. Record on Linux.
//
// Good recordings are replaced by a rule: every program under every start method of CPython 3.12, CPython 3.15 and Go, and
// the two unguarded programs under forkserver of CPython 3.14, which has known differences there. Recordings that show known
// differences are chosen by the expectation files: as few as possible that show each behavior of each entry, and preferably
// those that are already kept. The list in conformance/defects names the recordings that show a defect; those that are not
// kept for another reason are kept for that. What the new runs do not show stays as it is. The command prints what no kept recording
// shows; such an entry of an expectation file needs the field unshown.
//
// # Interpreters
//
// For the good recordings, install CPython 3.12 and 3.15 with
//
//	uv python install 3.12 3.15
//
// or with pyenv, and run
//
//	go run ./cmd/singdance run --implementation 'cpython-3.1[25].*' --implementation 'go-*' --output /tmp/results
//	go run ./internal/record /tmp/results
//	go generate ./...
//
// For a known difference, install the interpreter or the module that its entry names. The modules are on PyPI:
//
//	pip install billiard loky multiprocess torch
//
// and run them with --module, such as `singdance run --module billiard --output /tmp/results`. You need only what you want
// to replace: the recordings of all other implementations stay.
package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/stage"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: go run ./internal/record RESULTS-FOLDER…")
	}
	if err := record(os.Stdout, os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

// record replaces the kept recordings with those of the results folders.
func record(out io.Writer, folders []string) error {
	root, err := kept.Root()
	if err != nil {
		return err
	}
	expectations, err := conformance.LoadExpectations()
	if err != nil {
		return err
	}
	recordings, err := load(out, folders)
	if err != nil {
		return err
	}
	if err := keepGood(out, root, recordings, expectations); err != nil {
		return err
	}
	if err := keepKnown(out, root, recordings, expectations); err != nil {
		return err
	}
	return keepDefects(out, root, recordings)
}

// load reads and cleans the recordings of results folders. It leaves out those of programs that did not end, and those that
// name a path of the machine: that happens if a process table is read just when a process starts another program.
func load(out io.Writer, folders []string) ([]*stage.Recording, error) {
	var recordings []*stage.Recording
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "recordings", "*", "*", "*.json"))
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("%s holds no recordings: name a folder that singdance run --output wrote", folder)
		}
		for _, file := range files {
			r, err := stage.Load(file)
			if err != nil {
				return nil, err
			}
			if r.Implementation.Platform != "linux" {
				return nil, fmt.Errorf("%s was recorded on %s: record on Linux", file, r.System)
			}
			if r.Outcome != stage.Ended {
				fmt.Fprintf(out, "not used: %s: %s\n", file, r.Reason)
				continue
			}
			text, err := render(clean(r))
			if err != nil {
				return nil, err
			}
			if path := machinePath(text); path != "" {
				fmt.Fprintf(out, "not used: %s names the path %s: record it again\n", file, path)
				continue
			}
			recordings = append(recordings, r)
		}
	}
	return recordings, nil
}

// save writes a recording to a kept file.
func save(root string, file kept.File, r *stage.Recording) error {
	text, err := render(r)
	if err != nil {
		return err
	}
	return stage.WriteFile(file.Path(root), text)
}

// remove removes a kept file, and its folder if that is empty.
func remove(root string, file kept.File) error {
	path := file.Path(root)
	if err := os.Remove(path); err != nil {
		return err
	}
	err := os.Remove(filepath.Dir(path))
	if err != nil && isNotEmpty(filepath.Dir(path)) {
		return nil
	}
	return err
}

func isNotEmpty(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err == nil && len(entries) > 0
}

// unexpected returns the behaviors that fail unexpectedly on a recording, or nil.
func unexpected(r *stage.Recording, expectations conformance.Expectations) error {
	var failed []string
	for _, b := range judged(r) {
		result := conformance.Judge(b, r, expectations)
		switch result.Verdict {
		case conformance.Pass, conformance.Known, conformance.Absent:
		default:
			failed = append(failed, fmt.Sprintf("%s is %s: %s", b.ID, result.Verdict, result.Reason))
		}
	}
	if failed == nil {
		return nil
	}
	return errors.New(strings.Join(failed, "; "))
}
