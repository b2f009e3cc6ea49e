//go:build freebsd || openbsd || netbsd || dragonfly

package platform

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// allProcesses selects all processes where a process ID would select one.
const allProcesses = -1

// table returns all processes.
func table() ([]row, error) { return selectRows(allProcesses) }

// lookup returns one process, or nil if it does not exist.
func lookup(pid int) (*row, error) {
	rows, err := selectRows(pid)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// selectRows asks the kernel, or ps(1) if the kernel's records cannot be read. It always uses the same source, because
// the sources use different units for the start time.
func selectRows(pid int) ([]row, error) {
	switch {
	case kernelTableUsable():
		return kernelRows(pid)
	case pid == allProcesses:
		return rowsOf("-ax")
	default:
		return rowsOf("-p", strconv.Itoa(pid))
	}
}

// kernelTableUsable tests the layout of the kernel's records on this process, for which all values are known.
var kernelTableUsable = sync.OnceValue(func() bool {
	rows, err := kernelRows(os.Getpid())
	return err == nil && len(rows) == 1 && rows[0].matchesThisProcess()
})

// rowsOf asks ps(1) for the processes that the arguments select.
func rowsOf(arguments ...string) ([]row, error) {
	text, err := ps(append(arguments, tableColumns...)...)
	if err != nil {
		return nil, err
	}
	rows, err := parseTable(text)
	for i := range rows {
		rows[i].session = sessionOf(rows[i].PID)
	}
	return rows, err
}

// origins looks for the run's token among the words of the environments, which ps(1) shows for processes of the same
// user.
func origins(rows []row, token string) []origin {
	found := make([]origin, len(rows))
	text, err := ps(append([]string{"-ax", "-e"}, argumentColumns...)...)
	if err != nil {
		return found
	}
	words := parseArguments(text)
	for i, r := range rows {
		switch environment := words[r.PID]; {
		case slices.ContainsFunc(environment, func(variable string) bool { return strings.HasPrefix(variable, RunVariable+"="+token) }):
			found[i] = originThisRun
		case len(environment) > 0:
			found[i] = originForeign
		}
	}
	return found
}

// withCommands adds the arguments that ps(1) shows.
func withCommands(rows []row) ([]Process, error) {
	text, err := ps(append([]string{"-ax"}, argumentColumns...)...)
	if err != nil {
		return nil, err
	}
	words := parseArguments(text)
	list := make([]Process, len(rows))
	for i, r := range rows {
		list[i] = r.Process
		if r.State == Alive {
			list[i].Command = words[r.PID]
		}
	}
	return list, nil
}
