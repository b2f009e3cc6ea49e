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

// A fake interpreter is a copy of this test binary under another name, with a file of its answers in the same folder. A
// process that finds such a file is a fake interpreter. The tests therefore start real processes and need no Python.
const answersSuffix = ".answers"

// fake has the answers of a fake interpreter.
type fake struct {
	Hello reply
	Probe reply            // for multiprocessing, and without a module
	More  map[string]reply // for other modules
	List  reply            // for a fake py launcher: the answer to -0p
}

// reply is one answer.
type reply struct {
	Stdout, Stderr string
	Status         int
	End            string // "sleep" or "signal" instead of exiting with the status
}

func TestMain(m *testing.M) {
	called, err := exec.LookPath(os.Args[0]) // the test may start a fake by its name in PATH
	if err != nil {
		called = os.Args[0]
	}
	if text, err := os.ReadFile(answersFile(called)); err == nil {
		runFake(text)
	}
	// A process of a race build sleeps for a second at its exit by default.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// answersFile returns the path of the file with the answers of a fake, which may be started through a link.
func answersFile(path string) string {
	if _, err := os.Lstat(path + answersSuffix); err == nil {
		return path + answersSuffix
	}
	if file, err := filepath.EvalSymlinks(path); err == nil {
		path = file
	}
	return path + answersSuffix
}

// runFake answers one verb as a fake interpreter, and does not return.
func runFake(text []byte) {
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
	case "sleep":
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
			time.Sleep(time.Hour) // until the signal arrives
		}
	}
	os.Exit(r.Status)
}

// jsonReply returns a reply of one JSON object.
func jsonReply(fields map[string]any) reply {
	text, err := json.Marshal(fields)
	if err != nil {
		panic(err) // a mistake in the test
	}
	return reply{Stdout: string(text) + "\n"}
}

// hello returns a valid answer to hello.
func hello() reply { return jsonReply(map[string]any{"singdance": 1, "driver": "python"}) }

// probe returns a valid answer to probe with changed fields: name, value, name, value, … The value nil leaves a field out.
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
	return jsonReply(fields)
}

// working returns a fake interpreter that works, with changed fields of the answer to probe.
func working(changes ...any) fake { return fake{Hello: hello(), Probe: probe(changes...)} }

// install installs a fake interpreter under the name and returns its path.
func install(t *testing.T, folder, name string, f fake) string {
	t.Helper()
	g := NewWithT(t)
	g.Expect(os.MkdirAll(folder, 0o700)).To(Succeed())
	path := filepath.Join(folder, name+suffix())
	executable, err := os.Executable()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(linkOrCopy(executable, path)).To(Succeed())
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

// linkOrCopy gives an executable another name. On Windows it makes a copy, because Windows cannot delete a link to a running
// executable.
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

// symlink creates a symbolic link. It skips the test if the system does not allow that.
func symlink(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); errors.Is(err, fs.ErrPermission) || runtime.GOOS == "windows" && err != nil {
		t.Skipf("cannot create symbolic links: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
}
