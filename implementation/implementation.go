// Package implementation finds the implementations of start methods on this machine and probes what they offer.
package implementation

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Implementation is one thing that starts processes: a module of one interpreter, or this module's own startmethods.
// What it offers was told by its probe; nothing is inferred from the operating system's name.
type Implementation struct {
	ID            string   `json:"id"`                       // unique on this machine: cpython-3.14.6, pypy-3.11.15+billiard, go-1.26
	Interpreter   string   `json:"interpreter,omitempty"`    // cpython, pypy, go, …
	Version       string   `json:"version,omitempty"`        // the version that its documentation speaks of
	Release       string   `json:"release,omitempty"`        // the interpreter's own version, where it has another
	Module        string   `json:"module,omitempty"`         // multiprocessing, billiard, …, startmethods
	ModuleVersion string   `json:"module_version,omitempty"` // empty where the module comes with the interpreter
	Platform      string   `json:"platform,omitempty"`       // as Python's sys.platform: linux, darwin, win32, …
	Machine       string   `json:"machine,omitempty"`
	Executable    string   `json:"executable,omitempty"`
	Venv          bool     `json:"venv,omitempty"`
	Methods       []string `json:"methods,omitempty"` // in the order that the implementation reports
	Default       string   `json:"default,omitempty"`
	Programs      []string `json:"programs,omitempty"` // that its driver can perform; empty: all but those in Lacks

	Lacks       map[string]string `json:"lacks,omitempty"`       // the programs that it cannot have, each with the reason
	Origin      string            `json:"origin"`                // where it was found: "PATH", "pyenv", "py launcher", "embedded", "this program", "--python", "--driver"
	Unavailable string            `json:"unavailable,omitempty"` // why it cannot be performed on; empty if it can

	Driver []string `json:"driver"`        // the command that takes hello, probe and run
	Run    []string `json:"run,omitempty"` // the command that performs a program; "{program}" stands for its id
}

// Command is what performs the program: the driver's own template, or the driver with the verb run.
func (i Implementation) Command(program string) []string {
	if len(i.Run) == 0 {
		return append(slices.Clone(i.Driver), "run", program)
	}
	command := make([]string, len(i.Run))
	for n, word := range i.Run {
		command[n] = strings.ReplaceAll(word, "{program}", program)
	}
	return command
}

// Offers says whether the implementation reports the start method.
func (i Implementation) Offers(method string) bool { return slices.Contains(i.Methods, method) }

// Lacking reports whether the implementation cannot run the program, and why. The reason is the driver's own if the driver
// gave one in Lacks.
func (i Implementation) Lacking(program string) (reason string, lacking bool) {
	if reason := i.Lacks[program]; reason != "" {
		return reason, true
	}
	if len(i.Programs) > 0 && !slices.Contains(i.Programs, program) {
		return "the driver does not have the program " + program + " and gives no reason", true
	}
	return "", false
}

// Matches says whether the implementation is selected by a pattern: its id, a shell pattern of ids (cpython-3.1*), or
// the path of its executable. A broken pattern is an error.
func (i Implementation) Matches(pattern string) (bool, error) {
	matched, err := path.Match(pattern, i.ID)
	if err != nil {
		return false, fmt.Errorf("%q is not a pattern of implementation ids: %w", pattern, err)
	}
	return matched || pattern == i.Executable, nil
}

// baseID is the id before it is made unique.
func (i Implementation) baseID() string {
	id := i.Interpreter + "-" + i.Version
	if i.Venv {
		id += "-venv"
	}
	if i.Origin == OriginEmbedded {
		id += "-embedded"
	}
	if !standardModule(i.Module) {
		id += "+" + i.Module
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune(".+-_", r):
			return r
		}
		return '_' // an id is a part of file names and of labels
	}, id)
}

// standardModule says whether a module is what its interpreter is known for, so that ids need not name it.
func standardModule(module string) bool {
	return module == "" || module == "multiprocessing" || module == "startmethods"
}

// Name is the id, or for what has none, because it could not be probed, its path.
func (i Implementation) Name() string {
	if i.Version == "" {
		return i.Executable
	}
	return i.ID
}
