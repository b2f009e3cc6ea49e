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

func TestEventThatIsNotUTF8(t *testing.T) {
	f := feed{token: "t"}
	NewWithT(t).Expect(f.add([]byte(line("\"event\":\"x\",\"pid\":1,\"role\":\"\xff\"")))).To(MatchError(HavePrefix("line 1 of the event file: not UTF-8: ")))
}

func TestFeedLimits(t *testing.T) {
	g := NewWithT(t)
	f := feed{token: "t"}
	longest := line(`"event":"x","pid":1,"data":{"a":"%s"}`, "")
	longest = line(`"event":"x","pid":1,"data":{"a":"%s"}`, strings.Repeat("x", maxLine-len(longest)+1))
	g.Expect(longest).To(HaveLen(maxLine + 1)) // with its line end
	g.Expect(f.add([]byte(longest))).To(Succeed())

	// A line that has no end is refused as soon as it is too long.
	g.Expect(f.add([]byte(strings.Repeat("x", maxLine)))).To(Succeed())
	g.Expect(f.add([]byte("x"))).To(MatchError("line 2 of the event file: longer than 65536 bytes"))

	f = feed{token: "t"}
	g.Expect(f.add([]byte(strings.Repeat(line(`"event":"x","pid":1`), maxEvents)))).To(Succeed())
	g.Expect(f.add([]byte(line(`"event":"x","pid":1`)))).To(MatchError("cap on events: the event file has more than 10000 lines"))
	g.Expect(f.events).To(HaveLen(maxEvents))

	f = feed{token: "t"}
	many := strings.Repeat(longest, maxEventBytes/maxLine)
	g.Expect(f.add([]byte(many))).To(Succeed())
	g.Expect(f.add([]byte(longest))).To(MatchError("cap on events: the event file has more than 4194304 bytes"))
	g.Expect(f.events).To(HaveLen(maxEventBytes / maxLine))
}

func asked(pid int, cue string, of int, after string) Event {
	data := map[string]any{"cue": cue, "of": float64(of)}
	if after != "" {
		data["after"] = after
	}
	return Event{Event: "ask", PID: pid, Data: data}
}

func TestDue(t *testing.T) {
	told := func(name, role string) Event { return Event{Event: name, Role: role, PID: 1} }
	for name, test := range map[string]struct {
		events []Event
		given  string
		due    []string
	}{
		"nothing asked":                 {[]Event{told("body", "main")}, "", nil},
		"one of one":                    {[]Event{asked(2, "a", 1, "")}, "", []string{"a"}},
		"one of two":                    {[]Event{asked(2, "a", 2, "")}, "", nil},
		"two of two":                    {[]Event{asked(2, "a", 2, ""), asked(3, "a", 2, "")}, "", []string{"a"}},
		"the same twice":                {[]Event{asked(2, "a", 2, ""), asked(2, "a", 2, "")}, "", nil},
		"given already":                 {[]Event{asked(2, "a", 1, "")}, "a", nil},
		"after, not told":               {[]Event{asked(2, "a", 1, "last")}, "", nil},
		"after, told by main":           {[]Event{asked(2, "a", 1, "last"), told("last", "main")}, "", []string{"a"}},
		"after, told before":            {[]Event{told("last", "main"), asked(2, "a", 1, "last")}, "", []string{"a"}},
		"after, told by another":        {[]Event{told("last", "sing"), asked(2, "a", 1, "last")}, "", nil},
		"several, in the order of asks": {[]Event{asked(2, "b", 1, ""), asked(3, "a", 1, "")}, "", []string{"b", "a"}},
		"the first ask counts":          {[]Event{asked(2, "a", 1, ""), asked(3, "a", 5, "never")}, "", []string{"a"}},
	} {
		t.Run(name, func(t *testing.T) {
			g := NewWithT(t)
			cues, err := due(test.events, map[string]bool{test.given: true})
			g.Expect(err).NotTo(HaveOccurred())
			var names []string
			for _, cue := range cues {
				names = append(names, cue.name)
			}
			g.Expect(names).To(Equal(test.due))
		})
	}
}
