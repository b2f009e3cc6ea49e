package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func runCommand(status *int) *cobra.Command {
	var (
		where  search
		what   selection
		shown  display
		jobs   int
		repeat int
		known  knownDifferences
	)
	command := &cobra.Command{
		Use:   "run",
		Short: "Judge every implementation on this machine",
		Long: `Runs every program on every implementation that it finds, judges the recordings, and prints a table of the implementations,
the unexpected results by cause, the known differences, and the verdict.

Exit status: 0 conformant, or partial because of your selection; 1 unexpected results; 2 usage; 3 the suite itself failed;
4 nothing was judged, or the run was stopped.`,
		Example: `  singdance run                                          # everything on this machine
  singdance run --no-search --python ./python            # your own build, and Go's start methods
  singdance run --module billiard --behavior 'guard-*'   # a library, one group of behaviors
  singdance run --output results/                        # keep the report and all recordings`,
		Args: arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			if err := where.check(); err != nil {
				return err
			}
			if jobs < 1 {
				return usage(fmt.Errorf("--jobs must be at least 1, not %d", jobs))
			}
			if repeat < 1 || repeat > mostRepetitions {
				return usage(fmt.Errorf("--repeat must be from 1 to %d, not %d", mostRepetitions, repeat))
			}
			if err := errors.Join(what.check(), shown.check(command)); err != nil {
				return err
			}
			r := &runner{where: where, what: what.Selection, jobs: jobs, output: shown.output, strict: shown.strict, repeat: repeat, known: known}
			result, err := r.run(command)
			if result == nil {
				return err
			}
			if err := errors.Join(err, shown.publish(command, result)); err != nil {
				return err
			}
			*status = result.Status()
			return nil
		},
	}
	where.flags(command)
	known.flags(command)
	what.flags(command)
	shown.flags(command)
	flags := command.Flags()
	flags.IntVar(&jobs, "jobs", runtime.NumCPU(), "how many programs run at the same time")
	flags.IntVar(&repeat, "repeat", 1, "run everything N times, and report verdicts that differ")
	return command
}

// mostRepetitions is the largest --repeat.
const mostRepetitions = 10_000

// runner is one conformance run of the command.
type runner struct {
	where  search
	what   conformance.Selection
	jobs   int
	output string
	strict bool
	repeat int
	known  knownDifferences
}

// run finds implementations, runs the programs and judges them. When it returns, nothing of a program is left. It returns
// the results together with an error if they could not be kept.
func (r *runner) run(command *cobra.Command) (result *report.Report, err error) {
	ctx := command.Context()
	if err := prepareOutput(r.output); err != nil {
		return nil, err
	}
	expectations, err := r.known.load()
	if err != nil {
		return nil, err
	}
	s, err := stage.Open(stage.Options{TimeoutFactor: r.where.factor})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	result = &report.Report{
		Schema: report.Schema, Suite: version(), System: platform.Describe(), Started: time.Now().UTC(), Strict: r.strict,
	}
	if r.repeat > 1 {
		result.Repetitions = r.repeat
	}
	line := newLiveLine()
	line.draw("searching for implementations")
	result.Implementations, err = r.where.find(ctx, s)
	line.clear()
	if err != nil {
		return nil, err
	}
	plan, err := conformance.NewPlan(result.Implementations, r.what)
	if err != nil {
		return nil, err
	}
	if err := r.removeEarlier(); err != nil {
		return nil, err
	}
	keepErr := r.runPlan(command, s, plan, expectations, result)
	result.Stopped = ctx.Err() != nil
	result.Seconds = time.Since(result.Started).Seconds()
	result.Conclude()
	return result, keepErr
}

// prepareOutput checks that results can be written, before anything runs.
func prepareOutput(output string) error {
	if output == "" {
		return nil
	}
	err := os.MkdirAll(output, 0o755)
	if err == nil {
		var probe *os.File
		if probe, err = os.CreateTemp(output, ".probe-*"); err == nil { // a unique name: another run may check at the same time
			err = errors.Join(probe.Close(), os.Remove(probe.Name()))
		}
	}
	if err != nil {
		return usage(fmt.Errorf("cannot write to --output %q: %w; name a folder that is writable", output, err))
	}
	return nil
}

// removeEarlier removes the results of an earlier run from the folder. If this run were killed, they would look like its
// own. The recordings of the earlier run stay until they are replaced; each names its run.
func (r *runner) removeEarlier() error {
	if r.output == "" {
		return nil
	}
	for _, name := range []string{report.File, report.Summary, report.Page} {
		path := filepath.Join(r.output, name)
		info, err := os.Lstat(path)
		if err != nil || info.IsDir() {
			continue // if something else is in its place, writing the results reports it
		}
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("cannot remove the results of an earlier run: %w", err)
		}
	}
	return nil
}

// runPlan runs the plan, repeatedly if asked, and completes the results. It writes each recording when it arrives.
// It writes the recording of a repetition only if a verdict is new. A recording that cannot be written does not stop the run: the error is
// returned at the end.
func (r *runner) runPlan(command *cobra.Command, s *stage.Stage, plan conformance.Plan, expectations conformance.Expectations, result *report.Report) error {
	tasks := slices.Repeat(plan.Tasks(), r.repeat)
	progress := newRunProgress(tasks)
	defer progress.stop()
	var saveErr error
	tally := plan.Tally()
	repetition := map[stage.TaskKey]int{}
	s.RunAll(command.Context(), tasks, r.jobs, func(recording *stage.Recording) {
		results := plan.Judge(recording, expectations)
		progress.add(recording, results)
		repetition[recording.Key()]++
		if r.output != "" && recording.Outcome != stage.Stopped && tally.News(results) {
			path := report.RecordingPath(recording, repetition[recording.Key()])
			err := recording.Save(filepath.Join(r.output, filepath.FromSlash(path)))
			if err != nil && saveErr == nil {
				saveErr = fmt.Errorf("cannot write a recording: %w", err)
			}
			for n := range results {
				if err == nil {
					results[n].Recording = path
				}
			}
		}
		tally.Add(results)
	})
	result.Results = tally.Results(conformance.Stopped)
	return errors.Join(saveErr, r.checkRecordings(result))
}

// checkRecordings removes the names of recordings that no longer exist from the results, and returns an error about them.
func (r *runner) checkRecordings(result *report.Report) error {
	gone := map[string]bool{}
	for n, one := range result.Results {
		if one.Recording == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join(r.output, filepath.FromSlash(one.Recording))); err != nil {
			gone[one.Recording] = true
			result.Results[n].Recording = ""
		}
	}
	if len(gone) > 0 {
		return fmt.Errorf("%d recordings were removed from %s during the run", len(gone), r.output)
	}
	return nil
}
