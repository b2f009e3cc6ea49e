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
	"golang.org/x/term"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

func runCommand(status *int) *cobra.Command {
	var (
		where  search
		what   conformance.Selection
		jobs   int
		output string
		strict bool
		repeat int
		known  knowledge
	)
	command := &cobra.Command{
		Use:   "run",
		Short: "Judge every implementation on this machine",
		Long: `Performs every program on every implementation that is found, judges the recordings, and prints the matrix, each
unexpected result with its evidence, and the verdict.

Exit status: 0 conformant, or partial by your own selection; 1 unexpected results; 2 usage; 3 the suite itself failed;
4 nothing was judged, or the run was stopped.`,
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
			if output == "" && command.Flags().Changed("output") {
				return usage(fmt.Errorf("--output is empty; name a folder")) // not to be taken for no wish to keep them
			}
			r := &runner{where: where, what: what, jobs: jobs, output: output, strict: strict, repeat: repeat, known: known}
			result, err := r.run(command)
			if result == nil {
				return err
			}
			if err := errors.Join(err, tell(command, result, output)); err != nil {
				return err
			}
			*status = result.Status()
			return nil
		},
	}
	where.flags(command)
	known.flags(command)
	flags := command.Flags()
	flags.StringArrayVar(&what.Implementations, "implementation", nil, "perform only on these: an id, a pattern such as 'cpython-3.1*', or a path (repeatable)")
	flags.StringArrayVar(&what.Methods, "method", nil, "only these start methods, names or patterns (repeatable)")
	flags.StringArrayVar(&what.Behaviors, "behavior", nil, "only these behaviors, ids or patterns (repeatable)")
	flags.IntVar(&jobs, "jobs", runtime.NumCPU(), "how many programs are performed at a time")
	flags.IntVar(&repeat, "repeat", 1, "perform everything so often, and report verdicts that differ")
	flags.StringVar(&output, "output", "", "a folder for results.json, matrix.md, report.html and the recordings")
	flags.BoolVar(&strict, "strict", false, "a known difference that is gone counts as unexpected")
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
	known  knowledge
}

// run finds, performs and judges. When it returns nothing of that is left, and what was judged can be told, with what
// could not be kept as the error.
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
	bar := newProgress("looking for implementations", 0)
	result.Implementations, err = r.where.find(ctx, s)
	bar.stop()
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
	keepErr := r.perform(command, s, plan, expectations, result)
	result.Stopped = ctx.Err() != nil
	result.Seconds = time.Since(result.Started).Seconds()
	result.Conclude()
	return result, keepErr
}

// prepareOutput finds out before anything is performed whether the results can be written.
func prepareOutput(output string) error {
	if output == "" {
		return nil
	}
	err := os.MkdirAll(output, 0o755)
	if err == nil {
		var probe *os.File
		if probe, err = os.CreateTemp(output, ".probe-*"); err == nil { // a name of its own: another run may look as well
			err = errors.Join(probe.Close(), os.Remove(probe.Name()))
		}
	}
	if err != nil {
		return usage(fmt.Errorf("--output %s cannot be written; name a folder that can: %w", output, err))
	}
	return nil
}

// removeEarlier removes the results of an earlier run from the folder, which would be taken for this one's if it were
// killed. The recordings stay until they are replaced, and tell whose they are.
func (r *runner) removeEarlier() error {
	if r.output == "" {
		return nil
	}
	for _, name := range []string{report.File, report.Summary, report.Page} {
		path := filepath.Join(r.output, name)
		info, err := os.Lstat(path)
		if err != nil || info.IsDir() {
			continue // there is none; what else is in its place is told when the results are to be written
		}
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("the results of an earlier run cannot be removed: %w", err)
		}
	}
	return nil
}

// perform runs the plan, as often as is wanted, and completes the results. It keeps each recording as it comes, of
// repetitions those that have another verdict than the ones before. What cannot be kept is told in the end, and stops
// nothing.
func (r *runner) perform(command *cobra.Command, s *stage.Stage, plan conformance.Plan, expectations conformance.Expectations, result *report.Report) error {
	tasks := slices.Repeat(plan.Tasks(), r.repeat)
	bar := newProgress("performing", len(tasks))
	defer bar.stop()
	var saveErr error
	tally := plan.Tally()
	repetition := map[[3]string]int{}
	unexpected := 0
	s.RunAll(command.Context(), tasks, r.jobs, func(recording *stage.Recording) {
		results := plan.Judge(recording, expectations)
		for _, one := range results {
			if one.Verdict.Unexpected() {
				unexpected++
			}
		}
		bar.step(fmt.Sprintf("%d unexpected; last: %s %s %s", unexpected, recording.Implementation.ID, recording.Method, recording.Program))
		key := [3]string{recording.Implementation.ID, recording.Method, recording.Program}
		repetition[key]++
		if r.output != "" && recording.Outcome != stage.Stopped && tally.News(results) {
			path := report.RecordingPath(recording, repetition[key])
			err := recording.Save(filepath.Join(r.output, filepath.FromSlash(path)))
			if err != nil && saveErr == nil {
				saveErr = fmt.Errorf("a recording cannot be written: %w", err)
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
	return errors.Join(saveErr, r.present(result))
}

// present says which recordings are not there any more, and takes their names out of the results.
func (r *runner) present(result *report.Report) error {
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
		return fmt.Errorf("%d recordings are gone from %s, where they were written", len(gone), r.output)
	}
	return nil
}

// tell prints the report, and writes it where it was asked for.
func tell(command *cobra.Command, result *report.Report, output string) error {
	width, color := 120, false
	if file := int(os.Stdout.Fd()); term.IsTerminal(file) {
		color = os.Getenv("NO_COLOR") == ""
		if columns, _, err := term.GetSize(file); err == nil && columns > 0 {
			width = columns
		}
	}
	// Kept before it is printed: who reads it may have gone, as of a pipe to head(1), which ends this process.
	var saveErr error
	if output != "" {
		if saveErr = result.Save(output); saveErr != nil {
			saveErr = fmt.Errorf("the results cannot be written: %w", saveErr)
		}
	}
	summaryErr := result.AppendSummary(os.Getenv("GITHUB_STEP_SUMMARY"))
	result.Text(command.OutOrStdout(), width, color)
	return errors.Join(saveErr, summaryErr)
}
