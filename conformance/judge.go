package conformance

import (
	"fmt"

	"github.com/singdance/singdance/stage"
)

// Verdict is the outcome of one behavior of one implementation under one start method.
type Verdict string

// The verdicts.
const (
	Pass    Verdict = "pass"
	Fail    Verdict = "fail"
	Known   Verdict = "known"   // a known difference was seen
	Fixed   Verdict = "fixed"   // a known difference was not seen
	Absent  Verdict = "absent"  // the program reported that the implementation does not have this
	Crash   Verdict = "crash"   // the program crashed; the recording cannot be judged
	Timeout Verdict = "timeout" // the program did not end before its deadline
	Error   Verdict = "error"   // the suite itself failed
	Skipped Verdict = "skipped" // left out by the user, or not reached
)

// Verdicts returns all verdicts, the good ones first.
func Verdicts() []Verdict {
	return []Verdict{Pass, Known, Absent, Skipped, Fixed, Fail, Crash, Timeout, Error}
}

// Judged reports whether the verdict is about the implementation, and not about the suite or the selection.
func (v Verdict) Judged() bool {
	switch v {
	case Pass, Fail, Known, Fixed, Crash, Timeout:
		return true
	case Absent, Error, Skipped:
		return false
	}
	return false
}

// Unexpected reports whether the verdict makes a run nonconformant.
func (v Verdict) Unexpected() bool {
	switch v {
	case Fail, Crash, Timeout:
		return true
	case Pass, Known, Fixed, Absent, Error, Skipped:
		return false
	}
	return false
}

// Result is the verdict on one behavior, with its evidence.
type Result struct {
	Behavior       string    `json:"behavior"`
	Group          string    `json:"group"`
	Level          Level     `json:"level"`
	Implementation string    `json:"implementation"`
	Method         string    `json:"method"`
	Verdict        Verdict   `json:"verdict"`
	Reason         string    `json:"reason"`              // empty for pass
	Observed       string    `json:"observed,omitempty"`  // what an observation saw
	URL            string    `json:"url,omitempty"`       // of a known or fixed difference
	Failures       []Failure `json:"failures,omitempty"`  // the first requirements that were not met, for fail and known
	Evidence       []string  `json:"evidence"`            // lines that describe the recording: see Evidence; empty for pass
	Recording      string    `json:"recording,omitempty"` // the path of the recording's file, relative to the results

	Differs map[Verdict]int `json:"differs,omitempty"` // the number of each verdict, if repetitions differ
}

// Judge judges one behavior on one recording. Differences that the expectations hold become known.
func Judge(b Behavior, r *stage.Recording, expectations Expectations) Result {
	result := Result{
		Behavior: b.ID, Group: b.Group(), Level: b.Level,
		Implementation: r.Implementation.ID, Method: r.Method, Evidence: []string{},
	}
	var failures []Failure
	switch r.Outcome {
	case stage.Ended:
		failures = b.judge(r, &result)
	case stage.Crashed:
		result.Verdict, result.Reason = Crash, r.Reason
	case stage.Timeout:
		result.Verdict, result.Reason = Timeout, r.Reason
	case stage.Stopped:
		result.Verdict, result.Reason = Skipped, r.Reason
	case stage.InternalError:
		result.Verdict, result.Reason = Error, r.Reason
	default:
		result.Verdict, result.Reason = Error, fmt.Sprintf("the recording has the unknown outcome %q", r.Outcome)
	}
	result.Reason = oneLine(result.Reason, maxReason) // it may quote what the program reported
	expectations.apply(b, r, failures, &result)
	switch result.Verdict {
	case Fail, Crash, Timeout, Error, Known:
		result.Evidence = append(result.Evidence, Evidence(r)...)
	case Pass, Fixed, Absent, Skipped:
	}
	return result
}

// judge runs the judge and sets the verdict from what it recorded. It returns all failures.
func (b Behavior) judge(r *stage.Recording, result *Result) []Failure {
	s := NewScene(r)
	s.behavior = &b
	absent, err := s.run(b, result)
	switch {
	case err != nil:
		result.Verdict, result.Reason = Error, fmt.Sprintf("the judge of %s failed: %v", b.ID, err)
	case len(s.failures) > 0 && b.Observe != nil:
		result.Verdict, result.Observed = Pass, oneLine("not observed: "+s.failures[0].String(), maxObserved)
	case len(s.failures) > 0:
		result.Verdict, result.Reason = Fail, oneLine(s.failures[0].String(), maxReason)
		for _, f := range s.failures[:min(len(s.failures), maxFailures)] {
			result.Failures = append(result.Failures, f.shortened())
		}
		if more := len(s.failures) - maxFailures; more > 0 {
			result.Evidence = append(result.Evidence, fmt.Sprintf("… and %d more failures", more))
		}
	case absent != "":
		result.Verdict, result.Reason = Absent, absent
	default:
		result.Verdict = Pass
	}
	return s.failures
}

// run calls the behavior's Judge or Observe. It returns why the behavior is absent, or the panic value that broke the judge.
func (s *Scene) run(b Behavior, result *Result) (absent string, err any) {
	defer func() {
		switch reason := recover().(type) {
		case nil, stopped:
		case absence:
			absent = string(reason)
		default:
			err = reason
		}
	}()
	if e, found := s.First("absent", Main); found {
		s.Absent("%s", e.Text("reason"))
	}
	if b.Observe != nil {
		result.Observed = oneLine(b.Observe(s), maxObserved)
		return "", nil
	}
	b.Judge(s)
	return "", nil
}

// shortened returns the failure with texts that are safe to print. They may quote what the program reported.
func (f Failure) shortened() Failure {
	return Failure{Want: shorten(f.Want, maxLine), Got: shorten(f.Got, maxLine), Detail: shorten(f.Detail, maxDetail)}
}

// Lines returns what was wanted and what was seen, one line each, and then the detail if there is one.
func (f Failure) Lines() []string {
	lines := []string{"want: " + f.Want, "got:  " + f.Got}
	if f.Detail != "" {
		lines = append(lines, "      "+f.Detail)
	}
	return lines
}
