package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func judgeCommand(status *int) *cobra.Command {
	var (
		what  selection
		shown = display{kept: true}
		known knownDifferences
	)
	command := &cobra.Command{
		Use:   "judge FOLDER...",
		Short: "Judge recordings of this or another machine again",
		Long: `Each FOLDER was written by ` + "`singdance run --output`" + `, even by a run that was killed. Its recordings are judged again with the
behaviors and known differences of this program, and the report is printed. Several recordings of the same program are judged as
repetitions. No program runs.

Exit status: as for ` + "`singdance run`" + `; 4 if a complete run would have more recordings.`,
		Example: `  singdance judge results/
  singdance judge linux/ macos/ --behavior 'exit-*'`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(command *cobra.Command, folders []string) error {
			if err := errors.Join(what.check(), shown.check(command)); err != nil {
				return err
			}
			if err := prepareOutput(shown.output); err != nil {
				return err
			}
			expectations, err := known.load()
			if err != nil {
				return err
			}
			kept, err := loadKept(folders)
			if err != nil {
				return err
			}
			result, err := kept.judge(what.Selection, expectations)
			if err != nil {
				return err
			}
			result.Strict = shown.strict
			result.Conclude()
			if err := errors.Join(kept.copyTo(shown.output, result), shown.publish(command, result)); err != nil {
				return err
			}
			*status = result.Status()
			return nil
		},
	}
	known.flags(command)
	what.flags(command)
	shown.flags(command)
	return command
}

// kept holds the recordings of earlier runs.
type kept struct {
	found      []implementation.Implementation
	recordings []*stage.Recording
	skipped    map[conformance.CellKey]string // why it was skipped in all folders that have it, or empty
}

func loadKept(folders []string) (*kept, error) {
	k := &kept{skipped: map[conformance.CellKey]string{}}
	for _, folder := range folders {
		if info, err := os.Stat(folder); err == nil && !info.IsDir() {
			return nil, usage(fmt.Errorf("%s is a file; name the folder that `singdance run --output` wrote: %s", folder, filepath.Dir(folder)))
		}
		// The results say what else was found and what was left out on purpose. A killed run has no results.
		whole := false
		named := map[string]bool{} // the recordings that the results name
		switch r, err := report.Load(folder); {
		case err == nil:
			whole = true
			judged := map[string]bool{}
			for _, one := range r.Results {
				named[filepath.Join(folder, filepath.FromSlash(one.Recording))] = true
				judged[one.Implementation] = true
				key := one.Key()
				if _, known := k.skipped[key]; one.Verdict != conformance.Skipped {
					k.skipped[key] = ""
				} else if !known {
					k.skipped[key] = one.Reason
				}
			}
			for _, i := range r.Implementations {
				if i.Unavailable != "" || judged[i.ID] { // the others were not selected
					k.found = append(k.found, i)
				}
			}
		case !errors.Is(err, fs.ErrNotExist):
			return nil, usage(err)
		}
		before := len(k.recordings)
		runs := map[string]bool{} // the runs that made the named recordings
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".json" || entry.Name() == report.File {
				return err
			}
			recording, err := stage.Load(path)
			if err != nil {
				return fmt.Errorf("%w; remove that file to judge the others", err)
			}
			k.recordings = append(k.recordings, recording)
			if named[path] {
				runs[recording.Run] = true
			}
			return nil
		})
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%w; name a folder that `singdance run --output` wrote", err)
		}
		if err != nil {
			return nil, usage(fmt.Errorf("cannot judge %q: %w", folder, err))
		}
		found := k.recordings[before:]
		if whole && len(runs) > 0 { // an earlier run into the same folder may have left others
			found = slices.DeleteFunc(slices.Clone(found), func(r *stage.Recording) bool { return !runs[r.Run] })
		} else if !whole {
			found = newestRun(found)
		}
		k.recordings = append(k.recordings[:before], found...)
		if len(k.recordings) == before {
			return nil, usage(fmt.Errorf("%q holds no recordings; name a folder that `singdance run --output` wrote", folder))
		}
	}
	for _, r := range k.recordings {
		k.found = append(k.found, r.Implementation)
	}
	return k, k.mergeImplementations()
}

// newestRun returns the recordings of the run that started last. A killed run may leave recordings of an earlier run in its
// folder, because it had not replaced them yet.
func newestRun(all []*stage.Recording) []*stage.Recording {
	started := map[string]time.Time{}
	newest := ""
	for _, r := range all {
		if first, known := started[r.Run]; !known || r.Started.Before(first) {
			started[r.Run] = r.Started
		}
	}
	for run, first := range started {
		if first.After(started[newest]) {
			newest = run
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(r *stage.Recording) bool { return r.Run != newest })
}

// mergeImplementations keeps each implementation once. Two different ones with the same ID are an error.
func (k *kept) mergeImplementations() error {
	var once []implementation.Implementation
	for _, i := range k.found {
		n := slices.IndexFunc(once, func(o implementation.Implementation) bool { return o.ID == i.ID && o.Unavailable == i.Unavailable })
		switch {
		case n < 0:
			once = append(once, i)
		case i.Unavailable == "" && (once[n].Executable != i.Executable || !slices.Equal(once[n].Methods, i.Methods)):
			return usage(fmt.Errorf("%s is %s in one recording and %s in another; judge the folders one at a time", i.ID, once[n].Executable, i.Executable))
		}
	}
	implementation.Sort(once)
	k.found = once
	return nil
}

// judge judges the recordings. If one is missing, the run counts as stopped.
func (k *kept) judge(what conformance.Selection, expectations conformance.Expectations) (*report.Report, error) {
	plan, err := conformance.NewPlan(k.found, what)
	if err != nil {
		return nil, err
	}
	for n, cell := range plan.Cells { // it was not selected then, so it is skipped and not absent
		if reason := k.leftOut(cell); reason != "" && cell.Skipped+cell.Absent != "" {
			plan.Cells[n].Skipped = reason
		}
	}
	result := &report.Report{Schema: report.Schema, Suite: version(), Implementations: k.found}
	tally := plan.Tally()
	var systems []string
	var end time.Time
	times := map[stage.TaskKey]int{}
	for _, r := range k.recordings {
		times[r.Key()]++
		results := plan.Judge(r, expectations)
		for n := range results {
			results[n].Recording = report.RecordingPath(r, times[r.Key()])
		}
		tally.Add(results)
		if !slices.Contains(systems, r.System) {
			systems = append(systems, r.System)
		}
		if result.Started.IsZero() || r.Started.Before(result.Started) {
			result.Started = r.Started
		}
		if last := r.Started.Add(time.Duration(r.Seconds * float64(time.Second))); last.After(end) {
			end = last
		}
	}
	result.System = strings.Join(systems, "; ")
	result.Seconds = max(0, end.Sub(result.Started).Seconds())
	result.Results = tally.Results(func(c conformance.Cell) string {
		if reason := k.leftOut(c); reason != "" {
			return reason
		}
		result.Stopped = true
		return "no recording"
	})
	return result, nil
}

// leftOut returns why a cell was not selected when the recordings were made, or "".
func (k *kept) leftOut(c conformance.Cell) string {
	reason := k.skipped[c.Key()]
	if strings.HasPrefix(reason, "not selected") {
		return reason
	}
	return ""
}

// copyTo writes the recordings next to the results. Without a folder it removes their names from the results.
func (k *kept) copyTo(output string, result *report.Report) error {
	if output == "" {
		for n := range result.Results {
			result.Results[n].Recording = ""
		}
		return nil
	}
	times := map[stage.TaskKey]int{}
	for _, r := range k.recordings {
		times[r.Key()]++
		if err := r.Save(filepath.Join(output, filepath.FromSlash(report.RecordingPath(r, times[r.Key()])))); err != nil {
			return fmt.Errorf("cannot write a recording: %w", err)
		}
	}
	return nil
}
