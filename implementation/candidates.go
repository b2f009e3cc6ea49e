package implementation

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

// Where an implementation was found: values of Implementation.Origin.
const (
	OriginSelf     = "this program"
	OriginEmbedded = "embedded"
	OriginPath     = "PATH"
	OriginPyenv    = "pyenv"
	OriginLauncher = "py launcher"
	OriginPython   = "--python"
	OriginDriver   = "--driver"
)

// candidate is a file that may be an interpreter.
type candidate struct {
	path   string
	origin string
}

// pythonName matches the file names of interpreters in PATH.
var pythonName = regexp.MustCompile(`^(python|python3(\.\d+)?t?|pypy3(\.\d+)?)(\.exe)?$`)

// inPath returns the files in the folders of PATH that have the name of an interpreter, in the order of PATH.
func inPath(path string) []candidate {
	var found []candidate
	for _, folder := range filepath.SplitList(path) {
		if !filepath.IsAbs(folder) {
			continue // a relative path means another folder in each run, because each run has its own working folder
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // PATH often names folders that do not exist
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

// isFolder reports whether a path is a folder. It returns false for a broken link, so that the link is listed with the
// reason why it cannot be used.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// inPyenv returns the interpreters that pyenv or pyenv-win has installed.
func inPyenv(root string) []candidate {
	if root == "" {
		return nil
	}
	var found []candidate
	for _, pattern := range []string{
		"versions/*/bin/python",
		"versions/*/python.exe",
		"pyenv-win/versions/*/python.exe",
	} {
		paths, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern))) // fails only for an invalid pattern
		for _, path := range paths {
			found = append(found, candidate{path, OriginPyenv})
		}
	}
	return found
}

// pyenvRoot returns the folder of pyenv, or "" if it is not known.
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

// inLauncherList returns the interpreters in the output of `py -0p`. Each line ends with the path of an interpreter (PEP 397):
// " -V:3.14 *  C:\…\python.exe".
func inLauncherList(output string) []candidate {
	var found []candidate
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		if start := strings.Index(line, ":\\"); start > 0 && strings.HasSuffix(strings.ToLower(line), ".exe") {
			found = append(found, candidate{line[start-1:], OriginLauncher})
		}
	}
	return found
}

// folderName matches the file names of interpreters in a folder that --python names. It allows more names than pythonName,
// such as py3.12.1. Other files must not be started, because the folder may be /usr/bin.
var folderName = regexp.MustCompile(`^(c?python|pypy|graalpy|py)[0-9.]*t?d?(\.exe)?$`)

// atPath returns the interpreter at a path of --python or, if the path is a folder, the interpreters in it.
func atPath(path string) ([]candidate, error) {
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
		if !folderName.MatchString(strings.ToLower(entry.Name())) {
			continue
		}
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && isExecutable(info) {
			found = append(found, candidate{file, OriginPython})
		}
	}
	return found, nil
}

// isExecutable reports whether a file can be executed, from its mode bits or, on Windows, from its suffix.
func isExecutable(info os.FileInfo) bool {
	if runtime.GOOS == "windows" {
		return strings.EqualFold(filepath.Ext(info.Name()), ".exe")
	}
	return info.Mode().Perm()&0o111 != 0
}

// withoutLinks leaves out candidates that are the same file as an earlier candidate in the same folder, such as python,
// python3 and python3.11 of one installation, so that each file is started once. It keeps links to other folders, because
// the interpreter of a virtual environment is such a link and a different implementation.
func withoutLinks(candidates []candidate) []candidate {
	type location struct{ folder, file string }
	var seen []location
	return slices.DeleteFunc(candidates, func(c candidate) bool {
		file, err := filepath.EvalSymlinks(c.path)
		if err != nil {
			return false // a broken link is listed with the reason why it cannot be used
		}
		here := location{filepath.Dir(c.path), file}
		if slices.Contains(seen, here) {
			return true
		}
		seen = append(seen, here)
		return false
	})
}
