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

// What the collection hands to the processes of an act.
const (
	actVariable    = "HOSTILE_ACT"    // the act's name
	ledgerVariable = "HOSTILE_LEDGER" // a file in which each of its processes enters its id
)

// partWord is the first argument of the processes that an act starts beyond its driver.
const partWord = "hostile-part"

// Dispatch serves the driver of the act that the environment names, and does not return, if this process was started as
// one; otherwise it returns at once. It belongs behind golang.Dispatch, which the well-behaved children of acts need.
func Dispatch() {
	name := os.Getenv(actVariable)
	if name == "" || len(os.Args) < 2 {
		return
	}
	act, found := find(name)
	if !found {
		must(fmt.Errorf("there is no act %q", name))
	}
	words := os.Args[1:]
	if filepath.Base(words[0]) == "driver.py" {
		words = words[1:] // as an interpreter is called
	}
	switch {
	case words[0] == partWord && len(words) > 1:
		enroll()
		parts()[words[1]](words[2:])
	case len(words) == 1 && words[0] == "hello":
		enroll()
		do(act.hello)
		answer(map[string]any{"singdance": 1, "driver": "hostile"})
	case len(words) == 1 && words[0] == "probe":
		enroll()
		do(act.probe)
		answer(act.description())
	case len(words) == 2 && words[0] == "run":
		enroll()
		do(act.play)
		if !act.stay {
			perform(words[1])
		}
	default:
		must(fmt.Errorf("an act is not called with %q", words))
	}
	os.Exit(0)
}

func do(what func()) {
	if what != nil {
		what()
	}
}

func answer(value any) {
	text, err := json.Marshal(value)
	must(err)
	fmt.Println(string(text))
}

// description is a proper answer to probe.
func (a Act) description() map[string]any {
	methods := a.methods
	if methods == nil {
		methods = []string{"spawn"}
	}
	return map[string]any{
		"singdance": 1, "interpreter": "hostile", "version": "1.0", "module": "startmethods", "platform": runtime.GOOS,
		"identity": "hostile:" + a.Name, "methods": methods, "default": "spawn",
	}
}

// perform performs a program as the Go driver does.
func perform(program string) {
	command, err := golang.Command()
	must(err)
	os.Args = append(command, "run", program)
	golang.Dispatch()
}

// parts are what the processes do that an act starts beyond its driver. A function and not a variable, because parts
// have parts.
func parts() map[string]func(words []string) {
	all := map[string]func([]string){
		"hold":   func([]string) { hold() },
		"bomb":   func(words []string) { left, err := strconv.Atoi(words[0]); must(err); bomb(left) },
		"leave":  func(words []string) { must(part(words...).Start()) },
		"family": func([]string) { must(part("hold").Start()); hold() },
		"end":    func([]string) {},
		"busy": func([]string) {
			for n := 0; ; n++ {
			}
		},
	}
	for name, one := range systemParts() {
		all[name] = one
	}
	return all
}

// part is a command that plays a part.
func part(words ...string) *exec.Cmd {
	executable, err := os.Executable()
	must(err)
	command := exec.Command(executable, append([]string{partWord}, words...)...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	return command
}

// enroll enters this process in the ledger.
func enroll() {
	if ledger := os.Getenv(ledgerVariable); ledger != "" {
		must(platform.AppendLine(ledger, fmt.Appendln(nil, os.Getpid())))
	}
}

// tell appends an event that is told properly.
func tell(event, role string, data map[string]any) {
	write(eventLine(event, role, os.Getpid(), data))
}

// eventLine is the line of an event. The process ids need not be true.
func eventLine(event, role string, pid int, data map[string]any) string {
	text, err := json.Marshal(map[string]any{
		"run": os.Getenv("SINGDANCE_RUN"), "event": event, "role": role, "pid": pid, "ppid": os.Getppid(),
		"time": float64(time.Now().Unix()), "data": data,
	})
	must(err)
	return string(text) + "\n"
}

// write appends a text to the event file as it is.
func write(text string) { must(platform.AppendLine(os.Getenv("SINGDANCE_EVENTS"), []byte(text))) }

// hold waits to be killed.
func hold() {
	for {
		time.Sleep(time.Hour)
	}
}

// must ends a process that cannot do what it should.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
}
