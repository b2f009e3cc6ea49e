package report

import (
	"testing"

	. "github.com/onsi/gomega"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
)

// unexpectedResult returns a failure of a behavior that is judged on the program sing-dance.
func unexpectedResult(behavior, method, reason string) conformance.Result {
	return conformance.Result{
		Behavior: behavior, Implementation: "cpython-3.15.2", Method: method, Verdict: conformance.Fail, Reason: reason,
		Evidence: []string{"program sing-dance, " + method}, Recording: "recordings/" + method + ".json",
	}
}

// Recordings that show the same are one cause, whatever the process IDs and addresses are.
func TestCauses(t *testing.T) {
	g := NewWithT(t)
	all := causes([]conformance.Result{
		unexpectedResult("exit-status-zero", "spawn", "the exit status must be 0; it is 7"),
		{Behavior: "exit-status-zero", Verdict: conformance.Pass},
		unexpectedResult("identity-ppid-is-main", "spawn", "no such object <f at 0x7f3a484bcee0>"),
		unexpectedResult("exit-status-zero", "fork", "the exit status must be 0; it is 9"),
		unexpectedResult("identity-ppid-is-main", "fork", "no such object <f at 0x7f89c7e64310>"),
		unexpectedResult("exit-status-zero", "forkserver", "another reason"),
	})
	g.Expect(all).To(HaveLen(2))
	g.Expect(all[0].Title()).To(Equal("4 results: program sing-dance on cpython-3.15.2 (spawn, fork)"))
	g.Expect(all[0].Evidence()).To(Equal([]string{"program sing-dance, spawn"}), "that of the first recording")
	g.Expect(all[0].Recordings()).To(Equal([]string{"recordings/spawn.json", "recordings/fork.json"}))
	g.Expect(all[0].Lines()).To(Equal([]string{
		"✗ exit-status-zero", "    fail: the exit status must be 0; it is 7",
		"✗ identity-ppid-is-main", "    fail: no such object <f at 0x7f3a484bcee0>",
	}))
	g.Expect(all[1].Title()).To(Equal("1 result: program sing-dance on cpython-3.15.2 (forkserver)"))
	g.Expect(causes(nil)).To(BeEmpty())
}

func TestIssueOf(t *testing.T) {
	g := NewWithT(t)
	for url, name := range map[string]string{
		"https://github.com/python/cpython/issues/126631":                                    "gh-126631",
		"https://github.com/python/cpython/pull/141859":                                      "gh-141859",
		"https://github.com/pypy/pypy/issues/4995":                                           "pypy/pypy#4995",
		"https://github.com/joblib/loky/blob/3.5.6/loky/backend/popen_loky_posix.py#L37-L92": "popen_loky_posix.py",
		"": "no issue",
	} {
		g.Expect(issueOf(url)).To(Equal(name))
	}
}
