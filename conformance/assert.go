package conformance

import (
	"fmt"
	"reflect"

	"github.com/onsi/gomega/types"
)

// Failure is one requirement that a recording does not meet.
type Failure struct {
	Want   string `json:"want"`             // what must be, as a sentence without a period
	Got    string `json:"got"`              // what was seen instead
	Detail string `json:"detail,omitempty"` // the whole value, where Got had to be cut
}

// String returns the failure in one line.
func (f Failure) String() string { return f.Want + "; " + f.Got }

// stopped is the panic value of a step that has recorded a failure and ends the judge.
type stopped struct{}

// absence is the panic value of Absent.
type absence string

// Fail records a failure. The judge goes on.
func (s *Scene) Fail(want, got string) {
	s.failures = append(s.failures, Failure{Want: want, Got: got})
}

// Stop records a failure and ends the judge.
func (s *Scene) Stop(want, got string) {
	s.Fail(want, got)
	panic(stopped{})
}

// Absent ends the judge because the program reported that the implementation does not have what the behavior is about. It is
// a failure if the documentation of the implementation has it.
func (s *Scene) Absent(format string, arguments ...any) {
	reason := fmt.Sprintf(format, arguments...)
	s.checkAbsence(reason)
	panic(absence(reason))
}

// NothingToJudge ends the judge like Absent. It is for what the recording itself shows, without the word of the implementation:
// without helper processes, nothing can be said about their parent.
func (s *Scene) NothingToJudge(format string, arguments ...any) {
	panic(absence(fmt.Sprintf(format, arguments...)))
}

// Check records a failure unless ok is true, and returns ok.
func (s *Scene) Check(ok bool, want, got string) bool {
	if !ok {
		s.Fail(want, got)
	}
	return ok
}

// Assertion holds a value. Its methods To and NotTo state what the value must be.
type Assertion struct {
	scene   *Scene
	actual  any
	subject string
}

// Expect names a value that To or NotTo then check: s.Expect(code, "the exit code of %s", role).To(gomega.Equal(0)).
// The failure says "the exit code of sing must be 0; it is 1".
func (s *Scene) Expect(actual any, subject string, arguments ...any) Assertion {
	return Assertion{scene: s, actual: actual, subject: fmt.Sprintf(subject, arguments...)}
}

// To requires that the matcher matches, and reports whether it does.
func (a Assertion) To(matcher types.GomegaMatcher) bool { return a.check(matcher, true) }

// NotTo requires that the matcher does not match, and reports whether that holds.
func (a Assertion) NotTo(matcher types.GomegaMatcher) bool { return a.check(matcher, false) }

func (a Assertion) check(matcher types.GomegaMatcher, wanted bool) bool {
	matched, err := matcher.Match(a.actual)
	if err == nil && matched == wanted {
		return true
	}
	verb := "must"
	if !wanted {
		verb = "must not"
	}
	full := Words(a.actual)
	f := Failure{Want: fmt.Sprintf("%s %s %s", a.subject, verb, matcherWords(matcher)), Got: "it is " + shorten(full, maxValue)}
	if isEmptyList(a.actual) {
		f.Got = "there is none"
	}
	if len([]rune(full)) > maxValue {
		f.Detail = full
	}
	a.scene.failures = append(a.scene.failures, f)
	return false
}

// isEmptyList reports whether a value is an empty list or map.
func isEmptyList(value any) bool {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	default:
		return false
	}
}
