package conformance

import (
	"fmt"

	"github.com/singdance/singdance/stage"
)

// Verdict is what came out for one behavior of one implementation under one start method.
type Verdict string

// The verdicts.
const (
	Pass    Verdict = "pass"
	Fail    Verdict = "fail"
	Known   Verdict = "known"   // an expected difference was seen
	Fixed   Verdict = "fixed"   // an expected difference is gone
	Absent  Verdict = "absent"  // the implementation says that it has no such thing
	Crash   Verdict = "crash"   // the program left nothing that can be judged
	Timeout Verdict = "timeout" // the program had not ended at its deadline
	Error   Verdict = "error"   // the suite's own failure
	Skipped Verdict = "skipped" // by the user
)

// Verdicts lists all of them, the good ones first.
func Verdicts() []Verdict {
	return []Verdict{Pass, Known, Absent, Skipped, Fixed, Fail, Crash, Timeout, Error}
}

// Judged says whether the behavior was looked at: whether there is an answer of the implementation.
func (v Verdict) Judged() bool {
	switch v {
	case Pass, Fail, Known, Fixed, Crash, Timeout:
		return true
	case Absent, Error, Skipped:
		return false
	}
	return false
}

// Unexpected says whether the verdict makes a run nonconformant.
func (v Verdict) Unexpected() bool {
	switch v {
	case Fail, Crash, Timeout:
		return true
	case Pass, Known, Fixed, Absent, Error, Skipped:
		return false
	}
	return false
}

// Result is the verdict on one behavior, with what it stands on.
type Result struct {
	Behavior       string    `json:"behavior"`
	Group          string    `json:"group"`
	Level          Level     `json:"level"`
	Implementation string    `json:"implementation"`
	Method         string    `json:"method"`
	Verdict        Verdict   `json:"verdict"`
	Reason         string    `json:"reason"`              // empty for pass
	Observed       string    `json:"observed,omitempty"`  // of an observation: what was seen
	URL            string    `json:"url,omitempty"`       // of a known or fixed difference
	Failures       []Failure `json:"failures,omitempty"`  // of fail: each requirement that was not met
	Evidence       []string  `json:"evidence"`            // lines for the reader; none for pass
	Recording      string    `json:"recording,omitempty"` // the recording's file, relative to the results

	Differs map[Verdict]int `json:"differs,omitempty"` // how often each verdict came, if repetitions differ
}

// Judge judges one behavior on one recording; expectations tell which differences are known.
func Judge(b Behavior, r *stage.Recording, expectations Expectations) Result {
	result := Result{
		Behavior: b.ID, Group: b.Group(), Level: b.Level,
		Implementation: r.Implementation.ID, Method: r.Method, Evidence: []string{},
	}
	switch r.Outcome {
	case stage.Ended:
		b.judge(r, &result)
	case stage.Crashed:
		result.Verdict, result.Reason = Crash, r.Reason
	case stage.Timeout:
		result.Verdict, result.Reason = Timeout, r.Reason
	case stage.Stopped:
		result.Verdict, result.Reason = Skipped, r.Reason
	case stage.Broken:
		result.Verdict, result.Reason = Error, r.Reason
	default:
		result.Verdict, result.Reason = Error, fmt.Sprintf("the recording has the unknown outcome %q", r.Outcome)
	}
	result.Reason = oneLine(result.Reason, mostReason) // it may quote what the program said
	expectations.apply(b, r, &result)
	switch result.Verdict {
	case Fail, Crash, Timeout, Error, Known:
		result.Evidence = append(result.Evidence, Evidence(r)...)
	case Pass, Fixed, Absent, Skipped:
	}
	return result
}

// judge runs the judge, and collects what it finds wrong until a step ends it.
func (b Behavior) judge(r *stage.Recording, result *Result) {
	s := NewScene(r)
	absent, err := s.run(b, result)
	switch {
	case err != nil:
		result.Verdict, result.Reason = Error, fmt.Sprintf("the judge of %s failed: %v", b.ID, err)
	case len(s.failures) > 0 && b.Observe != nil:
		result.Verdict, result.Observed = Pass, oneLine("not observed: "+s.failures[0].String(), mostObserved)
	case len(s.failures) > 0:
		result.Verdict, result.Reason, result.Failures = Fail, oneLine(s.failures[0].String(), mostReason), s.failures
		for _, f := range s.failures {
			result.Evidence = append(result.Evidence, f.lines()...)
		}
	case absent != "":
		result.Verdict, result.Reason = Absent, absent
	default:
		result.Verdict = Pass
	}
}

// run calls the judge of the behavior on the scene. It returns why the behavior is absent, or what broke the judge.
func (s *Scene) run(b Behavior, result *Result) (absent string, err any) {
	defer func() {
		switch thrown := recover().(type) {
		case nil, stopped:
		case absence:
			absent = string(thrown)
		default:
			err = thrown
		}
	}()
	if e, found := s.First("absent", Main); found {
		s.Absent("%s", e.Text("reason"))
	}
	if b.Observe != nil {
		result.Observed = oneLine(b.Observe(s), mostObserved)
		return "", nil
	}
	b.Judge(s)
	return "", nil
}

// lines returns the failure as lines of evidence.
func (f Failure) lines() []string {
	lines := []string{"want: " + shorten(f.Want, mostLine), "got:  " + shorten(f.Got, mostLine)}
	if f.Detail != "" {
		lines = append(lines, "      "+shorten(f.Detail, mostDetail))
	}
	return lines
}
