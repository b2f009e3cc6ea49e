package conformance

import (
	"strings"
	"testing"
	"time"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

// recordingOf returns a recording whose process table has the processes.
func recordingOf(processes []platform.Process) *stage.Recording {
	return &stage.Recording{Snapshots: []stage.Snapshot{{Point: "together", Processes: processes}}}
}

func TestTree(t *testing.T) {
	g := gomega.NewWithT(t)
	one := func(pid, ppid int) platform.Process {
		return platform.Process{PID: pid, PPID: ppid, State: platform.Alive, Name: "p"}
	}
	g.Expect(castOf(recordingOf([]platform.Process{one(12, 11), one(10, 1), one(11, 10), one(13, 10), one(20, 2), one(30, 31), one(31, 30)})).tree()).To(gomega.Equal([]string{
		"  10 p, parent 1",
		"    11 p",
		"      12 p",
		"    13 p",
		"  20 p, parent 2",
		"  30 p, parent 31",
		"    31 p",
	}))
	var crowd []platform.Process
	for n := range maxProcesses + 5 {
		crowd = append(crowd, one(100+n, 1))
	}
	many := castOf(recordingOf(crowd)).tree()
	g.Expect(many).To(gomega.HaveLen(maxProcesses + 1))
	g.Expect(many).To(gomega.ContainElement("  … and 5 more processes"))
}

// The timeline has the time since the start of the run, and the process tables at their places among the events.
func TestTimeline(t *testing.T) {
	g := gomega.NewWithT(t)
	started := time.Unix(1000, 0)
	r := &stage.Recording{
		FirstPID: 10, Started: started,
		Events: []stage.Event{
			{Event: "body", Role: Main, PID: 10, PPID: 1, Time: 1000.01},
			{Event: "started", Role: Main, PID: 10, PPID: 1, Time: 1000.02, Data: map[string]any{"child": "sing", "child_pid": 11.0, "none": nil}},
			{Event: "enter", Role: "sing", PID: 11, PPID: 10, Time: 1000.1234},
		},
		Snapshots: []stage.Snapshot{{Point: "together", Events: 2, Processes: []platform.Process{
			{PID: 10, PPID: 1, State: platform.Alive, Name: "python3"},
			{PID: 11, PPID: 10, State: platform.Zombie, Name: "python3"},
			{PID: 12, PPID: 10, State: platform.Alive, Name: "python3", Command: []string{"python3", "-c", "the server"}},
		}}},
	}
	g.Expect(castOf(r).timeline()).To(gomega.Equal([]string{
		"      10 10 main: body",
		`      20 10 main: started  child="sing"  child_pid=11`,
		`         process table at "together": 10 main, 11 sing (zombie), 12 python3`,
		"     123 11 sing: enter",
	}))
	g.Expect(castOf(r).tree()).To(gomega.Equal([]string{"  10 main", "    11 sing", "    12 python3 python3 -c the server"}))

	r.Started = time.Unix(5000, 0) // the clock was set back
	g.Expect(castOf(r).timeline()[0]).To(gomega.Equal("       0 10 main: body"))
}

func TestEvidence(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Forkserver)
	r.Survivors = []platform.Process{{PID: 109, PPID: 1, State: platform.Alive, Name: "python3"}}
	r.Stderr = "one\r\ntwo\r\n"
	evidence := Evidence(r)
	g.Expect(evidence).To(gomega.ContainElements(
		"program sing-dance on cpython-3.12.1, forkserver, on linux x86_64",
		"processes:",
		"  101 main: exit status 0",
		"      104 sing: exit code 0",
		"  109 python3, parent 1: had to be killed",
		"timeline, in milliseconds:",
		gomega.ContainSubstring(`process table at "together": 101 main, `),
		gomega.MatchRegexp(`^ +\d+ 101 main: last$`),
		"stdout:", "  唱歌...... 1", "stderr:", "  one", "  two",
	))

	r.Snapshots[1].Processes, r.Exit, r.Stdout = nil, nil, ""
	g.Expect(Evidence(r)).To(gomega.ContainElement(gomega.HaveSuffix(`process table at "exit": no process`)))
	for n := range 100 {
		r.Stderr += strings.Repeat("-", n) + "\n"
		r.Events = append(r.Events, stage.Event{Event: "more", PID: 1})
	}
	evidence = Evidence(r)
	g.Expect(evidence).To(gomega.ContainElements("         … 81 more lines", "  … 90 lines before these", "  "+strings.Repeat("-", 99)))
	g.Expect(evidence).NotTo(gomega.ContainElement("stdout:"))
	g.Expect(evidence).To(gomega.ContainElement("  101 main"))
}
