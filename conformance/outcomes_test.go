package conformance

import (
	"strings"
	"testing"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		outcome  stage.Outcome
		reason   string
		verdict  Verdict
		expected string // the reason
		evidence bool
	}{
		{stage.Crashed, "its first process was killed by SIGSEGV", Crash, "its first process was killed by SIGSEGV", true},
		{stage.Timeout, "it had not ended after 1m0s", Timeout, "it had not ended after 1m0s", true},
		{stage.Stopped, "the run was stopped", Skipped, "the run was stopped", false},
		{stage.Broken, "no temporary folder can be made", Error, "no temporary folder can be made", true},
		{"finished", "", Error, `the recording has the unknown outcome "finished"`, true},
		{"", "", Error, `the recording has the unknown outcome ""`, true},
	} {
		t.Run(string(c.outcome), func(t *testing.T) {
			g := gomega.NewWithT(t)
			r := load(t, "cpython-3.12/forkserver/sing-dance")
			r.Outcome, r.Reason = c.outcome, c.reason
			for _, b := range concerned(r) {
				result := Judge(b, r, nil)
				g.Expect(result.Behavior).To(gomega.Equal(b.ID))
				g.Expect(result.Verdict).To(gomega.Equal(c.verdict), b.ID)
				g.Expect(result.Reason).To(gomega.Equal(c.expected), b.ID)
				g.Expect(result.Observed).To(gomega.BeEmpty(), b.ID)
				if c.evidence {
					g.Expect(result.Evidence).To(gomega.ContainElement("first process 101: exit status 0"), b.ID)
				} else {
					g.Expect(result.Evidence).To(gomega.BeEmpty(), b.ID)
				}
				g.Expect(result.Evidence).NotTo(gomega.BeNil(), "a list in JSON, not null")
			}
		})
	}
}

func TestAJudgeThatPanicsIsAnErrorOfTheSuite(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/fork/sing-dance")
	for _, b := range []Behavior{
		{ID: "panics", Level: Core, Judge: func(types.Gomega, *stage.Recording) { panic("no such table") }},
		{ID: "panics", Level: Core, Judge: func(g types.Gomega, _ *stage.Recording) {
			g.Expect(1).To(gomega.Equal(2))
			panic("in the middle")
		}},
		{ID: "panics", Level: Observation, Observe: func(r *stage.Recording) string { return r.Events[1000].Event }},
		{ID: "panics", Level: Core}, // neither Judge nor Observe
	} {
		result := Judge(b, r, nil)
		g.Expect(result.Verdict).To(gomega.Equal(Error))
		g.Expect(result.Reason).To(gomega.HavePrefix("the judge of panics failed: "))
		g.Expect(result.Evidence).To(gomega.ContainElement(gomega.HavePrefix("program sing-dance on cpython-3.12.1")))
	}
}

func TestVerdicts(t *testing.T) {
	g := gomega.NewWithT(t)
	g.Expect(Verdicts()).To(gomega.ConsistOf(Pass, Fail, Known, Fixed, Absent, Crash, Timeout, Error, Skipped))
	var judged, unexpected []Verdict
	for _, v := range Verdicts() {
		if v.Judged() {
			judged = append(judged, v)
		}
		if v.Unexpected() {
			unexpected = append(unexpected, v)
		}
	}
	g.Expect(judged).To(gomega.ConsistOf(Pass, Fail, Known, Fixed, Crash, Timeout))
	g.Expect(unexpected).To(gomega.ConsistOf(Fail, Crash, Timeout))
	g.Expect(Verdict("nonsense").Judged()).To(gomega.BeFalse())
	g.Expect(Verdict("nonsense").Unexpected()).To(gomega.BeFalse())
}

// hostile is what a program could print to take over a reader's terminal, or to fill it.
var hostile = "\x1b[2J\x1b]0;title\a\r\n\x00\b\x7f\u009b31m\u202eturned\u2028" + strings.Repeat("long 唱歌 ", 100) + "\xff"

func TestEvidenceIsHarmlessWhateverAProgramSays(t *testing.T) {
	taint := map[string]func(r *stage.Recording){
		"stdout": func(r *stage.Recording) { r.Stdout = strings.Repeat(hostile, 20) },
		"stderr": func(r *stage.Recording) { r.Stderr = strings.Repeat(hostile+"\n", 50) },
		"events": func(r *stage.Recording) {
			for n := range r.Events {
				r.Events[n].Event += hostile
				r.Events[n].Role += hostile
				r.Events[n].Data = map[string]any{hostile: hostile}
			}
		},
		"data": func(r *stage.Recording) {
			for _, field := range []string{"args", "kwargs", "process", "name", "message", "method", "methods", "chosen", "refused", "exitcodes", "child", "parent_process"} {
				for _, e := range r.Events {
					if _, has := e.Data[field]; has {
						e.Data[field] = hostile
					}
				}
			}
			said(r, "error", "", "types", []any{hostile})
			said(r, "attempt", "", "types", []any{hostile})
		},
		"statuses": func(r *stage.Recording) {
			said(r, "exit", main, "exitcodes", map[string]any{hostile: hostile, sing: 0.0})
		},
		"processes": func(r *stage.Recording) {
			hostileProcess := platform.Process{PID: 7, PPID: 1, State: platform.Alive, Name: hostile, Command: []string{hostile, hostile}}
			for n := range r.Snapshots {
				for range 100 {
					r.Snapshots[n].Processes = append(r.Snapshots[n].Processes, hostileProcess)
				}
			}
			for range 100 {
				r.Survivors = append(r.Survivors, hostileProcess)
			}
		},
		"the probe": func(r *stage.Recording) {
			i := &r.Implementation
			i.Default, i.Module, i.Version, i.Platform = hostile, hostile, hostile, hostile
			i.Methods = []string{hostile}
			r.System = hostile
		},
		"crash":   func(r *stage.Recording) { r.Outcome, r.Reason = stage.Crashed, hostile },
		"timeout": func(r *stage.Recording) { r.Outcome, r.Reason = stage.Timeout, hostile },
		"stopped": func(r *stage.Recording) { r.Outcome, r.Reason = stage.Stopped, hostile },
		"unknown": func(r *stage.Recording) { r.Outcome = stage.Outcome(hostile) },
	}
	for name, change := range taint {
		t.Run(name, func(t *testing.T) {
			for _, file := range goodNames(t) {
				r := load(t, file)
				change(r)
				for _, b := range All() {
					if b.Program != r.Program {
						continue
					}
					result := Judge(b, r, nil)
					for _, line := range append([]string{result.Reason, result.Observed}, result.Evidence...) {
						if strings.ContainsFunc(line, harmful) {
							t.Fatalf("%s, %s: a line is not harmless: %.100q", file, b.ID, line)
						}
						if len([]rune(line)) > mostReason+1 {
							t.Fatalf("%s, %s: a line has %d characters: %.100q", file, b.ID, len([]rune(line)), line)
						}
					}
					if len(result.Evidence) > 400 {
						t.Fatalf("%s, %s: the evidence has %d lines", file, b.ID, len(result.Evidence))
					}
				}
			}
		})
	}
}

// harmful says of a character that it moves the cursor, starts a sequence, ends a line or turns the text.
func harmful(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
}

func TestEvidenceShowsTheTree(t *testing.T) {
	g := gomega.NewWithT(t)
	one := func(pid, ppid int) platform.Process {
		return platform.Process{PID: pid, PPID: ppid, State: platform.Alive, Name: "p"}
	}
	g.Expect(tree([]platform.Process{one(12, 11), one(10, 1), one(11, 10), one(13, 10), one(20, 2), one(30, 31), one(31, 30)})).To(gomega.Equal([]string{
		"  pid 10, parent 1, alive: p",
		"    pid 11, parent 10, alive: p",
		"      pid 12, parent 11, alive: p",
		"    pid 13, parent 10, alive: p",
		"  pid 20, parent 2, alive: p",
		"  pid 30, parent 31, alive: p",
		"    pid 31, parent 30, alive: p",
	}))
	many := tree(make([]platform.Process, mostProcesses+5))
	g.Expect(many).To(gomega.HaveLen(mostProcesses + 1))
	g.Expect(many).To(gomega.ContainElement("  … and 5 more processes"))
}

func TestEvidenceTellsWhatARecordingHolds(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/forkserver/sing-dance")
	r.Survivors = []platform.Process{{PID: 109, PPID: 1, State: platform.Alive, Name: "python3"}}
	r.Stderr = "one\r\ntwo\r\n"
	evidence := Evidence(r)
	g.Expect(evidence).To(gomega.ContainElements(
		"program sing-dance on cpython-3.12.1, forkserver, on linux x86_64",
		"first process 101: exit status 0",
		"main says of its children: map[dance:0 sing:0]",
		`process table at "together", after 10 events:`,
		"  pid 101, parent 100, alive: python3 /usr/bin/python3 /tmp/programs/sing-dance.py",
		"had to be killed: pid 109, parent 1: python3",
		"timeline:",
		"  last    main  pid 101, parent 100  map[]",
		"stdout:", "  唱歌......", "stderr:", "  one", "  two",
	))

	r.Snapshots[1].Processes, r.Exit, r.Stdout = nil, nil, ""
	for n := range 100 {
		r.Stderr += strings.Repeat("-", n) + "\n"
		insert(r, len(r.Events), stage.Event{Event: "more", PID: 1})
	}
	evidence = Evidence(r)
	g.Expect(evidence).To(gomega.ContainElements("  nothing is left", "  … and 89 more events", "  … 90 lines before", "  "+strings.Repeat("-", 99)))
	g.Expect(evidence).NotTo(gomega.ContainElement("stdout:"))
	g.Expect(evidence).NotTo(gomega.ContainElement(gomega.HavePrefix("first process")))
}

func TestAFailureTellsAllThatIsWrong(t *testing.T) {
	g := gomega.NewWithT(t)
	r := load(t, "cpython-3.12/fork/sing-dance")
	status(r, sing, 1.0)
	status(r, dance, 2.0)
	b, _ := Find("exit-children-status")
	result := Judge(b, r, nil)
	g.Expect(result.Reason).To(gomega.Equal("sing's exit status Expected <int>: 1 to be zero-valued"))
	g.Expect(result.Evidence).To(gomega.ContainElements("sing's exit status", "dance's exit status", "    <int>: 2"))
}

// A reader who judges a recording again must read the same words. What is asserted of several children must therefore be
// asserted in one order; a recording that has lost its events shows each such place.
func TestJudgingAgainSaysTheSame(t *testing.T) {
	g := gomega.NewWithT(t)
	for _, name := range goodNames(t) {
		r := load(t, name)
		for _, events := range [][]stage.Event{r.Events, r.Events[:len(r.Events)/2], nil} {
			r.Events = events
			for _, b := range concerned(r) {
				first := Judge(b, r, nil)
				for range 8 {
					g.Expect(Judge(b, r, nil)).To(gomega.Equal(first), "%s of %s with %d events", b.ID, name, len(events))
				}
			}
		}
	}
}
