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

// eventCases returns the cases about the event file and cues.
func eventCases() []Case {
	const valid = `{"run":"TOKEN","event":"body","role":"main","pid":7}` + "\n"
	cases := []Case{
		{
			ID: "endless-events", Description: "reports events without end", ExpectedVerdict: crash, ExpectedReason: "^cap on events: ",
			misbehave: func() {
				block := strings.Repeat(eventLine("body", "main", os.Getpid(), nil), 100)
				for {
					appendToEventFile(block)
				}
			},
		},
		{
			ID: "too-many-cues", Description: "asks for 500 cues, one after the other", ExpectedVerdict: crash, ExpectedReason: "^cap on cues: ",
			misbehave: func() {
				for n := range 500 {
					reportEvent("ask", "main", map[string]any{"cue": fmt.Sprintf("c%d", n), "of": 1})
				}
				sleepForever()
			},
		},
		{
			ID: "events-long-line", Description: "reports an event of 1 GB", ExpectedVerdict: crash, ExpectedReason: "line 1 .*longer than 65536 bytes",
			misbehave: func() {
				file, err := os.OpenFile(os.Getenv("SINGDANCE_EVENTS"), os.O_APPEND|os.O_WRONLY, 0)
				must(err)
				block := bytes.Repeat([]byte("x"), 1<<20)
				for range 1 << 10 {
					_, err := file.Write(block)
					must(err)
				}
				sleepForever()
			},
		},
		{
			ID: "no-events", Description: "reports no event", ExpectedVerdict: crash, ExpectedReason: "reported no event", skipProgram: true,
		},
		{
			ID: "events-duplicated", Description: "reports every event twice", ExpectedVerdict: fail, ExpectedReason: `must report .enter. exactly once`, skipProgram: true,
			misbehave: func() {
				command, err := golang.Command()
				must(err)
				must(exec.Command(command[0], append(command[1:], "run", "sing-dance")...).Run())
				reported, err := os.ReadFile(os.Getenv("SINGDANCE_EVENTS"))
				must(err)
				appendToEventFile(string(reported))
			},
		},
		{
			ID: "events-reversed", Description: "reports events that never happened, in reverse order",
			Behavior: "exit-waits-for-children", ExpectedVerdict: fail, skipProgram: true,
			misbehave: func() {
				lines := inventedEvents(os.Getpid())
				slices.Reverse(lines)
				appendToEventFile(strings.Join(lines, ""))
			},
		},
		{
			ID: "events-truncated", Description: "empties the event file after the stage has read it", ExpectedVerdict: crash, ExpectedReason: "became shorter", skipProgram: true,
			misbehave: func() {
				reportEvent("ask", "main", map[string]any{"cue": "seen", "of": 1})
				waitForCue("seen")
				must(os.Truncate(os.Getenv("SINGDANCE_EVENTS"), 0))
				sleepForever()
			},
		},
		{
			ID: "events-pid-of-suite", Description: "reports the process ID of the suite as its own and as its children's", Behavior: "identity-pids-match-process-table", ExpectedVerdict: fail, skipProgram: true,
			misbehave: func() {
				lines := inventedEvents(os.Getppid())
				for n := range lines {
					lines[n] = regexp.MustCompile(`("pid":|"child_pid":)\d+`).ReplaceAllString(lines[n], fmt.Sprint("${1}", os.Getppid()))
				}
				appendToEventFile(strings.Join(lines, ""))
			},
		},
		{
			ID: "events-invented-pids", Description: "reports process IDs of children that do not exist", Behavior: "identity-pids-match-process-table", ExpectedVerdict: fail, skipProgram: true,
			misbehave: func() { appendToEventFile(strings.Join(inventedEvents(os.Getpid()), "")); waitForCue("together") },
		},
		{
			ID: "events-unknown-fields", Description: "reports unknown fields and an unknown event", ExpectedVerdict: pass,
			misbehave: func() {
				appendToEventFile(fmt.Sprintf(`{"run":%q,"event":"unknown","role":"main","pid":%d,"more":[{"a":1e308}],"data":{"b":null}}`+"\n",
					os.Getenv("SINGDANCE_RUN"), os.Getpid()))
			},
		},
	}
	for _, c := range []struct{ name, description, text, reason string }{
		{"binary", "reports binary data", "\x7fELF\x02\x01\x01\x00\xff\xfe\n", "line 2 .*invalid UTF-8"},
		{"invalid-utf8", "reports invalid UTF-8", `{"run":"TOKEN","event":"x","role":"` + "\xc3\x28" + `","pid":7}` + "\n", "line 2 .*invalid UTF-8"},
		{"null-bytes", "reports null bytes", "\x00\x00\x00\n", "line 2 .*invalid JSON"},
		{"cut-off", "reports half an event", `{"run":"TOKEN","ev`, "line 2 .*incomplete"},
		{"wrong-type", "reports a string as the process ID", `{"run":"TOKEN","event":"x","pid":"7"}` + "\n", "line 2 .*invalid event"},
		{"number-too-large", "reports a number that is too large for JSON decoders", `{"run":"TOKEN","event":"x","pid":1e999}` + "\n", "line 2 .*invalid event"},
		{
			"deep-nesting", "reports 30,000 nested lists", `{"run":"TOKEN","event":"x","pid":7,"data":{"x":` + strings.Repeat("[", 30_000) + strings.Repeat("]", 30_000) + "}}\n",
			"line 2 .*invalid JSON",
		},
		{"cue-is-path", "asks for a cue whose name is a path", `{"run":"TOKEN","event":"ask","pid":7,"data":{"cue":"../../x","of":1}}` + "\n", "asked for a cue with an invalid name or number"},
		{"other-run", "reports an event of another run", `{"run":"OTHER","event":"x","pid":7}` + "\n", "line 2 .*event of another run"},
	} {
		cases = append(cases, Case{
			ID: "events-" + c.name, Description: c.description, ExpectedVerdict: crash, ExpectedReason: c.reason, skipProgram: true,
			misbehave: func() { appendToEventFile(strings.ReplaceAll(valid+c.text, "TOKEN", os.Getenv("SINGDANCE_RUN"))) },
		})
	}
	return cases
}

// inventedEvents returns the event lines of a run of sing-dance that did not happen.
func inventedEvents(pid int) []string {
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
