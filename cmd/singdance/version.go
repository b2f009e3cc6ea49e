package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// version returns the version that the program was built from, or "(devel)" in a checkout.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the suite and of its formats",
		Args:  arguments(nothing),
		RunE: func(command *cobra.Command, _ []string) error {
			fmt.Fprintf(command.OutOrStdout(), "singdance %s, %s %s/%s\ndriver contract %d, results schema %d, recording schema %d\n",
				version(), runtime.Version(), runtime.GOOS, runtime.GOARCH,
				implementation.DriverVersion, report.Schema, stage.RecordingSchema)
			return nil
		},
	}
}
