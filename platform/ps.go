//go:build linux || freebsd || openbsd || netbsd || dragonfly

package platform

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// ps(1) is the portable way to the process table on the BSDs. Only what all of them have is asked for: the columns
// pid, ppid, pgid, state, lstart, ucomm and args, and the flag -e, which adds the environment to args. Each column has
// its own -o, because a header (here none, to get no header line) extends to the end of the argument. This file is
// built on Linux too, where it is tested; procps has these columns as well.

// startLayout is the layout of the column lstart in the C locale.
const startLayout = "Mon Jan _2 15:04:05 2006"

// startWords is the number of words in it.
const startWords = 5

// tableColumns are the columns that parseTable reads, the only one with spaces in its text last.
var tableColumns = []string{"-o", "pid=", "-o", "ppid=", "-o", "pgid=", "-o", "state=", "-o", "lstart=", "-o", "ucomm="}

// argumentColumns are the columns that parseArguments reads, unabridged.
var argumentColumns = []string{"-ww", "-o", "pid=", "-o", "args="}

// ps runs ps(1) in the C locale and in UTC.
func ps(arguments ...string) (string, error) {
	command := exec.Command("ps", arguments...)
	command.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
	output, err := command.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && len(exit.Stderr) == 0 {
			// None of the processes asked for exists.
			return string(output), nil
		}
		return "", fmt.Errorf("platform: ps %s: %w", strings.Join(arguments, " "), err)
	}
	return string(output), nil
}

// parseTable reads what ps prints for tableColumns.
func parseTable(text string) ([]row, error) {
	var rows []row
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		r, err := parseTableLine(line)
		if err != nil {
			return nil, fmt.Errorf("platform: ps printed %q: %w", line, err)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// parseTableLine reads one line: "  4711     1  4711 Ss   Mon Jan  2 15:04:05 2006 name". The start is "-" where
// the system has none, as for zombies.
func parseTableLine(line string) (row, error) {
	const fixed = 4 // pid, ppid, pgid, state
	words := strings.Fields(line)
	if len(words) <= fixed {
		return row{}, errors.New("too few columns")
	}
	var numbers [fixed - 1]int
	for i := range numbers {
		n, err := strconv.Atoi(words[i])
		if err != nil {
			return row{}, err
		}
		numbers[i] = n
	}
	r := row{Process: Process{PID: numbers[0], PPID: numbers[1], Group: numbers[2], State: Alive}}
	if strings.HasPrefix(words[fixed-1], "Z") {
		r.State = Zombie
	}
	rest := words[fixed:]
	if rest[0] == "-" {
		rest = rest[1:]
	} else {
		if len(rest) < startWords {
			return row{}, errors.New("too few words in the start")
		}
		start, err := time.Parse(startLayout, strings.Join(rest[:startWords], " "))
		if err != nil {
			return row{}, err
		}
		r.Start = start.Unix()
		rest = rest[startWords:]
	}
	r.Name = strings.Join(rest, " ")
	return r, nil
}

// parseArguments reads what ps prints for argumentColumns: the words behind each id.
func parseArguments(text string) map[int][]string {
	words := map[int][]string{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		pid, err := strconv.Atoi(fields[0])
		if err != nil {
			// An argument with a line end in it continues here.
			continue
		}
		words[pid] = fields[1:]
	}
	return words
}
