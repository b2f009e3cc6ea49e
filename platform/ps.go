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

// ps(1) is the portable way to read the process table on the BSDs. This file uses only what all of them have: the
// columns pid, ppid, pgid, state, lstart, ucomm and args, and the flag -e, which adds the environment to args. Each
// column needs its own -o: a header (here empty, so that no header line is printed) extends to the end of the argument.
// This file is built on Linux too, where it is tested; procps has these columns as well.

// startLayout is the format of the column lstart in the C locale.
const startLayout = "Mon Jan _2 15:04:05 2006"

// startWords is the number of words in startLayout.
const startWords = 5

// tableColumns are the columns that parseTable reads. The only column that may contain spaces is the last one.
var tableColumns = []string{"-o", "pid=", "-o", "ppid=", "-o", "pgid=", "-o", "state=", "-o", "lstart=", "-o", "ucomm="}

// argumentColumns are the columns that parseArguments reads. They are not truncated.
var argumentColumns = []string{"-ww", "-o", "pid=", "-o", "args="}

// ps runs ps(1) in the C locale and in UTC.
func ps(arguments ...string) (string, error) {
	command := exec.Command("ps", arguments...)
	command.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
	output, err := command.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) && len(exit.Stderr) == 0 {
			// None of the requested processes exists.
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

// parseTableLine reads one line: "  4711     1  4711 Ss   Mon Jan  2 15:04:05 2006 name". The start time is "-" if the
// system has none, as for zombies.
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
			return row{}, errors.New("too few words in the start time")
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

// parseArguments reads what ps prints for argumentColumns. It returns the words after each process ID.
func parseArguments(text string) map[int][]string {
	words := map[int][]string{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		pid, err := strconv.Atoi(fields[0])
		if err != nil {
			// This line continues an argument that contains a newline.
			continue
		}
		words[pid] = fields[1:]
	}
	return words
}
