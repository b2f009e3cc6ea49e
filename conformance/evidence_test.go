package conformance

import (
	"strings"
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/stage"
)

func TestTree(t *testing.T) {
	g := gomega.NewWithT(t)
	one := func(pid, ppid int) platform.Process {
		return platform.Process{PID: pid, PPID: ppid, State: platform.Alive, Name: "p"}
	}
	g.Expect(tree([]platform.Process{one(12, 11), one(10, 1), one(11, 10), one(13, 10), one(20, 2), one(30, 31), one(31, 30)})).To(gomega.Equal([]string{
		"  process 10, parent 1, alive: p",
		"    process 11, parent 10, alive: p",
		"      process 12, parent 11, alive: p",
		"    process 13, parent 10, alive: p",
		"  process 20, parent 2, alive: p",
		"  process 30, parent 31, alive: p",
		"    process 31, parent 30, alive: p",
	}))
	many := tree(make([]platform.Process, maxProcesses+5))
	g.Expect(many).To(gomega.HaveLen(maxProcesses + 1))
	g.Expect(many).To(gomega.ContainElement("  … and 5 more processes"))
}

func TestEvidence(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Forkserver)
	r.Survivors = []platform.Process{{PID: 109, PPID: 1, State: platform.Alive, Name: "python3"}}
	r.Stderr = "one\r\ntwo\r\n"
	evidence := Evidence(r)
	g.Expect(evidence).To(gomega.ContainElements(
		"program sing-dance on cpython-3.12.1, forkserver, on linux x86_64",
		"first process 101: exit status 0",
		`exit codes that main reports: {"dance":0,"sing":0}`,
		`process table at "together", after 10 events:`,
		"  process 101, parent 100, alive: python3 /usr/bin/python3 /tmp/programs/sing-dance.py",
		"had to be killed: process 109, parent 1: python3",
		"timeline:",
		"  last    main  process 101, parent 100",
		"stdout:", "  唱歌......", "stderr:", "  one", "  two",
	))

	r.Snapshots[1].Processes, r.Exit, r.Stdout = nil, nil, ""
	for n := range 100 {
		r.Stderr += strings.Repeat("-", n) + "\n"
		r.Events = append(r.Events, stage.Event{Event: "more", PID: 1})
	}
	evidence = Evidence(r)
	g.Expect(evidence).To(gomega.ContainElements("  no process", "  … and 89 more events", "  … 90 lines before these", "  "+strings.Repeat("-", 99)))
	g.Expect(evidence).NotTo(gomega.ContainElement("stdout:"))
	g.Expect(evidence).NotTo(gomega.ContainElement(gomega.HavePrefix("first process")))
}
