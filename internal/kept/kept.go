// Package kept finds the recordings that are kept in the repository. The judges are tested on them.
//
// They are in fixtures/PROGRAM/testdata: good/IMPLEMENTATION/METHOD.json are recordings on which no behavior fails
// unexpectedly, known/IMPLEMENTATION/METHOD.json are recordings that show known differences, and
// defects/IMPLEMENTATION/METHOD.json are recordings that show other defects of the list in conformance/defects.
package kept

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/singdance/singdance/stage"
)

// The kinds of kept recordings.
const (
	Good    = "good"
	Known   = "known"
	Defects = "defects"
)

// File is one kept recording.
type File struct {
	Program        string
	Kind           string // Good, Known or Defects
	Implementation string // the folder's name, such as cpython-3.12
	Method         string
}

// String returns the name of the file in messages: sing-dance/cpython-3.12/fork.
func (f File) String() string { return f.Program + "/" + f.Implementation + "/" + f.Method }

// Path returns the path of the file below the root of the repository.
func (f File) Path(root string) string {
	return filepath.Join(root, "fixtures", f.Program, "testdata", f.Kind, f.Implementation, f.Method+".json")
}

// Load reads the recording.
func (f File) Load() (*stage.Recording, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	return stage.Load(f.Path(root))
}

// Root returns the root of the repository that holds the working folder.
func Root() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "fixtures", "DRIVER.md")); err == nil {
			return folder, nil
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", errors.New("the working folder is not in a checkout of singdance: no fixtures/DRIVER.md above it")
		}
		folder = above
	}
}

// Files lists the kept recordings of a kind, in the order of their paths.
func Files(kind string) ([]File, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(root, "fixtures", "*", "testdata", kind, "*", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 && kind != Defects {
		return nil, fmt.Errorf("no recordings are kept in fixtures/*/testdata/%s", kind)
	}
	slices.Sort(paths)
	var files []File
	for _, path := range paths {
		relative, err := filepath.Rel(filepath.Join(root, "fixtures"), path)
		if err != nil {
			return nil, err
		}
		parts := strings.Split(filepath.ToSlash(relative), "/")
		files = append(files, File{
			Program: parts[0], Kind: kind, Implementation: parts[3], Method: strings.TrimSuffix(parts[4], ".json"),
		})
	}
	return files, nil
}
