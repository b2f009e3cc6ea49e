package conformance

import (
	"testing"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
)

func TestTallyOfRepetitions(t *testing.T) {
	g := gomega.NewWithT(t)
	b, _ := Find("args-none")
	c, _ := Find("args-both")
	one := implementation.Implementation{ID: "one"}
	plan := Plan{Cells: []Cell{{Behavior: b, Implementation: one, Method: Spawn}, {Behavior: c, Implementation: one, Method: Spawn}}}
	result := func(id string, verdict Verdict, recording string) []Result {
		return []Result{{Behavior: id, Implementation: "one", Method: Spawn, Verdict: verdict, Recording: recording}}
	}
	tally := plan.Tally()
	g.Expect(tally.News(result("args-none", Pass, ""))).To(gomega.BeTrue())
	tally.Add(result("args-none", Pass, "first"))
	g.Expect(tally.News(result("args-none", Pass, ""))).To(gomega.BeFalse())
	tally.Add(result("args-none", Pass, "second"))
	g.Expect(tally.Results(Stopped)[0]).To(gomega.And(
		gomega.HaveField("Differs", gomega.BeEmpty()), gomega.HaveField("Recording", "first")))
	g.Expect(tally.Results(Stopped)[1]).To(gomega.And(
		gomega.HaveField("Verdict", Skipped), gomega.HaveField("Reason", "the run was stopped")))

	g.Expect(tally.News(result("args-none", Crash, ""))).To(gomega.BeTrue())
	tally.Add(result("args-none", Crash, "third"))
	tally.Add(result("args-none", Skipped, "")) // stopped before it was judged
	g.Expect(tally.Results(Stopped)[0]).To(gomega.And(
		gomega.HaveField("Differs", map[Verdict]int{Pass: 2, Crash: 1}), gomega.HaveField("Verdict", Crash), gomega.HaveField("Recording", "third")))
}
