// Command singdance is a conformance suite for process start methods.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/hostile"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/report"
)

func main() {
	golang.Dispatch() // this program is its own Go driver
	hostile.Dispatch()
	ctx, stop := signal.NotifyContext(context.Background(), interruptions()...)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	os.Exit(execute(ctx))
}

// interruptions returns the signals that stop a run. A stopped run reports what was judged and ends all programs.
func interruptions() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // nohup ignores it
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// execute runs the command and returns its exit status.
func execute(ctx context.Context) int {
	status := report.StatusConformant
	root := &cobra.Command{
		Use:           "singdance",
		Short:         "A conformance suite for process start methods: spawn, fork, forkserver",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version(),
		Args: func(_ *cobra.Command, given []string) error {
			if len(given) > 0 {
				return usage(fmt.Errorf("unknown command %q; run `singdance --help` for a list", given[0]))
			}
			return nil
		},
		RunE: func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(runCommand(&status), implementationsCommand(), listCommand(), explainCommand(),
		watchCommand(&status), hostileCommand(&status), diffCommand(&status), gateCommand(),
		judgeCommand(&status), expectationsCommand(), coverageCommand(), referenceCommand(), versionCommand())
	root.SetFlagErrorFunc(func(command *cobra.Command, err error) error {
		var invalid *pflag.InvalidValueError
		if errors.As(err, &invalid) {
			err = fmt.Errorf("--%s must be a number, not %q", invalid.GetFlag().Name, invalid.GetValue())
			if kind := invalid.GetFlag().Value.Type(); kind == "bool" {
				err = fmt.Errorf("--%s must be true or false, not %q", invalid.GetFlag().Name, invalid.GetValue())
			}
		}
		return usage(fmt.Errorf("%w; run `%s --help` for usage", err, command.CommandPath()))
	})
	if err := root.ExecuteContext(ctx); err != nil {
		if errors.Is(err, context.Canceled) {
			err = stoppedError{errors.New("stopped before anything was judged")}
		}
		fmt.Fprintln(os.Stderr, "singdance: "+plain.Lines(err.Error())) // it may quote what a program printed
		return statusOf(err)
	}
	return status
}

// usageError is a mistake in the command line.
type usageError struct{ error }

func usage(err error) error { return usageError{err} }

// stoppedError is an interrupt during the search for implementations.
type stoppedError struct{ error }

func statusOf(err error) int {
	var (
		request usageError
		named   implementation.UsageError
		unknown conformance.UnknownName
		empty   conformance.EmptySelection
		closed  gateError
		stopped stoppedError
	)
	switch {
	case errors.As(err, &request), errors.As(err, &named), errors.As(err, &unknown), errors.Is(err, path.ErrBadPattern):
		return report.StatusUsage
	case errors.As(err, &empty), errors.As(err, &stopped):
		return report.StatusInconclusive
	case errors.As(err, &closed):
		return report.StatusUnexpected
	}
	return report.StatusSuite
}

// arguments makes a wrong number of arguments a usage error.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(command *cobra.Command, given []string) error {
		if err := check(command, given); err != nil {
			return usage(fmt.Errorf("%w; run `%s --help` for usage", err, command.CommandPath()))
		}
		return nil
	}
}

// nothing accepts no arguments.
func nothing(_ *cobra.Command, given []string) error {
	if len(given) > 0 {
		return fmt.Errorf("unexpected argument %q", given[0])
	}
	return nil
}
