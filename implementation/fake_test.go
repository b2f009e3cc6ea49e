package implementation_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	. "github.com/onsi/gomega"
)

// The fake interpreters are this test binary under another name: beside each lies a file with its answers, and a process
// that finds such a file is a fake. So discovery is exercised end to end, and no interpreter is needed.
const answersSuffix = ".answers"

// fake is what a fake interpreter answers.
type fake struct {
	Hello reply
	Probe reply            // when asked about multiprocessing, or about no module
	More  map[string]reply // when asked about another module
	List  reply            // of a fake of the py launcher, to -0p
}

// reply is one answer.
type reply struct {
	Stdout, Stderr string
	Status         int
	End            string // "hang" or "signal" instead of ending with the status
}

func TestMain(m *testing.M) {
	called, err := exec.LookPath(os.Args[0]) // by its name alone, if it is in PATH
	if err != nil {
		called = os.Args[0]
	}
	if text, err := os.ReadFile(answersOf(called)); err == nil {
		play(text)
	}
	// A race build's process waits a second at its end otherwise, each fake included.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// answersOf is the file with the answers of a fake, which may be called by way of a link.
func answersOf(path string) string {
	if _, err := os.Lstat(path + answersSuffix); err == nil {
		return path + answersSuffix
	}
	if file, err := filepath.EvalSymlinks(path); err == nil {
		path = file
	}
	return path + answersSuffix
}

// play answers one call as a fake, and does not return.
func play(text []byte) {
	var f fake
	if err := json.Unmarshal(text, &f); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
	var r reply
	switch verb := os.Args[len(os.Args)-1]; verb {
	case "hello":
		r = f.Hello
	case "probe":
		r = f.Probe
		if module := os.Getenv("SINGDANCE_MODULE"); module != "" && module != "multiprocessing" {
			more, found := f.More[module]
			if !found {
				more = reply{Stderr: "ModuleNotFoundError: No module named '" + module + "'", Status: 1}
			}
			r = more
		}
	case "-0p":
		r = f.List
	default:
		r = reply{Stderr: "unknown verb " + verb, Status: 98}
	}
	fmt.Print(r.Stdout)
	fmt.Fprint(os.Stderr, r.Stderr)
	switch r.End {
	case "hang":
		for {
			time.Sleep(time.Hour) // until it is killed
		}
	case "signal":
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		fmt.Fprintln(os.Stderr, err)
		for {
			time.Sleep(time.Hour) // the signal is on its way
		}
	}
	os.Exit(r.Status)
}

// says is a reply of one JSON object.
func says(fields map[string]any) reply {
	text, err := json.Marshal(fields)
	if err != nil {
		panic(err) // a mistake in the test's own table
	}
	return reply{Stdout: string(text) + "\n"}
}

// hello is the good answer to hello.
func hello() reply { return says(map[string]any{"singdance": 1, "driver": "python"}) }

// probe is a good answer to probe; changes are name, value, name, value, …, nil to leave a field out.
func probe(changes ...any) reply {
	fields := map[string]any{
		"singdance": 1, "interpreter": "cpython", "version": "3.11.2", "release": "3.11.2",
		"module": "multiprocessing", "module_version": "", "platform": "linux", "machine": "x86_64",
		"executable": "/usr/bin/python3", "identity": "1:2:/usr", "venv": false,
		"methods": []string{"fork", "spawn", "forkserver"}, "default": "fork", "libraries": []string{},
	}
	for n := 0; n < len(changes); n += 2 {
		fields[changes[n].(string)] = changes[n+1]
		if changes[n+1] == nil {
			delete(fields, changes[n].(string))
		}
	}
	return says(fields)
}

// good is a fake that can be performed on.
func good(changes ...any) fake { return fake{Hello: hello(), Probe: probe(changes...)} }

// install makes a fake interpreter of that name and returns its path.
func install(t *testing.T, folder, name string, f fake) string {
	t.Helper()
	g := NewWithT(t)
	g.Expect(os.MkdirAll(folder, 0o700)).To(Succeed())
	path := filepath.Join(folder, name+suffix())
	self, err := os.Executable()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(linkOrCopy(self, path)).To(Succeed())
	text, err := json.Marshal(f)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(os.WriteFile(path+answersSuffix, text, 0o600)).To(Succeed())
	return path
}

func suffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// linkOrCopy gives an executable another name. Windows cannot delete a link to a program that runs, as this one does.
func linkOrCopy(from, to string) error {
	if runtime.GOOS != "windows" && os.Link(from, to) == nil {
		return nil
	}
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o700)
}

// symlink makes a link, or skips the test where the system does not let us.
func symlink(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); errors.Is(err, fs.ErrPermission) || runtime.GOOS == "windows" && err != nil {
		t.Skipf("no symbolic links here: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
}
