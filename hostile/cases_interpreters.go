package hostile

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// interpreterActs are about what is found in place of an interpreter.
func interpreterActs() []Act {
	odd := "it's a \"path\" with spaces, 唱歌, $HOME, %PATH%, & more; "
	if runtime.GOOS == "windows" {
		odd = strings.ReplaceAll(odd, `"`, "")
	}
	acts := []Act{
		{
			Name: "odd-path", Title: "is in a folder whose name has spaces, quotes, signs of a shell, and 200 characters", Expected: pass,
			folder: odd + strings.Repeat("x", 200-len(odd)),
		},
		{
			Name: "read-only-home", Title: "has a home that cannot be written", Expected: pass,
			environment: map[string]string{
				"HOME": os.DevNull, "XDG_CACHE_HOME": os.DevNull, "LocalAppData": os.DevNull, "USERPROFILE": os.DevNull,
			},
		},
		{
			Name: "directory", Title: "is a directory", Expected: Refused, Reason: "is a folder without an interpreter",
			install: func(folder string) (string, error) {
				path := filepath.Join(folder, "python3")
				return path, os.Mkdir(path, 0o700)
			},
		},
		{
			Name: "other-architecture", Title: "is for another processor", Expected: Refused, Reason: "cannot be performed on: it cannot be started: ",
			install: func(folder string) (string, error) {
				path := filepath.Join(folder, "python3"+suffix())
				return path, os.WriteFile(path, foreignProgram(), 0o700)
			},
		},
	}
	if runtime.GOOS != "windows" {
		acts = append(acts, Act{
			Name: "not-executable", Title: "is not executable", Expected: Refused, Reason: "cannot be started: .*permission denied",
			install: func(folder string) (string, error) {
				path := filepath.Join(folder, "python3")
				return path, os.WriteFile(path, []byte("#!/bin/sh\n"), 0o600)
			},
		})
	}
	return acts
}

// foreignProgram is the head of an ELF file for a processor that nobody has any more (e_machine 6), and of none of what
// macOS and Windows execute.
func foreignProgram() []byte {
	head := []byte("\x7fELF\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x06\x00\x01\x00\x00\x00")
	return append(head, make([]byte, 4096)...)
}

// suffix is that of executables.
func suffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}
