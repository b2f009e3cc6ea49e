package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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
		known  knowledge
	)
	command := &cobra.Command{
		Use:   "run",
		Short: "Judge every implementation on this machine",
		Long: `Performs every program on every implementation that is found, judges the recordings, and prints the matrix, each
unexpected result with its evidence, and the verdict.

Exit status: 0 conformant, or partial by your own selection; 1 unexpected results; 2 usage; 3 the suite itself failed;
4 nothing was judged, or the run was stopped.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(command *cobra.Command, _ []string) error {
			if err := where.check(); err != nil {
				return err
			}
			if jobs < 1 {
				return usage(fmt.Errorf("--jobs must be at least 1, not %d", jobs))
			}
			if output == "" && command.Flags().Changed("output") {
				return usage(fmt.Errorf("--output is empty; name a folder")) // not to be taken for no wish to keep them
			}
			r := &runner{where: where, what: what, jobs: jobs, output: output, strict: strict, known: known}
			result, err := r.run(command)
			if err != nil {
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
	flags.StringVar(&output, "output", "", "a folder for results.json, matrix.md and the recordings")
	flags.BoolVar(&strict, "strict", false, "a known difference that is gone counts as unexpected")
	return command
}

// runner is one conformance run of the command.
type runner struct {
	where  search
	what   conformance.Selection
	jobs   int
	output string
	strict bool
	known  knowledge
}

func (r *runner) run(command *cobra.Command) (result *report.Report, err error) {
	ctx := command.Context()
	if err := r.prepareOutput(); err != nil {
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
	defer func() {
		if closeErr := s.Close(); err == nil {
			err = closeErr
		}
	}()
	result = &report.Report{
		Schema: report.Schema, Suite: version(), System: platform.Describe(), Started: time.Now().UTC(), Strict: r.strict,
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
	if err := r.perform(command, s, plan, expectations, result); err != nil {
		return nil, err
	}
	result.Stopped = ctx.Err() != nil
	result.Seconds = time.Since(result.Started).Seconds()
	result.Conclude()
	return result, r.tell(command, result)
}

// prepareOutput finds out before anything is performed whether the results can be written.
func (r *runner) prepareOutput() error {
	if r.output == "" {
		return nil
	}
	err := os.MkdirAll(r.output, 0o755)
	if err == nil {
		probe := filepath.Join(r.output, ".probe")
		if err = os.WriteFile(probe, nil, 0o600); err == nil {
			err = os.Remove(probe)
		}
	}
	if err != nil {
		return usage(fmt.Errorf("--output %s cannot be written; name a folder that can: %w", r.output, err))
	}
	return nil
}

// perform runs the plan, keeps each recording as it comes, and completes the results.
func (r *runner) perform(command *cobra.Command, s *stage.Stage, plan conformance.Plan, expectations conformance.Expectations, result *report.Report) error {
	tasks := len(plan.Tasks())
	bar := newProgress("performing", tasks)
	defer bar.stop()
	var saveErr error
	recorded := map[[3]string]string{}
	unexpected := 0
	result.Results = plan.Run(command.Context(), s, r.jobs, expectations, func(recording *stage.Recording, results []conformance.Result) {
		for _, one := range results {
			if one.Verdict.Unexpected() {
				unexpected++
			}
		}
		bar.step(fmt.Sprintf("%d unexpected; last: %s %s %s", unexpected, recording.Implementation.ID, recording.Method, recording.Program))
		if r.output == "" {
			return
		}
		path := report.RecordingPath(recording)
		if err := recording.Save(filepath.Join(r.output, filepath.FromSlash(path))); err != nil && saveErr == nil {
			saveErr = fmt.Errorf("a recording cannot be written: %w", err)
		}
		recorded[[3]string{recording.Implementation.ID, recording.Method, recording.Program}] = path
	})
	for n, one := range result.Results {
		b, _ := conformance.Find(one.Behavior)
		result.Results[n].Recording = recorded[[3]string{one.Implementation, one.Method, b.Program}]
	}
	return saveErr
}

// tell prints the report, and writes it where it was asked for.
func (r *runner) tell(command *cobra.Command, result *report.Report) error {
	width, color := 120, false
	if file := int(os.Stdout.Fd()); term.IsTerminal(file) {
		color = os.Getenv("NO_COLOR") == ""
		if columns, _, err := term.GetSize(file); err == nil && columns > 0 {
			width = columns
		}
	}
	result.Text(command.OutOrStdout(), width, color)
	if r.output != "" {
		if err := result.Save(r.output); err != nil {
			return fmt.Errorf("the results cannot be written: %w", err)
		}
	}
	return result.AppendSummary(os.Getenv("GITHUB_STEP_SUMMARY"))
}
