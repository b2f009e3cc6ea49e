package stage

import (
	"fmt"
	"strings"
	"testing"

	. "github.com/onsi/gomega"
)

func line(format string, arguments ...any) string {
	return `{"run":"t",` + fmt.Sprintf(format, arguments...) + "}\n"
}

func TestParseEvent(t *testing.T) {
	g := NewWithT(t)
	event, err := parseEvent([]byte(`{"run":"t","event":"enter","role":"sing","pid":5,"ppid":4,"time":1.5,"data":{"args":["唱",null,-7]},"new":[]}`), "t")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(event).To(Equal(Event{Event: "enter", Role: "sing", PID: 5, PPID: 4, Time: 1.5, Data: map[string]any{"args": []any{"唱", nil, -7.0}}}))
}

func TestParseEventInvalidUTF8(t *testing.T) {
	f := eventReader{token: "t"}
	NewWithT(t).Expect(f.add([]byte(line("\"event\":\"x\",\"pid\":1,\"role\":\"\xff\"")))).To(MatchError(HavePrefix("line 1 of the event file: invalid UTF-8: ")))
}

func TestEventReaderLimits(t *testing.T) {
	g := NewWithT(t)
	f := eventReader{token: "t"}
	longest := line(`"event":"x","pid":1,"data":{"a":"%s"}`, "")
	longest = line(`"event":"x","pid":1,"data":{"a":"%s"}`, strings.Repeat("x", maxLine-len(longest)+1))
	g.Expect(longest).To(HaveLen(maxLine + 1)) // including the line end
	g.Expect(f.add([]byte(longest))).To(Succeed())

	// A line without an end must be refused as soon as it is too long.
	g.Expect(f.add([]byte(strings.Repeat("x", maxLine)))).To(Succeed())
	g.Expect(f.add([]byte("x"))).To(MatchError("line 2 of the event file: longer than 65536 bytes"))

	f = eventReader{token: "t"}
	g.Expect(f.add([]byte(strings.Repeat(line(`"event":"x","pid":1`), maxEvents)))).To(Succeed())
	g.Expect(f.add([]byte(line(`"event":"x","pid":1`)))).To(MatchError("cap on events: the event file has more than 10000 lines"))
	g.Expect(f.events).To(HaveLen(maxEvents))

	f = eventReader{token: "t"}
	many := strings.Repeat(longest, maxEventBytes/maxLine)
	g.Expect(f.add([]byte(many))).To(Succeed())
	g.Expect(f.add([]byte(longest))).To(MatchError("cap on events: the event file has more than 4194304 bytes"))
	g.Expect(f.events).To(HaveLen(maxEventBytes / maxLine))
}

func askEvent(pid int, cue string, of int, after string) Event {
	data := map[string]any{"cue": cue, "of": float64(of)}
	if after != "" {
		data["after"] = after
	}
	return Event{Event: "ask", PID: pid, Data: data}
}

func TestDueCues(t *testing.T) {
	reported := func(name, role string) Event { return Event{Event: name, Role: role, PID: 1} }
	for name, test := range map[string]struct {
		events []Event
		given  string
		due    []string
	}{
		"no cue":                                    {[]Event{reported("body", "main")}, "", nil},
		"one of one process":                        {[]Event{askEvent(2, "a", 1, "")}, "", []string{"a"}},
		"one of two processes":                      {[]Event{askEvent(2, "a", 2, "")}, "", nil},
		"two of two processes":                      {[]Event{askEvent(2, "a", 2, ""), askEvent(3, "a", 2, "")}, "", []string{"a"}},
		"the same process twice":                    {[]Event{askEvent(2, "a", 2, ""), askEvent(2, "a", 2, "")}, "", nil},
		"given already":                             {[]Event{askEvent(2, "a", 1, "")}, "a", nil},
		"after, not reported":                       {[]Event{askEvent(2, "a", 1, "last")}, "", nil},
		"after, reported by the main process":       {[]Event{askEvent(2, "a", 1, "last"), reported("last", "main")}, "", []string{"a"}},
		"after, reported before":                    {[]Event{reported("last", "main"), askEvent(2, "a", 1, "last")}, "", []string{"a"}},
		"after, reported by another process":        {[]Event{reported("last", "sing"), askEvent(2, "a", 1, "last")}, "", nil},
		"several, in the order of the first events": {[]Event{askEvent(2, "b", 1, ""), askEvent(3, "a", 1, "")}, "", []string{"b", "a"}},
		"the first event counts":                    {[]Event{askEvent(2, "a", 1, ""), askEvent(3, "a", 5, "never")}, "", []string{"a"}},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			cues, err := dueCues(test.events, map[string]bool{test.given: true})
			g.Expect(err).NotTo(HaveOccurred())
			var names []string
			for _, cue := range cues {
				names = append(names, cue.name)
			}
			g.Expect(names).To(Equal(test.due))
		})
	}
}
