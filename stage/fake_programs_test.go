package stage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The fake programs of these tests are this test binary, started with this argument and the name of a fake program.
const fakeArgument = "run-fake-program"

func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == fakeArgument {
		program, found := fakePrograms()[os.Args[2]]
		if !found {
			must(fmt.Errorf("no fake program %q", os.Args[2]))
		}
		program(os.Args[3:])
		os.Exit(0)
	}
	// A process of a race build sleeps for a second at its exit by default.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// Environment variables of the fake programs.
const (
	markVariable   = "STAGE_TEST_MARK"   // a text in the environment of every process of a test
	folderVariable = "STAGE_TEST_FOLDER" // a folder in which fake programs show the test that they run
)

// fakePrograms returns the fake programs. Their arguments are the words after the name; the stage appends "run" and the ID
// of the program. It is a function and not a variable because some fake programs start others, and Go refuses such an
// initialization cycle.
func fakePrograms() map[string]func(words []string) {
	return map[string]func([]string){
		"sing-dance":                singDance,
		"child":                     child,
		"no-event":                  func([]string) {},
		"body":                      func([]string) { reportEvent("body", "main", nil) },
		"exit":                      exitWithStatus,
		"kill-itself":               killItself,
		"append-events":             appendTexts,
		"print":                     printBytes,
		"flood":                     flood,
		"sleep":                     func([]string) { sleepForever() },
		"sleep-with-child":          sleepWithChild,
		"leave-child":               leaveChild,
		"leave-waiting-children":    leaveWaitingChildren,
		"child-after-parent":        childAfterParent,
		"too-many-processes":        tooManyProcesses,
		"cue-after-event":           cueAfterEvent,
		"ask-twice":                 askTwice,
		"environment":               environment,
		"destroy-folders":           destroyFolders,
		"replace-event-file":        replaceEventFile,
		"fill-disk":                 fillDisk,
		"too-many-files":            tooManyFiles,
		"delete-cue-folder":         deleteCueFolder,
		"replace-cue-folder":        replaceCueFolder,
		"too-many-cues":             tooManyCues,
		"answer":                    answer,
		"answer-never":              func([]string) { showThatItRuns(); sleepForever() },
		"answer-endlessly":          func([]string) { printEndlessly() },
		"answer-too-many-processes": func([]string) { startTooManyProcesses() },
	}
}

// singDance is a small version of the program sing-dance.
func singDance([]string) {
	reportEvent("body", "main", nil)
	sing, dance := startFake("child", "sing"), startFake("child", "dance")
	reportEvent("last", "main", nil)
	must(sing.Wait())
	must(dance.Wait())
	reportEvent("exit", "main", map[string]any{"exitcodes": map[string]int{"sing": 0, "dance": 0}})
}

func child(words []string) {
	reportEvent("enter", words[0], nil)
	askForCue("together", words[0], 2, "last")
	fmt.Println(words[0])
	reportEvent("leave", words[0], nil)
}

func exitWithStatus(words []string) {
	code, err := strconv.Atoi(words[0])
	must(err)
	reportEvent("body", "main", nil)
	fmt.Fprintln(os.Stderr, "ending")
	os.Exit(code)
}

func killItself([]string) {
	reportEvent("body", "main", nil)
	self, err := os.FindProcess(os.Getpid())
	must(err)
	must(self.Kill())
	sleepForever() // until the signal arrives
}

// appendTexts appends texts to the event file, with the token and a long text put in. If the first word is "sleep", it then
// sleeps.
func appendTexts(words []string) {
	for _, text := range words[1:] {
		if text == "run" {
			break // the words that the stage appends begin here
		}
		text = strings.ReplaceAll(text, "TOKEN", os.Getenv("SINGDANCE_RUN"))
		text = strings.ReplaceAll(text, "LONG", strings.Repeat("x", 70<<10))
		appendToEventFile(text)
	}
	if words[0] == "sleep" {
		sleepForever()
	}
}

// printBytes prints the given number of bytes to standard output and to standard error, with a marked start and end.
func printBytes(words []string) {
	size, err := strconv.Atoi(words[0])
	must(err)
	reportEvent("body", "main", nil)
	for _, file := range []*os.File{os.Stdout, os.Stderr} {
		_, err := file.WriteString("first" + strings.Repeat("x", size-9) + "last")
		must(err)
	}
}

func flood([]string) {
	reportEvent("body", "main", nil)
	printEndlessly()
}

func printEndlessly() {
	block := []byte(strings.Repeat("flood\n", 20<<10))
	for {
		_, err := os.Stdout.Write(block)
		must(err)
	}
}

// sleepWithChild sleeps, as does its child. It shows the test that it runs after the child has started.
func sleepWithChild([]string) {
	reportEvent("body", "main", nil)
	startFake("sleep")
	showThatItRuns()
	sleepForever()
}

// leaveChild starts a fake program and exits without waiting for it.
func leaveChild(words []string) {
	reportEvent("body", "main", nil)
	startFake(words[0])
}

// leaveWaitingChildren exits without waiting for two children, which ask for a cue only after the main process has ended.
func leaveWaitingChildren([]string) {
	for _, role := range []string{"sing", "dance"} {
		reader, _, err := os.Pipe() // the end of the main process closes the other end
		must(err)
		command := fakeCommand("child-after-parent", role)
		command.Stdin = reader
		must(command.Start())
	}
	reportEvent("last", "main", nil)
}

func childAfterParent(words []string) {
	_, err := io.ReadAll(os.Stdin)
	must(err)
	child(words)
}

func tooManyProcesses([]string) {
	reportEvent("body", "main", nil)
	startTooManyProcesses()
}

func startTooManyProcesses() {
	for range maxProcesses + 8 {
		startFake("sleep")
	}
	sleepForever()
}

// cueAfterEvent has a child that asks for a cue which depends on an event. It reports the event after the child has asked.
func cueAfterEvent([]string) {
	startFake("append-events", "exit", `{"run":"TOKEN","event":"ask","role":"sing","pid":1,"ppid":0,"data":{"cue":"x","of":1,"after":"last"}}`+"\n")
	for !strings.Contains(readEventFile(), `"ask"`) {
		time.Sleep(time.Millisecond)
	}
	reportEvent("last", "sing", nil) // does not count, because the main process must report it
	reportEvent("last", "main", nil)
	waitForCue("x")
}

// askTwice asks for a cue that two processes must ask for: twice in one process, and then in another.
func askTwice([]string) {
	for range 2 {
		reportEvent("ask", "main", map[string]any{"cue": "both", "of": 2, "after": nil})
	}
	other := startFake("append-events", "exit", `{"run":"TOKEN","event":"ask","role":"sing","pid":1,"ppid":0,"data":{"cue":"both","of":2}}`+"\n")
	must(other.Wait())
	waitForCue("both")
}

// environment reports the environment of a program.
func environment([]string) {
	folder, err := os.Getwd()
	must(err)
	entries, err := os.ReadDir(".")
	must(err)
	input, err := io.ReadAll(os.Stdin)
	must(err)
	cues, err := os.ReadDir(os.Getenv("SINGDANCE_CUES"))
	must(err)
	reportEvent("found", "main", map[string]any{
		"environment": os.Environ(), "folder": folder, "entries": len(entries), "input": string(input),
		"cues": len(cues), "temp": os.TempDir(), "words": os.Args[2:],
	})
}

// destroyFolders makes its folders unreadable and deletes its working folder.
func destroyFolders([]string) {
	reportEvent("body", "main", nil)
	folder, err := os.Getwd()
	must(err)
	nested := filepath.Join(os.TempDir(), "outer", "inner")
	must(os.MkdirAll(nested, 0o700))
	must(os.WriteFile(filepath.Join(nested, "file"), []byte("x"), 0o400))
	for _, closed := range []string{nested, filepath.Dir(nested), folder} {
		must(os.Chmod(closed, 0))
	}
	_ = os.RemoveAll(folder) // fails on Windows, because a process uses it as its working folder
}

// replaceEventFile replaces the event file with a folder.
func replaceEventFile([]string) {
	reportEvent("body", "main", nil)
	path := os.Getenv("SINGDANCE_EVENTS")
	if os.Remove(path) == nil { // fails on Windows, because the stage has the file open
		must(os.Mkdir(path, 0o700))
	}
}

// fillDisk writes more bytes to its temporary folder than the cap allows.
func fillDisk([]string) {
	reportEvent("body", "main", nil)
	must(os.WriteFile(filepath.Join(os.TempDir(), "file"), make([]byte, maxDisk+1), 0o600))
	sleepForever()
}

// tooManyFiles creates more files than the cap allows.
func tooManyFiles([]string) {
	reportEvent("body", "main", nil)
	for n := range maxFiles + 1 {
		must(os.WriteFile(strconv.Itoa(n), nil, 0o600))
	}
	sleepForever()
}

// deleteCueFolder deletes the folder of the cue that it asks for.
func deleteCueFolder([]string) {
	must(os.RemoveAll(os.Getenv("SINGDANCE_CUES")))
	reportEvent("ask", "main", map[string]any{"cue": "x", "of": 1})
	sleepForever()
}

// replaceCueFolder replaces the folder of the cue that it asks for with a file.
func replaceCueFolder([]string) {
	must(os.RemoveAll(os.Getenv("SINGDANCE_CUES")))
	must(os.WriteFile(os.Getenv("SINGDANCE_CUES"), nil, 0o600))
	reportEvent("ask", "main", map[string]any{"cue": "x", "of": 1})
	sleepForever()
}

// tooManyCues asks for more cues than the cap allows.
func tooManyCues([]string) {
	for n := range maxCues + 1 {
		reportEvent("ask", "main", map[string]any{"cue": fmt.Sprintf("c%d", n), "of": 1})
	}
	sleepForever()
}

// answer prints its first word, as a driver prints its answer.
func answer(words []string) {
	fmt.Print(words[0])
	if len(words) > 1 && words[1] == "leave-child" {
		startFake("sleep")
	}
}

// fakeCommand returns a command that runs a fake program.
func fakeCommand(words ...string) *exec.Cmd {
	executable, err := os.Executable()
	must(err)
	command := exec.Command(executable, append([]string{fakeArgument}, words...)...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	return command
}

// startFake starts a fake program as a child.
func startFake(words ...string) *exec.Cmd {
	command := fakeCommand(words...)
	must(command.Start())
	return command
}

// reportEvent reports an event of this process.
func reportEvent(event, role string, data map[string]any) {
	text, err := json.Marshal(map[string]any{
		"run": os.Getenv("SINGDANCE_RUN"), "event": event, "role": role, "pid": os.Getpid(), "ppid": os.Getppid(), "data": data,
	})
	must(err)
	appendToEventFile(string(text) + "\n")
}

func appendToEventFile(text string) {
	file, err := os.OpenFile(os.Getenv("SINGDANCE_EVENTS"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	must(err)
	_, err = file.WriteString(text)
	must(errors.Join(err, file.Close()))
}

func readEventFile() string {
	text, err := os.ReadFile(os.Getenv("SINGDANCE_EVENTS"))
	if !errors.Is(err, os.ErrNotExist) {
		must(err)
	}
	return string(text)
}

// askForCue asks for a cue and waits for it.
func askForCue(cue, role string, of int, after string) {
	reportEvent("ask", role, map[string]any{"cue": cue, "of": of, "after": after})
	waitForCue(cue)
}

func waitForCue(cue string) {
	for {
		if _, err := os.Stat(filepath.Join(os.Getenv("SINGDANCE_CUES"), cue)); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// showThatItRuns creates a file that shows the test that this process runs.
func showThatItRuns() {
	if folder := os.Getenv(folderVariable); folder != "" {
		must(os.WriteFile(filepath.Join(folder, strconv.Itoa(os.Getpid())), nil, 0o600))
	}
}

// sleepForever keeps the process alive until it is killed.
func sleepForever() {
	for {
		time.Sleep(time.Hour)
	}
}

// must prints the error and exits with status 99 if there is an error.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
}
