package hostile

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"

	"github.com/singdance/singdance/fixtures/golang"
)

// eventActs are about what is told.
func eventActs() []Act {
	const good = `{"run":"TOKEN","event":"body","role":"main","pid":7}` + "\n"
	acts := []Act{
		{
			Name: "events-endless", Title: "tells events without end", Expected: crash, Reason: "^cap on events: ",
			play: func() {
				block := strings.Repeat(eventLine("body", "main", os.Getpid(), nil), 100)
				for {
					write(block)
				}
			},
		},
		{
			Name: "cues-endless", Title: "asks for 500 cues, one after the other", Expected: crash, Reason: "^cap on cues: ",
			play: func() {
				for n := range 500 {
					tell("ask", "main", map[string]any{"cue": fmt.Sprintf("c%d", n), "of": 1})
				}
				hold()
			},
		},
		{
			Name: "events-long-line", Title: "tells an event of 1 GB", Expected: crash, Reason: "line 1 .*longer than 65536 bytes",
			play: func() {
				file, err := os.OpenFile(os.Getenv("SINGDANCE_EVENTS"), os.O_APPEND|os.O_WRONLY, 0)
				must(err)
				block := bytes.Repeat([]byte("x"), 1<<20)
				for range 1 << 10 {
					_, err := file.Write(block)
					must(err)
				}
				hold()
			},
		},
		{
			Name: "events-empty", Title: "tells nothing", Expected: crash, Reason: "told no event", stay: true,
		},
		{
			Name: "events-duplicated", Title: "tells every event twice", Expected: fail, Reason: `must tell .enter. exactly once`, stay: true,
			play: func() {
				command, err := golang.Command()
				must(err)
				must(exec.Command(command[0], append(command[1:], "run", "sing-dance")...).Run())
				told, err := os.ReadFile(os.Getenv("SINGDANCE_EVENTS"))
				must(err)
				write(string(told))
			},
		},
		{
			Name: "events-reordered", Title: "tells the end first and the beginning last",
			Behavior: "exit-waits", Expected: fail, stay: true,
			play: func() {
				lines := invented(os.Getpid())
				slices.Reverse(lines)
				write(strings.Join(lines, ""))
			},
		},
		{
			Name: "events-truncated", Title: "empties the event file after it was read", Expected: crash, Reason: "has become shorter", stay: true,
			play: func() {
				tell("ask", "main", map[string]any{"cue": "seen", "of": 1})
				await("seen")
				must(os.Truncate(os.Getenv("SINGDANCE_EVENTS"), 0))
				hold()
			},
		},
		{
			Name: "lie-suite", Title: "tells the suite's process id as its own and as its children's", Behavior: "ids-agree", Expected: fail, stay: true,
			play: func() {
				lines := invented(os.Getppid())
				for n := range lines {
					lines[n] = regexp.MustCompile(`("pid":|"child_pid":)\d+`).ReplaceAllString(lines[n], fmt.Sprint("${1}", os.Getppid()))
				}
				write(strings.Join(lines, ""))
			},
		},
		{
			Name: "lie-pid", Title: "tells ids of processes that are not there", Behavior: "ids-agree", Expected: fail, stay: true,
			play: func() { write(strings.Join(invented(os.Getpid()), "")); await("together") },
		},
		{
			Name: "events-unknown", Title: "tells fields and events that nobody knows", Expected: pass,
			play: func() {
				write(fmt.Sprintf(`{"run":%q,"event":"unheard-of","role":"main","pid":%d,"more":[{"a":1e308}],"data":{"b":null}}`+"\n",
					os.Getenv("SINGDANCE_RUN"), os.Getpid()))
			},
		},
	}
	for _, one := range []struct{ name, title, text, reason string }{
		{"binary", "tells binary data", "\x7fELF\x02\x01\x01\x00\xff\xfe\n", "line 2 .*not UTF-8"},
		{"utf8", "tells invalid UTF-8", `{"run":"TOKEN","event":"x","role":"` + "\xc3\x28" + `","pid":7}` + "\n", "line 2 .*not UTF-8"},
		{"nul", "tells null bytes", "\x00\x00\x00\n", "line 2 .*not JSON"},
		{"half", "tells half an event", `{"run":"TOKEN","ev`, "line 2 .*cut off"},
		{"types", "tells a text for a number", `{"run":"TOKEN","event":"x","pid":"7"}` + "\n", "line 2 .*not an event"},
		{"huge", "tells a number that is none", `{"run":"TOKEN","event":"x","pid":1e999}` + "\n", "line 2 .*not an event"},
		{
			"deep", "tells lists in lists, 30,000 deep", `{"run":"TOKEN","event":"x","pid":7,"data":{"x":` + strings.Repeat("[", 30_000) + strings.Repeat("]", 30_000) + "}}\n",
			"line 2 .*not JSON",
		},
		{"cue", "asks for a cue whose name is a path", `{"run":"TOKEN","event":"ask","pid":7,"data":{"cue":"../../x","of":1}}` + "\n", "asked for a cue without a name"},
		{"token", "tells an event of another run", `{"run":"OTHER","event":"x","pid":7}` + "\n", "line 2 .*not of this run"},
	} {
		acts = append(acts, Act{
			Name: "events-" + one.name, Title: one.title, Expected: crash, Reason: one.reason, stay: true,
			play: func() { write(strings.ReplaceAll(good+one.text, "TOKEN", os.Getenv("SINGDANCE_RUN"))) },
		})
	}
	return acts
}

// invented are the lines of a performance of sing-dance that never was.
func invented(pid int) []string {
	none := map[string]any{}
	lines := []string{eventLine("body", "main", pid, map[string]any{"name": "main", "process": "MainProcess"})}
	roles := []string{"sing", "dance"}
	child := map[string]int{"sing": pid + 1<<23, "dance": pid + 1<<24}
	for _, role := range roles {
		lines = append(lines, eventLine("started", "main", pid, map[string]any{"child": role, "child_pid": child[role], "process": role}))
	}
	lines = append(lines, eventLine("last", "main", pid, none))
	for _, role := range roles {
		lines = append(lines,
			eventLine("enter", role, child[role], map[string]any{"args": []any{}, "kwargs": none, "process": role, "parent_process": pid}),
			eventLine("ask", role, child[role], map[string]any{"cue": "together", "of": 2, "after": "last"}))
	}
	for _, role := range roles {
		for beat := range 3 {
			lines = append(lines, eventLine("line", role, child[role], map[string]any{"beat": beat + 1}))
		}
		lines = append(lines, eventLine("leave", role, child[role], none))
	}
	return append(lines, eventLine("exit", "main", pid, map[string]any{"exitcodes": map[string]int{"sing": 0, "dance": 0}}))
}
