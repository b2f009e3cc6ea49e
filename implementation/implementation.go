// Package implementation finds the implementations of start methods on this machine, and asks each for its properties.
package implementation

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Implementation is an implementation of start methods: a module of an interpreter, or the Go package startmethods. Its
// properties come from the driver's answer to probe. Nothing is derived from the name of the operating system.
type Implementation struct {
	ID            string   `json:"id"`                       // unique on this machine: cpython-3.14.6, pypy-3.11.15+billiard, go-1.26
	Interpreter   string   `json:"interpreter,omitempty"`    // cpython, pypy, go, …
	Version       string   `json:"version,omitempty"`        // the version of the language, which its documentation uses
	Release       string   `json:"release,omitempty"`        // the version of the interpreter, if that is a different number
	Module        string   `json:"module,omitempty"`         // multiprocessing, billiard, …, startmethods
	ModuleVersion string   `json:"module_version,omitempty"` // empty if the module is part of the interpreter
	Platform      string   `json:"platform,omitempty"`       // like Python's sys.platform: linux, darwin, win32, …
	Machine       string   `json:"machine,omitempty"`
	Executable    string   `json:"executable,omitempty"`
	Venv          bool     `json:"venv,omitempty"`
	Methods       []string `json:"methods,omitempty"` // in the order that the implementation reports
	Default       string   `json:"default,omitempty"`
	Programs      []string `json:"programs,omitempty"` // the programs that the driver can run; if empty, all that are not in Lacks

	Lacks       map[string]string `json:"lacks,omitempty"`       // the programs that the driver cannot run, with the reasons
	Origin      string            `json:"origin"`                // where it was found: OriginPath, OriginPyenv, …
	Unavailable string            `json:"unavailable,omitempty"` // why it cannot be used; empty if it can

	Driver []string `json:"driver"`        // the command to which hello, probe or run is appended
	Run    []string `json:"run,omitempty"` // the command that runs a program; "{program}" stands for its ID
}

// Command returns the command that runs a program: the driver's template or, if there is none, the driver with run and the
// ID of the program.
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

// Offers reports whether the implementation has the start method.
func (i Implementation) Offers(method string) bool { return slices.Contains(i.Methods, method) }

// Lacking reports whether the implementation cannot run the program, and why.
func (i Implementation) Lacking(program string) (reason string, lacking bool) {
	if reason := i.Lacks[program]; reason != "" {
		return reason, true
	}
	if len(i.Programs) > 0 && !slices.Contains(i.Programs, program) {
		return "the driver does not have the program " + program + " and gives no reason", true
	}
	return "", false
}

// Matches reports whether a pattern selects the implementation. A pattern is an ID, the beginning of an ID up to a "." or "-"
// (cpython-3.14), a shell pattern of IDs (cpython-3.1*), or the path of the executable.
func (i Implementation) Matches(pattern string) (bool, error) {
	matched, err := path.Match(pattern, i.ID)
	if err != nil {
		return false, fmt.Errorf("invalid pattern of implementation IDs %q: %w", pattern, err)
	}
	rest, begins := strings.CutPrefix(i.ID, pattern)
	return matched || begins && strings.IndexAny(rest, ".-") == 0 || pattern == i.Executable, nil
}

// baseID returns the ID without the number that makes it unique.
func (i Implementation) baseID() string {
	id := i.Interpreter + "-" + i.Version
	if i.Venv {
		id += "-venv"
	}
	if i.Origin == OriginEmbedded {
		id += "-embedded"
	}
	if i.IsLibrary() {
		id += "+" + i.Module
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune(".+-_", r):
			return r
		}
		return '_' // IDs are used in file names and labels
	}, id)
}

// IsLibrary reports whether the module is not the standard one of its interpreter. IDs name the modules of libraries only.
func (i Implementation) IsLibrary() bool {
	return i.Module != "" && i.Module != "multiprocessing" && i.Module != "startmethods"
}

// ModuleTitle returns the module with its version, if it has one of its own.
func (i Implementation) ModuleTitle() string {
	return strings.TrimSpace(i.Module + " " + i.ModuleVersion)
}

// Title returns the ID and, for a library, its version.
func (i Implementation) Title() string {
	if !i.IsLibrary() || i.ModuleVersion == "" {
		return i.ID
	}
	return i.ID + " " + i.ModuleVersion
}

// Name returns the ID or, if the implementation could not be probed, the path of the executable.
func (i Implementation) Name() string {
	if i.Version == "" {
		return i.Executable
	}
	return i.ID
}
