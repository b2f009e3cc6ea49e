package conformance

import (
	"testing"

	"github.com/onsi/gomega"

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
		{stage.Crashed, "the program's first process was killed by SIGSEGV", Crash, "the program's first process was killed by SIGSEGV", true},
		{stage.Timeout, "the program did not end within 1m0s", Timeout, "the program did not end within 1m0s", true},
		{stage.Stopped, "the run was stopped", Skipped, "the run was stopped", false},
		{stage.InternalError, "cannot create a temporary folder", Error, "cannot create a temporary folder", true},
		{"finished", "", Error, `the recording has the unknown outcome "finished"`, true},
		{"", "", Error, `the recording has the unknown outcome ""`, true},
	} {
		t.Run(string(c.outcome), func(t *testing.T) {
			g := gomega.NewWithT(t)
			r := singDance(t, Forkserver)
			r.Outcome, r.Reason = c.outcome, c.reason
			for _, b := range judged(r) {
				result := Judge(b, r, nil)
				g.Expect(result.Behavior).To(gomega.Equal(b.ID))
				g.Expect(result.Verdict).To(gomega.Equal(c.verdict), b.ID)
				g.Expect(result.Reason).To(gomega.Equal(c.expected), b.ID)
				g.Expect(result.Observed).To(gomega.BeEmpty(), b.ID)
				if c.evidence {
					g.Expect(result.Evidence).To(gomega.ContainElement("  101 main: exit status 0"), b.ID)
				} else {
					g.Expect(result.Evidence).To(gomega.BeEmpty(), b.ID)
				}
				g.Expect(result.Evidence).NotTo(gomega.BeNil(), "a list in JSON, not null")
			}
		})
	}
}

func TestJudgeThatPanics(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Fork)
	for _, b := range []Behavior{
		{ID: "panics", Level: Core, Judge: func(*Scene) { panic("no such table") }},
		{ID: "panics", Level: Core, Judge: func(s *Scene) {
			s.Expect(1, "one").To(gomega.Equal(2))
			panic("in the middle")
		}},
		{ID: "panics", Level: Observation, Observe: func(s *Scene) string { return s.Recording.Events[1000].Event }},
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

func TestEveryFailureIsReported(t *testing.T) {
	g := gomega.NewWithT(t)
	r := singDance(t, Fork)
	setExitCode(r, "sing", 1)
	setExitCode(r, "dance", 2)
	b, _ := Find("exit-codes")
	result := Judge(b, r, nil)
	g.Expect(result.Reason).To(gomega.Equal("the exit code of sing must be 0; it is 1"))
	g.Expect(result.Failures).To(gomega.Equal([]Failure{
		{Want: "the exit code of sing must be 0", Got: "it is 1"}, {Want: "the exit code of dance must be 0", Got: "it is 2"},
	}))
	g.Expect(Failure{Want: "a", Got: "b", Detail: "c"}.Lines()).To(gomega.Equal([]string{"want: a", "got:  b", "      c"}))
}
