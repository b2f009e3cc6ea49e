package hostile

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/platform"
)

// The environment variables that the processes of a case receive.
const (
	caseVariable        = "HOSTILE_CASE"         // the ID of the case
	processListVariable = "HOSTILE_PROCESS_LIST" // the path of a file to which each process appends its ID
)

// subprocessArgument is the first argument of the processes that a case starts in addition to its driver.
const subprocessArgument = "hostile-subprocess"

// Dispatch runs this process as the driver of a hostile case, and does not return, if the environment names a case.
// Otherwise it returns at once. Call it after golang.Dispatch, which the well-behaved children of cases need.
func Dispatch() {
	id := os.Getenv(caseVariable)
	if id == "" || len(os.Args) < 2 {
		return
	}
	c, found := find(id)
	if !found {
		must(fmt.Errorf("no hostile case %q: check the variable %s", id, caseVariable))
	}
	words := os.Args[1:]
	if filepath.Base(words[0]) == "driver.py" {
		words = words[1:] // the process was started like a Python interpreter
	}
	switch {
	case words[0] == subprocessArgument && len(words) > 1:
		listThisProcess()
		subprocesses()[words[1]](words[2:])
	case len(words) == 1 && words[0] == "hello":
		listThisProcess()
		call(c.hello)
		printAnswer(map[string]any{"singdance": 1, "driver": "hostile"})
	case len(words) == 1 && words[0] == "probe":
		listThisProcess()
		call(c.probe)
		printAnswer(c.probeAnswer())
	case len(words) == 2 && words[0] == "run":
		listThisProcess()
		call(c.misbehave)
		if !c.skipProgram {
			runProgram(words[1])
		}
	default:
		must(fmt.Errorf("unexpected arguments %q: want hello, probe, or run and a program", words))
	}
	os.Exit(0)
}

func call(function func()) {
	if function != nil {
		function()
	}
}

func printAnswer(value any) {
	text, err := json.Marshal(value)
	must(err)
	fmt.Println(string(text))
}

// probeAnswer returns a valid answer to probe.
func (c Case) probeAnswer() map[string]any {
	methods := c.methods
	if methods == nil {
		methods = []string{"spawn"}
	}
	return map[string]any{
		"singdance": 1, "interpreter": "hostile", "version": "1.0", "module": "startmethods", "platform": runtime.GOOS,
		"identity": "hostile:" + c.ID, "methods": methods, "default": "spawn",
	}
}

// runProgram runs a program as the Go driver does.
func runProgram(program string) {
	command, err := golang.Command()
	must(err)
	os.Args = append(command, "run", program)
	golang.Dispatch()
}

// subprocesses returns what the processes do that a case starts in addition to its driver. It is a function and not a
// variable because some of them start others, and Go refuses such an initialization cycle.
func subprocesses() map[string]func(words []string) {
	all := map[string]func([]string){
		"sleep": func([]string) { sleepForever() },
		"bomb":  func(words []string) { left, err := strconv.Atoi(words[0]); must(err); spawnBomb(left) },
		// Starts another subprocess and exits, so that the other one outlives its parent.
		"start":            func(words []string) { must(subprocess(words...).Start()) },
		"sleep-with-child": func([]string) { must(subprocess("sleep").Start()); sleepForever() },
		"exit":             func([]string) {},
		"compute": func([]string) {
			for n := 0; ; n++ {
			}
		},
	}
	for name, function := range systemSubprocesses() {
		all[name] = function
	}
	return all
}

// subprocess returns a command that runs one of the functions of subprocesses.
func subprocess(words ...string) *exec.Cmd {
	command := exec.Command(executable(), append([]string{subprocessArgument}, words...)...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	return command
}

// executable returns the path of this process's executable.
func executable() string {
	path, err := os.Executable()
	must(err)
	return path
}

// listThisProcess appends the ID of this process to the process list of the case.
func listThisProcess() {
	if list := os.Getenv(processListVariable); list != "" {
		must(platform.AppendLine(list, fmt.Appendln(nil, os.Getpid())))
	}
}

// reportEvent reports an event as a well-behaved process does.
func reportEvent(event, role string, data map[string]any) {
	appendToEventFile(eventLine(event, role, os.Getpid(), data))
}

// eventLine returns the line of an event. The process ID may be false.
func eventLine(event, role string, pid int, data map[string]any) string {
	text, err := json.Marshal(map[string]any{
		"run": os.Getenv("SINGDANCE_RUN"), "event": event, "role": role, "pid": pid, "ppid": os.Getppid(),
		"time": float64(time.Now().Unix()), "data": data,
	})
	must(err)
	return string(text) + "\n"
}

func appendToEventFile(text string) {
	must(platform.AppendLine(os.Getenv("SINGDANCE_EVENTS"), []byte(text)))
}

// waitForCue waits until the stage gives the cue.
func waitForCue(cue string) {
	for {
		if _, err := os.Stat(filepath.Join(os.Getenv("SINGDANCE_CUES"), cue)); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
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
