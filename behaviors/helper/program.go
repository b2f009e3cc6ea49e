package helper

import (
	"cmp"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/platform"
)

// program is the program that most behaviors of this group are judged on.
const program = "helper-processes"

// noHelpers is the reason of what is absent without helper processes, as under fork.
const noHelpers = "there are no helper processes"

// pids returns the IDs of processes.
func pids(processes []platform.Process) []int {
	var list []int
	for _, p := range processes {
		list = append(list, p.PID)
	}
	return list
}

func byPID(a, b platform.Process) int { return cmp.Compare(a.PID, b.PID) }

// namesOrNone lists processes by ID and name, or says that there are none.
func namesOrNone(processes []platform.Process) string {
	if len(processes) == 0 {
		return "none"
	}
	return conformance.ProcessNames(processes)
}
