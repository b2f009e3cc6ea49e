package implementation

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

// Where a candidate was found.
const (
	OriginSelf     = "this program"
	OriginEmbedded = "embedded"
	OriginPath     = "PATH"
	OriginPyenv    = "pyenv"
	OriginLauncher = "py launcher"
	OriginPython   = "--python"
	OriginDriver   = "--driver"
)

// candidate is a file that may turn out to be an interpreter.
type candidate struct {
	path   string
	origin string
}

// pythonName matches the names under which interpreters are installed, with and without Windows' suffix.
var pythonName = regexp.MustCompile(`^(python|python3(\.\d+)?t?|pypy3(\.\d+)?)(\.exe)?$`)

// onPath lists the interpreters' names in the folders of PATH, in PATH's order.
func onPath(path string) []candidate {
	var found []candidate
	for _, folder := range filepath.SplitList(path) {
		if !filepath.IsAbs(folder) {
			continue // it would be another folder in the working folder of each run
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // PATH names folders that do not exist on most machines
		}
		for _, entry := range entries {
			file := filepath.Join(folder, entry.Name())
			if pythonName.MatchString(strings.ToLower(entry.Name())) && !isFolder(file) {
				found = append(found, candidate{file, OriginPath})
			}
		}
	}
	return found
}

// isFolder says whether a path leads to a folder. What cannot be looked at may be a broken interpreter, and is listed.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// underPyenv lists the interpreters that pyenv (or pyenv-win) has installed.
func underPyenv(root string) []candidate {
	if root == "" {
		return nil
	}
	var found []candidate
	for _, pattern := range []string{
		"versions/*/bin/python",
		"versions/*/python.exe",
		"pyenv-win/versions/*/python.exe",
	} {
		paths, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern))) // the pattern is well-formed
		for _, path := range paths {
			found = append(found, candidate{path, OriginPyenv})
		}
	}
	return found
}

func pyenvRoot() string {
	if root := os.Getenv("PYENV_ROOT"); root != "" {
		return root
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, ".pyenv")
}

// launcherPaths reads what `py -0p` prints: one interpreter a line, its path last (PEP 397; " -V:3.14 *  C:\…\python.exe").
func launcherPaths(output string) []candidate {
	var found []candidate
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		if start := strings.Index(line, ":\\"); start > 0 && strings.HasSuffix(strings.ToLower(line), ".exe") {
			found = append(found, candidate{line[start-1:], OriginLauncher})
		}
	}
	return found
}

// givenName matches what is taken for an interpreter in a folder of --python. The names may be freer than in PATH
// (py3.12.1), but nothing else in such a folder is started: it may be /usr/bin.
var givenName = regexp.MustCompile(`^(c?python|pypy|graalpy|py)[0-9.]*t?d?(\.exe)?$`)

// given resolves a path of --python: an interpreter, or a folder of interpreters, each of which is tried.
func given(path string) ([]candidate, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []candidate{{path, OriginPython}}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var found []candidate
	for _, entry := range entries {
		file := filepath.Join(path, entry.Name())
		if !givenName.MatchString(strings.ToLower(entry.Name())) {
			continue
		}
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && executable(info) {
			found = append(found, candidate{file, OriginPython})
		}
	}
	return found, nil
}

// executable says whether a file can be run: by its mode bits or, on Windows, which has none, by its suffix.
func executable(info os.FileInfo) bool {
	if runtime.GOOS == "windows" {
		return strings.EqualFold(filepath.Ext(info.Name()), ".exe")
	}
	return info.Mode().Perm()&0o111 != 0
}

// distinct drops candidates that are links to an earlier one's very file in the same folder (python, python3 and
// python3.11 of one installation), so that each is started once. Links between folders are kept: a virtual
// environment is such a link and another implementation. Shims of version managers are files of their own.
func distinct(candidates []candidate) []candidate {
	type place struct{ folder, file string }
	var seen []place
	return slices.DeleteFunc(candidates, func(c candidate) bool {
		file, err := filepath.EvalSymlinks(c.path)
		if err != nil {
			return false // a broken link is listed with its reason
		}
		here := place{filepath.Dir(c.path), file}
		if slices.Contains(seen, here) {
			return true
		}
		seen = append(seen, here)
		return false
	})
}
