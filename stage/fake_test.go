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

// The programs that the stage performs here are this test binary, called with this word and a scene below.
const playWord = "play-a-scene"

func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == playWord {
		scene, found := scenes()[os.Args[2]]
		if !found {
			must(fmt.Errorf("there is no scene %q", os.Args[2]))
		}
		scene(os.Args[3:])
		os.Exit(0)
	}
	// A race build's process waits a second at its end otherwise, each fake included.
	if err := os.Setenv("GORACE", "atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// markVariable is in the environment of every process of a test, folderVariable names a folder that scenes and tests share.
const (
	markVariable   = "STAGE_TEST_MARK"
	folderVariable = "STAGE_TEST_FOLDER"
)

// scenes are the fake programs. They get the words that stand after the scene's name; the stage adds "run" and the
// program's id. A function and not a variable, because scenes play scenes.
func scenes() map[string]func(words []string) {
	return map[string]func([]string){
		"pair":        pair,
		"child":       child,
		"nothing":     func([]string) {},
		"body":        func([]string) { tell("body", "main", nil) },
		"exit":        exit,
		"signal":      signal,
		"lines":       lines,
		"print":       printing,
		"flood":       flood,
		"hold":        func([]string) { announce(); tell("body", "main", nil); hold() },
		"holding":     holding,
		"leave-alone": leaveAlone,
		"leave-pair":  leavePair,
		"late-child":  lateChild,
		"crowd":       crowd,
		"crowd-child": func([]string) { hold() },
		"after":       after,
		"twice":       twice,
		"environment": environment,
		"wreck":       wreck,
		"occupy":      occupy,
		"fill":        fill,
		"litter":      litter,
		"close-cues":  closeCues,
		"bury-cues":   buryCues,
		"ask-much":    askMuch,
		"slow-answer": func([]string) { announce(); hold() },
		"answer":      answer,
		// Drivers that never come to an answer.
		"answer-endlessly": func([]string) { answerEndlessly() },
		"answer-crowded":   func([]string) { answerCrowded() },
	}
}

// pair is a small sing-dance.
func pair([]string) {
	tell("body", "main", nil)
	sing, dance := begin("child", "sing"), begin("child", "dance")
	tell("last", "main", nil)
	must(sing.Wait())
	must(dance.Wait())
	tell("exit", "main", map[string]any{"exitcodes": map[string]int{"sing": 0, "dance": 0}})
}

func child(words []string) {
	tell("enter", words[0], nil)
	ask("together", words[0], 2, "last")
	fmt.Println(words[0])
	tell("leave", words[0], nil)
}

func exit(words []string) {
	code, err := strconv.Atoi(words[0])
	must(err)
	tell("body", "main", nil)
	fmt.Fprintln(os.Stderr, "ending")
	os.Exit(code)
}

func signal([]string) {
	tell("body", "main", nil)
	self, err := os.FindProcess(os.Getpid())
	must(err)
	must(self.Kill())
	hold() // the signal is on its way
}

// lines appends texts to the event file as they are, but for the token, and holds still if the first word says so.
func lines(words []string) {
	for _, text := range words[1:] {
		if text == "run" {
			break // the stage's own words begin here
		}
		text = strings.ReplaceAll(text, "TOKEN", os.Getenv("SINGDANCE_RUN"))
		text = strings.ReplaceAll(text, "LONG", strings.Repeat("x", 70<<10))
		appendEvents(text)
	}
	if words[0] == "hold" {
		hold()
	}
}

// printing prints so many bytes on each of the two outputs, numbered so that what is missing can be told.
func printing(words []string) {
	size, err := strconv.Atoi(words[0])
	must(err)
	tell("body", "main", nil)
	for _, file := range []*os.File{os.Stdout, os.Stderr} {
		_, err := file.WriteString("first" + strings.Repeat("x", size-9) + "last")
		must(err)
	}
}

func flood([]string) {
	tell("body", "main", nil)
	answerEndlessly()
}

func answerEndlessly() {
	block := []byte(strings.Repeat("flood\n", 20<<10))
	for {
		_, err := os.Stdout.Write(block)
		must(err)
	}
}

// holding announces itself once it has a child that holds still as well.
func holding([]string) {
	tell("body", "main", nil)
	begin("crowd-child")
	announce()
	hold()
}

// leaveAlone ends and leaves a scene behind.
func leaveAlone(words []string) {
	tell("body", "main", nil)
	begin(words[0])
}

// leavePair leaves two children behind that wait for a cue only after main has ended.
func leavePair([]string) {
	for _, role := range []string{"sing", "dance"} {
		reader, _, err := os.Pipe() // the other end is closed by main's end
		must(err)
		command := scene("late-child", role)
		command.Stdin = reader
		must(command.Start())
	}
	tell("last", "main", nil)
}

func lateChild(words []string) {
	_, err := io.ReadAll(os.Stdin)
	must(err)
	child(words)
}

func crowd([]string) {
	tell("body", "main", nil)
	answerCrowded()
}

func answerCrowded() {
	for range maxProcesses + 8 {
		begin("crowd-child")
	}
	hold()
}

// after asks for a cue in a child, and tells what the cue depends on only when the child has asked.
func after([]string) {
	begin("lines", "end", `{"run":"TOKEN","event":"ask","role":"sing","pid":1,"ppid":0,"data":{"cue":"x","of":1,"after":"last"}}`+"\n")
	for !strings.Contains(events(), `"ask"`) {
		time.Sleep(time.Millisecond)
	}
	tell("last", "sing", nil) // told by another than main: it does not count
	tell("last", "main", nil)
	wait("x")
}

// twice asks twice from one process for a cue of two, and then from another one.
func twice([]string) {
	for range 2 {
		tell("ask", "main", map[string]any{"cue": "both", "of": 2, "after": nil})
	}
	other := begin("lines", "end", `{"run":"TOKEN","event":"ask","role":"sing","pid":1,"ppid":0,"data":{"cue":"both","of":2}}`+"\n")
	must(other.Wait())
	wait("both")
}

// environment tells what a program finds.
func environment([]string) {
	folder, err := os.Getwd()
	must(err)
	entries, err := os.ReadDir(".")
	must(err)
	input, err := io.ReadAll(os.Stdin)
	must(err)
	cues, err := os.ReadDir(os.Getenv("SINGDANCE_CUES"))
	must(err)
	tell("found", "main", map[string]any{
		"environment": os.Environ(), "folder": folder, "entries": len(entries), "input": string(input),
		"cues": len(cues), "temp": os.TempDir(), "words": os.Args[2:],
	})
}

// wreck destroys what it can of its surroundings.
func wreck([]string) {
	tell("body", "main", nil)
	folder, err := os.Getwd()
	must(err)
	deep := filepath.Join(os.TempDir(), "deep", "deeper")
	must(os.MkdirAll(deep, 0o700))
	must(os.WriteFile(filepath.Join(deep, "file"), []byte("x"), 0o400))
	for _, closed := range []string{deep, filepath.Dir(deep), folder} {
		must(os.Chmod(closed, 0))
	}
	_ = os.RemoveAll(folder) // Windows does not remove a folder that is somebody's working folder
}

// occupy puts folders where the stage has files.
func occupy([]string) {
	tell("body", "main", nil)
	path := os.Getenv("SINGDANCE_EVENTS")
	if os.Remove(path) == nil { // not on Windows, where the stage has it open
		must(os.Mkdir(path, 0o700))
	}
}

// fill writes more to its temporary folder than it may.
func fill([]string) {
	tell("body", "main", nil)
	must(os.WriteFile(filepath.Join(os.TempDir(), "file"), make([]byte, maxDisk+1), 0o600))
	hold()
}

// litter makes more files than it may.
func litter([]string) {
	tell("body", "main", nil)
	for n := range maxFiles + 1 {
		must(os.WriteFile(strconv.Itoa(n), nil, 0o600))
	}
	hold()
}

// closeCues takes away the place of the cue that it asks for.
func closeCues([]string) {
	must(os.RemoveAll(os.Getenv("SINGDANCE_CUES")))
	tell("ask", "main", map[string]any{"cue": "x", "of": 1})
	hold()
}

// buryCues has a file where the folder of the cues was.
func buryCues([]string) {
	must(os.RemoveAll(os.Getenv("SINGDANCE_CUES")))
	must(os.WriteFile(os.Getenv("SINGDANCE_CUES"), nil, 0o600))
	tell("ask", "main", map[string]any{"cue": "x", "of": 1})
	hold()
}

// askMuch asks for one cue after the other.
func askMuch([]string) {
	for n := range maxCues + 1 {
		tell("ask", "main", map[string]any{"cue": fmt.Sprintf("c%d", n), "of": 1})
	}
	hold()
}

// answer is a driver's answer: what its words say.
func answer(words []string) {
	fmt.Print(words[0])
	if len(words) > 1 && words[1] == "leaving" {
		begin("crowd-child")
	}
}

// The tools of the scenes.

func scene(words ...string) *exec.Cmd {
	self, err := os.Executable()
	must(err)
	command := exec.Command(self, append([]string{playWord}, words...)...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	return command
}

func begin(words ...string) *exec.Cmd {
	command := scene(words...)
	must(command.Start())
	return command
}

func tell(event, role string, data map[string]any) {
	text, err := json.Marshal(map[string]any{
		"run": os.Getenv("SINGDANCE_RUN"), "event": event, "role": role, "pid": os.Getpid(), "ppid": os.Getppid(), "data": data,
	})
	must(err)
	appendEvents(string(text) + "\n")
}

func appendEvents(text string) {
	file, err := os.OpenFile(os.Getenv("SINGDANCE_EVENTS"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	must(err)
	_, err = file.WriteString(text)
	must(errors.Join(err, file.Close()))
}

func events() string {
	text, err := os.ReadFile(os.Getenv("SINGDANCE_EVENTS"))
	if !errors.Is(err, os.ErrNotExist) {
		must(err)
	}
	return string(text)
}

func ask(cue, role string, of int, after string) {
	tell("ask", role, map[string]any{"cue": cue, "of": of, "after": after})
	wait(cue)
}

func wait(cue string) {
	for {
		if _, err := os.Stat(filepath.Join(os.Getenv("SINGDANCE_CUES"), cue)); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// announce tells the test that this process is there.
func announce() {
	if folder := os.Getenv(folderVariable); folder != "" {
		must(os.WriteFile(filepath.Join(folder, strconv.Itoa(os.Getpid())), nil, 0o600))
	}
}

// hold waits to be killed.
func hold() {
	for {
		time.Sleep(time.Hour)
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
}
