package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/kept"
	"github.com/singdance/singdance/internal/ledger"
	"github.com/singdance/singdance/stage"
)

// keepDefects writes the recordings that the list of defects names, and removes those that it does not name.
func keepDefects(out io.Writer, root string, recordings []*stage.Recording) error {
	defects, err := conformance.LoadDefects()
	if err != nil {
		return err
	}
	old, err := kept.Files(kept.Defects)
	if err != nil {
		return err
	}
	wanted := named(defects)
	for _, file := range old {
		if !slices.Contains(wanted, file) || keptOtherwise(file) {
			fmt.Fprintf(out, "removed, because it shows no defect that other recordings do not show: %s\n", file)
			if err := remove(root, file); err != nil {
				return err
			}
		}
	}
	for _, r := range recordings {
		file := kept.File{Program: r.Program, Kind: kept.Defects, Implementation: folderName(r), Method: r.Method}
		if n := slices.Index(wanted, file); n >= 0 && !keptOtherwise(file) {
			wanted = slices.Delete(wanted, n, n+1) // not once more by a repetition
			fmt.Fprintf(out, "kept for a defect: %s\n", file)
			if err := save(root, file, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// named returns the files that the list of defects names, as if all of them were kept for defects only.
func named(defects conformance.Defects) []kept.File {
	var files []kept.File
	for _, d := range defects {
		for _, s := range d.Seen {
			for _, id := range s.Behaviors {
				b, _ := conformance.Find(id)
				for _, name := range s.By {
					if file := ledger.File(b.Program, kept.Defects, name); !slices.Contains(files, file) {
						files = append(files, file)
					}
				}
			}
		}
	}
	return files
}

// keptOtherwise reports whether a recording with the same name is kept as a good one or for known differences.
func keptOtherwise(file kept.File) bool {
	return slices.ContainsFunc([]string{kept.Good, kept.Known}, func(kind string) bool {
		other := file
		other.Kind = kind
		_, err := other.Load()
		return err == nil
	})
}
