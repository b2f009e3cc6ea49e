package startmethods

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// An environment holds the fields of a Process that mean the same as those of exec.Cmd.
type environment struct {
	env                   []string
	dir                   string
	stdin, stdout, stderr *os.File
}

func (p *Process) environment() environment {
	return environment{env: p.Env, dir: p.Dir, stdin: p.Stdin, stdout: p.Stdout, stderr: p.Stderr}
}

// firstSet returns the name of the first field that is set, or "".
func (e environment) firstSet() string {
	switch {
	case e.env != nil:
		return "Env"
	case e.dir != "":
		return "Dir"
	case e.stdin != nil:
		return "Stdin"
	case e.stdout != nil:
		return "Stdout"
	case e.stderr != nil:
		return "Stderr"
	}
	return ""
}

// check returns an error for a value that would otherwise be lost or mean something else to the operating system.
func (e environment) check() error {
	for _, variable := range e.env {
		if strings.IndexByte(variable, 0) >= 0 {
			return fmt.Errorf("environment variable %q contains a NUL byte; remove it from Env", variable)
		}
	}
	for _, stream := range []struct {
		name string
		file *os.File
	}{{"Stdin", e.stdin}, {"Stdout", e.stdout}, {"Stderr", e.stderr}} {
		if stream.file == nil {
			continue
		}
		if err := checkOpen(stream.file); err != nil {
			return fmt.Errorf("cannot use the file in %s: %w; keep it open until Start returns", stream.name, err)
		}
	}
	return nil
}

// checkOpen returns an error if the file is closed. The operating system would be given the descriptor -1.
func checkOpen(file *os.File) error {
	conn, err := file.SyscallConn()
	if err != nil {
		return err
	}
	if conn.Control(func(uintptr) {}) != nil {
		return os.ErrClosed
	}
	return nil
}

// variables returns the environment variables of the child. It leaves what nil, a folder, duplicates and the required
// variables of Windows mean to os/exec.
func (e environment) variables() []string {
	return (&exec.Cmd{Env: e.env, Dir: e.dir}).Environ()
}

// files returns the child's three standard files. Without a Stdin, the first is the given null device.
func (e environment) files(null *os.File) []*os.File {
	return []*os.File{cmp.Or(e.stdin, null), cmp.Or(e.stdout, os.Stdout), cmp.Or(e.stderr, os.Stderr)}
}
