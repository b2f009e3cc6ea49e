package conformance

import (
	"slices"
	"strings"
)

// Condition says which implementations and start methods the expectation is about, such as "billiard <=4.3.2 on Python >=3.13,
// under fork and forkserver". It is empty if the expectation is about all.
func (e Expectation) Condition() string {
	subject := e.subject()
	var parts []string
	for _, part := range []struct{ preposition, value string }{
		{"on ", e.language()},
		{"on ", systemNames(e.Platforms)},
	} {
		if part.value != "" {
			parts = append(parts, part.preposition+part.value)
		}
	}
	if subject == "" && (len(parts) > 0 || len(e.Methods) > 0) {
		subject = "every implementation"
	}
	condition := strings.TrimSpace(subject + " " + strings.Join(parts, " "))
	if len(e.Methods) > 0 {
		condition += ", under " + Enumerate(e.Methods)
	}
	return condition
}

// subject names the modules that the expectation is about, each with its versions.
func (e Expectation) subject() string {
	modules := slices.Clone(e.Modules)
	if e.Module != "" {
		modules = append(modules, e.Module)
	}
	if e.ModuleVer != "" {
		if len(modules) == 0 {
			modules = []string{"every module"}
		}
		for n := range modules {
			modules[n] += " " + e.ModuleVer
		}
	}
	if e.ofGo() {
		return Enumerate(modules) + " (Go)"
	}
	return Enumerate(modules)
}

// ofGo reports whether the expectation is about a Go package with any version of Go.
func (e Expectation) ofGo() bool {
	return e.Interpreter == "go" && e.Version == "" && (e.Module != "" || len(e.Modules) > 0)
}

// language names the interpreters that the expectation is about, by the version of Python or by their own.
func (e Expectation) language() string {
	name, known := map[string]string{"": "Python", "cpython": "CPython", "pypy": "PyPy", "graalpy": "GraalPy", "go": "Go"}[e.Interpreter]
	if !known {
		name = e.Interpreter
	}
	switch {
	case e.Interpreter == "" && e.Version == "" && e.Release == "", e.ofGo():
		return ""
	case e.Version != "" && e.Release != "":
		return name + " " + e.Version + ", release " + e.Release
	case e.Release != "":
		return name + " release " + e.Release
	}
	return strings.TrimSpace(name + " " + e.Version)
}

// systemNames names the operating systems of platforms.
func systemNames(platforms []string) string {
	posix := []string{"darwin", "freebsd", "linux", "netbsd", "openbsd"}
	if slices.Equal(slices.Sorted(slices.Values(platforms)), posix) {
		return "POSIX"
	}
	names := map[string]string{
		"darwin": "macOS", "freebsd": "FreeBSD", "linux": "Linux", "netbsd": "NetBSD", "openbsd": "OpenBSD", "win32": "Windows",
	}
	var list []string
	for _, platform := range platforms {
		name, known := names[platform]
		if !known {
			name = platform
		}
		list = append(list, name)
	}
	return Enumerate(list)
}

// Enumerate joins words as a sentence does: "spawn, fork and forkserver".
func Enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
