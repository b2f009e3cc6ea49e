package conformance

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
)

// goSyntax matches what fmt prints of Go values and types.
var goSyntax = regexp.MustCompile(`map\[|<nil>|\binterface\b|\[\]string|&\{|0x[0-9a-f]{6}|%!|float64|matchers\.|conformance\.|platform\.`)

type named struct {
	Name string `json:"name"`
}

func TestWords(t *testing.T) {
	number := 7
	for _, c := range []struct {
		value any
		words string
	}{
		{nil, "nothing"},
		{"text", `"text"`},
		{"", `""`},
		{3, "3"},
		{1.5, "1.5"},
		{true, "true"},
		{errors.New("it failed"), "it failed"},
		{[]any{}, "an empty list"},
		{[]string(nil), "an empty list"},
		{[]any{"a", 1.0, nil}, `["a", 1, nothing]`},
		{[2]int{1, 2}, "[1, 2]"},
		{map[string]any{"b": 1.0, "a": []any{nil}}, `{"a":[null],"b":1}`},
		{map[string]any{"less": "<&>"}, `{"less":"<&>"}`},
		{map[string]any{"cannot": make(chan int)}, "a value that cannot be shown"},
		{map[string]int{"sing": 0, "dance": 1}, "{dance: 1, sing: 0}"},
		{&number, "7"},
		{(*int)(nil), "nothing"},
		{named{"sing"}, `{"name":"sing"}`},
		{platform.Process{PID: 104, Name: "python3"}, "process 104 (python3)"},
		{[]platform.Process{{PID: 104, Name: "python3"}}, "[process 104 (python3)]"},
		{Core, "core"},
	} {
		got := Words(c.value)
		if got != c.words {
			t.Errorf("Words(%#v) is %s instead of %s", c.value, got, c.words)
		}
		if goSyntax.MatchString(got) {
			t.Errorf("%s is Go syntax", got)
		}
	}
}

func TestMatcherWords(t *testing.T) {
	for _, c := range []struct {
		matcher types.GomegaMatcher
		words   string
	}{
		{gomega.Equal(0), "be 0"},
		{gomega.Equal([]string{"sing"}), `be ["sing"]`},
		{gomega.BeEquivalentTo(1), "be 1"},
		{gomega.BeNil(), "be nothing"},
		{gomega.BeTrue(), "be true"},
		{gomega.BeFalse(), "be false"},
		{gomega.BeEmpty(), "be empty"},
		{gomega.BeZero(), "be 0"},
		{gomega.HaveLen(2), "have 2 entries"},
		{gomega.ContainElement("spawn"), `include "spawn"`},
		{gomega.ContainElement(gomega.HavePrefix("a")), `include something that must begin with "a"`},
		{gomega.ContainElements("a", "b"), `include ["a", "b"]`},
		{gomega.ContainElements([]string{"a", "b"}), `include ["a", "b"]`},
		{gomega.ConsistOf(1, 2), "be exactly [1, 2], in any order"},
		{gomega.HaveEach(7), "each be 7"},
		{gomega.BeElementOf("a", "b"), `be one of ["a", "b"]`},
		{gomega.ContainSubstring("main"), `contain "main"`},
		{gomega.HavePrefix("a"), `begin with "a"`},
		{gomega.HaveSuffix("z"), `end with "z"`},
		{gomega.MatchRegexp(`^\d+$`), `match ^\d+$`},
		{gomega.HaveKey("pid"), `have the field "pid"`},
		{gomega.HaveKeyWithValue("pid", 7), `have the field "pid" with 7`},
		{gomega.HaveField("PID", 7), "have the PID 7"},
		{gomega.BeNumerically(">", 1), "be greater than 1"},
		{gomega.BeNumerically(">=", 1), "be at least 1"},
		{gomega.BeNumerically("<", 1), "be less than 1"},
		{gomega.BeNumerically("<=", 1), "be at most 1"},
		{gomega.BeNumerically("==", 1), "be equal to 1"},
		{gomega.BeNumerically("!=", 1), "be different from 1"},
		{gomega.Not(gomega.Equal(1)), "not be 1"},
		{gomega.And(gomega.HavePrefix("a"), gomega.HaveSuffix("z")), `begin with "a" and end with "z"`},
		{gomega.Or(gomega.Equal(1), gomega.Equal(2)), "be 1 or be 2"},
	} {
		got := matcherWords(c.matcher)
		if got != c.words {
			t.Errorf("the words are %q instead of %q", got, c.words)
		}
		if goSyntax.MatchString(got) {
			t.Errorf("%s is Go syntax", got)
		}
	}
	g := gomega.NewWithT(t)
	g.Expect(func() { matcherWords(gomega.BeClosed()) }).To(gomega.PanicWith(gomega.ContainSubstring("has no words")))
	g.Expect(func() { matcherWords(gomega.BeNumerically("~", 1, 2)) }).To(gomega.PanicWith(gomega.ContainSubstring("has no words")))
}

func TestSameValue(t *testing.T) {
	for _, c := range []struct {
		got, want any
		equal     bool
	}{
		{1.0, 1, true},
		{1.5, 1, false},
		{nil, nil, true},
		{"1", 1, false},
		{[]any{"a", 1.0}, []any{"a", 1}, true},
		{[]any{"a"}, []string{"a"}, true},
		{[]any{"a", "b"}, []string{"b", "a"}, false},
		{map[string]any{"n": 1.0}, map[string]int{"n": 1}, true},
		{map[string]any{}, nil, false},
	} {
		if got := SameValue(c.got, c.want); got != c.equal {
			t.Errorf("SameValue(%v, %v) is %t", c.got, c.want, got)
		}
	}
}

// runJudge returns the result of a judge on a recording without events.
func runJudge(judge func(s *Scene)) Result {
	var result Result
	Behavior{ID: "test", Judge: judge}.judge(newRecording(), &result)
	return result
}

func TestExpect(t *testing.T) {
	long := strings.Repeat("x", 3*maxValue)
	for _, c := range []struct {
		judge     func(s *Scene)
		want, got string
	}{
		{func(s *Scene) { s.Expect(1, "the exit code of %s", "sing").To(gomega.Equal(0)) }, "the exit code of sing must be 0", "it is 1"},
		{func(s *Scene) { s.Expect(0, "the exit code").NotTo(gomega.Equal(0)) }, "the exit code must not be 0", "it is 0"},
		{func(s *Scene) { s.Expect(nil, "the value").To(gomega.Equal("x")) }, `the value must be "x"`, "it is nothing"},
		{func(s *Scene) { s.Expect([]string{}, "the methods").To(gomega.ContainElement("spawn")) }, `the methods must include "spawn"`, "there is none"},
		{func(s *Scene) { s.Expect("text", "the number").To(gomega.BeNumerically(">", 1)) }, "the number must be greater than 1", `it is "text"`},
		{func(s *Scene) { s.Check(false, "a must hold", "it does not") }, "a must hold", "it does not"},
	} {
		g := gomega.NewWithT(t)
		result := runJudge(c.judge)
		g.Expect(result.Verdict).To(gomega.Equal(Fail))
		g.Expect(result.Failures).To(gomega.Equal([]Failure{{Want: c.want, Got: c.got}}))
		g.Expect(result.Reason).To(gomega.Equal(c.want + "; " + c.got))
	}
	g := gomega.NewWithT(t)
	cut := runJudge(func(s *Scene) { s.Expect(long, "the text").To(gomega.BeEmpty()) })
	g.Expect(cut.Failures[0].Got).To(gomega.HaveSuffix("…"))
	g.Expect(cut.Failures[0].Detail).To(gomega.Equal(`"`+long+`"`), "the whole value")
	g.Expect(cut.Failures[0].Lines()).To(gomega.ContainElement(gomega.ContainSubstring(long)))

	many := runJudge(func(s *Scene) {
		for range maxFailures + 5 {
			s.Fail("it must not print \x1b[2J", "it did")
		}
	})
	g.Expect(many.Failures).To(gomega.HaveLen(maxFailures))
	g.Expect(many.Failures[0].Want).NotTo(gomega.ContainSubstring("\x1b"))
	g.Expect(many.Evidence).To(gomega.ContainElement("… and 5 more failures"))

	g.Expect(runJudge(func(s *Scene) {
		g.Expect(s.Expect(0, "the exit code").To(gomega.Equal(0))).To(gomega.BeTrue())
		g.Expect(s.Expect(0, "the exit code").NotTo(gomega.Equal(1))).To(gomega.BeTrue())
		g.Expect(s.Check(true, "a", "b")).To(gomega.BeTrue())
	}).Verdict).To(gomega.Equal(Pass))
}

func TestStepsThatEndAJudge(t *testing.T) {
	g := gomega.NewWithT(t)
	both := runJudge(func(s *Scene) {
		s.Fail("a must hold", "it does not")
		s.Fail("b must hold", "it does not")
	})
	g.Expect(both.Failures).To(gomega.HaveLen(2), "Fail does not end the judge")
	stopped := runJudge(func(s *Scene) {
		s.Stop("a must hold", "it does not")
		s.Fail("b must hold", "it does not")
	})
	g.Expect(stopped.Failures).To(gomega.Equal([]Failure{{Want: "a must hold", Got: "it does not"}}), "Stop ends it")
	absent := runJudge(func(s *Scene) {
		s.Absent("there is no %s", "server")
		s.Fail("b must hold", "it does not")
	})
	g.Expect([]string{string(absent.Verdict), absent.Reason}).To(gomega.Equal([]string{"absent", "there is no server"}))
	g.Expect(absent.Failures).To(gomega.BeEmpty(), "Absent ends it")
	failedFirst := runJudge(func(s *Scene) {
		s.Fail("a must hold", "it does not")
		s.Absent("there is no server")
	})
	g.Expect(failedFirst.Verdict).To(gomega.Equal(Fail), "a failure before an absence counts")

	var observed Result
	Behavior{ID: "test", Observe: func(s *Scene) string { s.MainPID(); return "not reached" }}.judge(newRecording(), &observed)
	g.Expect(observed.Verdict).To(gomega.Equal(Pass))
	g.Expect(observed.Observed).To(gomega.Equal(`not observed: main must report "body"; it did not`))
}
