package hostile

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// interpreterCases returns the cases about the path and the file of an interpreter.
func interpreterCases() []Case {
	unusual := "it's a \"path\" with spaces, 唱歌, $HOME, %PATH%, & more; "
	if runtime.GOOS == "windows" {
		unusual = strings.ReplaceAll(unusual, `"`, "")
	}
	cases := []Case{
		{
			ID: "interpreter-in-unusual-path", Description: "is in a folder whose name has spaces, quotes, shell characters, and 200 bytes", ExpectedVerdict: pass,
			folder: unusual + strings.Repeat("x", 200-len(unusual)),
		},
		{
			ID: "home-not-writable", Description: "runs in an environment without a writable home folder", ExpectedVerdict: pass,
			environment: map[string]string{
				"HOME": os.DevNull, "XDG_CACHE_HOME": os.DevNull, "LocalAppData": os.DevNull, "USERPROFILE": os.DevNull,
			},
		},
		{
			ID: "interpreter-is-folder", Description: "is a folder", ExpectedVerdict: Refused, ExpectedReason: "has no interpreter",
			install: func(folder string) (string, error) {
				path := filepath.Join(folder, "python3")
				return path, os.Mkdir(path, 0o700)
			},
		},
		{
			ID: "interpreter-of-other-processor", Description: "is an executable for another processor architecture", ExpectedVerdict: Refused, ExpectedReason: "cannot be used: the driver could not be started: ",
			install: func(folder string) (string, error) {
				path := filepath.Join(folder, "python3"+executableSuffix())
				return path, os.WriteFile(path, otherProcessorProgram(), 0o700)
			},
		},
	}
	if runtime.GOOS != "windows" {
		cases = append(cases, Case{
			ID: "interpreter-not-executable", Description: "is a file without execute permission", ExpectedVerdict: Refused, ExpectedReason: "could not be started: .*permission denied",
			install: func(folder string) (string, error) {
				path := filepath.Join(folder, "python3")
				return path, os.WriteFile(path, []byte("#!/bin/sh\n"), 0o600)
			},
		})
	}
	return cases
}

// otherProcessorProgram returns an ELF header for a processor that is no longer made (e_machine 6). macOS and Windows do not
// execute ELF files.
func otherProcessorProgram() []byte {
	head := []byte("\x7fELF\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x06\x00\x01\x00\x00\x00")
	return append(head, make([]byte, 4096)...)
}

// executableSuffix returns the file name suffix of executables.
func executableSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}
