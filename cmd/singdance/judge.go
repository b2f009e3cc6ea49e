package main

import (
	"errors"
	"fmt"
	"io/fs"
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
		what   conformance.Selection
		output string
		strict bool
		known  knowledge
	)
	command := &cobra.Command{
		Use:   "judge FOLDER...",
		Short: "Judge recordings again, of this machine or another",
		Long: `Each FOLDER is one that ` + "`singdance run --output`" + ` wrote, also in a run that was killed before its end. The recordings in it
are judged again by the behaviors and known differences of this program, and the report is printed; what was performed
several times is judged as repetitions are. Nothing is performed.

Exit status: as of ` + "`singdance run`" + `; 4 if recordings are missing that a whole run makes.`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(command *cobra.Command, folders []string) error {
			if output == "" && command.Flags().Changed("output") {
				return usage(fmt.Errorf("--output is empty; name a folder"))
			}
			if err := prepareOutput(output); err != nil {
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
			result, err := kept.judge(what, expectations)
			if err != nil {
				return err
			}
			result.Strict = strict
			result.Conclude()
			if err := errors.Join(kept.copyTo(output, result), tell(command, result, output)); err != nil {
				return err
			}
			*status = result.Status()
			return nil
		},
	}
	known.flags(command)
	flags := command.Flags()
	flags.StringArrayVar(&what.Implementations, "implementation", nil, "judge only these: an id or a pattern such as 'cpython-3.1*' (repeatable)")
	flags.StringArrayVar(&what.Methods, "method", nil, "only these start methods, names or patterns (repeatable)")
	flags.StringArrayVar(&what.Behaviors, "behavior", nil, "only these behaviors, ids or patterns (repeatable)")
	flags.StringVar(&output, "output", "", "a folder for results.json, matrix.md, report.html and the recordings")
	flags.BoolVar(&strict, "strict", false, "a known difference that is gone counts as unexpected")
	return command
}

// kept is what folders hold of earlier runs.
type kept struct {
	found      []implementation.Implementation
	recordings []*stage.Recording
	skipped    map[[3]string]string // why cells were skipped in all folders that tell of them; otherwise empty
}

func loadKept(folders []string) (*kept, error) {
	k := &kept{skipped: map[[3]string]string{}}
	for _, folder := range folders {
		// The results tell what else was found, and what was left out on purpose. A run that was killed has none.
		whole := false
		switch r, err := report.Load(folder); {
		case err == nil:
			whole = true
			performed := map[string]bool{}
			for _, one := range r.Results {
				performed[one.Implementation] = true
				key := [3]string{one.Implementation, one.Method, one.Behavior}
				if _, told := k.skipped[key]; one.Verdict != conformance.Skipped {
					k.skipped[key] = ""
				} else if !told {
					k.skipped[key] = one.Reason
				}
			}
			for _, i := range r.Implementations {
				if i.Unavailable != "" || performed[i.ID] { // others were found and not selected
					k.found = append(k.found, i)
				}
			}
		case !errors.Is(err, fs.ErrNotExist):
			return nil, usage(err)
		}
		before := len(k.recordings)
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".json" || entry.Name() == report.File {
				return err
			}
			recording, err := stage.Load(path)
			if err != nil {
				return fmt.Errorf("%w; without that file the others can be", err)
			}
			k.recordings = append(k.recordings, recording)
			return nil
		})
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("%w; name a folder of `singdance run --output`", err)
		}
		if err != nil {
			return nil, usage(fmt.Errorf("%s cannot be judged: %w", folder, err))
		}
		if !whole {
			k.recordings = append(k.recordings[:before], newestRun(k.recordings[before:])...)
		}
		if len(k.recordings) == before {
			return nil, usage(fmt.Errorf("%s holds no recordings; name a folder of `singdance run --output`", folder))
		}
	}
	for _, r := range k.recordings {
		k.found = append(k.found, r.Implementation)
	}
	return k, k.unite()
}

// newestRun returns the recordings of the run that began last: a run that was killed leaves those of an earlier one in its
// folder that it has not replaced yet.
func newestRun(all []*stage.Recording) []*stage.Recording {
	begun := map[string]time.Time{}
	newest := ""
	for _, r := range all {
		if first, known := begun[r.Run]; !known || r.Started.Before(first) {
			begun[r.Run] = r.Started
		}
	}
	for run, first := range begun {
		if first.After(begun[newest]) {
			newest = run
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(r *stage.Recording) bool { return r.Run != newest })
}

// unite keeps each implementation once, and refuses two different ones that have the same id.
func (k *kept) unite() error {
	var once []implementation.Implementation
	for _, i := range k.found {
		n := slices.IndexFunc(once, func(o implementation.Implementation) bool { return o.ID == i.ID && o.Unavailable == i.Unavailable })
		switch {
		case n < 0:
			once = append(once, i)
		case i.Unavailable == "" && (once[n].Executable != i.Executable || !slices.Equal(once[n].Methods, i.Methods)):
			return usage(fmt.Errorf("%s is %s in one recording and %s in another; judge their folders one at a time", i.ID, once[n].Executable, i.Executable))
		}
	}
	implementation.Sort(once)
	k.found = once
	return nil
}

// judge judges the recordings. What has none counts as the end of a run before its end.
func (k *kept) judge(what conformance.Selection, expectations conformance.Expectations) (*report.Report, error) {
	plan, err := conformance.NewPlan(k.found, what)
	if err != nil {
		return nil, err
	}
	for n, cell := range plan.Cells { // left out then, it was not found to be absent
		if reason := k.leftOut(cell); reason != "" && cell.Skipped+cell.Absent != "" {
			plan.Cells[n].Skipped = reason
		}
	}
	result := &report.Report{Schema: report.Schema, Suite: version(), Implementations: k.found}
	tally := plan.Tally()
	var systems []string
	var end time.Time
	times := map[[3]string]int{}
	for _, r := range k.recordings {
		key := [3]string{r.Implementation.ID, r.Method, r.Program}
		times[key]++
		results := plan.Judge(r, expectations)
		for n := range results {
			results[n].Recording = report.RecordingPath(r, times[key])
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
		return "there is no recording of it"
	})
	return result, nil
}

// leftOut says by which selection a cell was left out when the recordings were made, or "".
func (k *kept) leftOut(c conformance.Cell) string {
	reason := k.skipped[[3]string{c.Implementation.ID, c.Method, c.Behavior.ID}]
	if strings.HasPrefix(reason, "not selected") {
		return reason
	}
	return ""
}

// copyTo keeps the recordings beside the results, and without a folder takes their names out of them.
func (k *kept) copyTo(output string, result *report.Report) error {
	if output == "" {
		for n := range result.Results {
			result.Results[n].Recording = ""
		}
		return nil
	}
	times := map[[3]string]int{}
	for _, r := range k.recordings {
		key := [3]string{r.Implementation.ID, r.Method, r.Program}
		times[key]++
		if err := r.Save(filepath.Join(output, filepath.FromSlash(report.RecordingPath(r, times[key])))); err != nil {
			return fmt.Errorf("a recording cannot be written: %w", err)
		}
	}
	return nil
}
