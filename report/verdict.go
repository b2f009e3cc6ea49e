package report

import (
	"fmt"
	"strings"

	"github.com/singdance/singdance/conformance"
)

// Verdict is the verdict on a whole run.
type Verdict string

// The verdicts of a run.
const (
	Conformant    Verdict = "conformant"    // no unexpected result
	Partial       Verdict = "partial"       // no unexpected result, but core results were skipped by the user or a driver, or the run was stopped
	Nonconformant Verdict = "nonconformant" // unexpected results
	Inconclusive  Verdict = "inconclusive"  // nothing was judged, or the suite itself failed
)

// Exit statuses of the command.
const (
	StatusConformant   = 0 // conformant, or partial without having been stopped
	StatusUnexpected   = 1 // unexpected results
	StatusUsage        = 2 // a mistake in the command line
	StatusSuite        = 3 // the suite itself failed
	StatusInconclusive = 4 // nothing was judged, or the run was stopped
)

// Conclude sets the verdict of the run and its sentence from the results.
func (r *Report) Conclude() {
	c := r.Count()
	implementations := map[string]bool{}
	judged, differing := 0, 0
	for _, result := range r.Results {
		if len(result.Differs) > 0 {
			differing++
		}
		if CountsAsJudged(result) {
			implementations[result.Implementation] = true
			judged++
		}
	}
	on := fmt.Sprintf("%s judged on %s", plural(judged, "result"), plural(len(implementations), "implementation"))
	switch {
	case c.Error > 0:
		r.Verdict = Inconclusive
		r.Sentence = fmt.Sprintf("inconclusive: the suite itself failed in %s; the reasons are above", plural(c.Error, "result"))
	case judged == 0:
		r.Verdict = Inconclusive
		r.Sentence = "inconclusive: nothing was judged"
	case r.unexpected(c)+differing > 0:
		r.Verdict = Nonconformant
		r.Sentence = fmt.Sprintf("nonconformant: %d unexpected of %s", r.unexpected(c), on)
	case r.Stopped:
		r.Verdict = Partial
		r.Sentence = fmt.Sprintf("partial: %s, none unexpected", on)
	case c.CoreSkipped > 0:
		r.Verdict = Partial
		r.Sentence = fmt.Sprintf("partial: %s, none unexpected, but %s of core skipped", on, plural(c.CoreSkipped, "result"))
	default:
		r.Verdict = Conformant
		r.Sentence = fmt.Sprintf("conformant: %s, none unexpected", on)
	}
	var more []string
	if differing > 0 {
		more = append(more, fmt.Sprintf("%d differ between repetitions", differing))
	} else if r.Repetitions > 1 && r.Stopped {
		more = append(more, "the same in the repetitions that were made")
	} else if r.Repetitions > 1 {
		more = append(more, fmt.Sprintf("the same in %d repetitions", r.Repetitions))
	}
	for _, part := range []struct {
		count int
		what  string
	}{{c.Known, "known"}, {c.Fixed, "fixed"}, {c.Absent, "absent"}} {
		if part.count > 0 {
			more = append(more, fmt.Sprintf("%d %s", part.count, part.what))
		}
	}
	if len(more) > 0 {
		r.Sentence += " (" + strings.Join(more, ", ") + ")"
	}
	if r.Stopped {
		r.Sentence += "; the run was stopped before its end"
	}
}

// CountsAsJudged reports whether a result counts as judged. An observation does not, because it cannot fail, unless its
// program crashed or did not end.
func CountsAsJudged(r conformance.Result) bool {
	return r.Verdict.Judged() && (r.Level != conformance.Observation || r.Verdict.Unexpected())
}

// Count holds how many results of each kind there are.
type Count struct {
	Unexpected, Known, Fixed, Absent, Error int
	CoreSkipped                             int // of level core
}

// Count returns how many results of each kind there are.
func (r *Report) Count() Count {
	var c Count
	for _, result := range r.Results {
		switch {
		case result.Verdict.Unexpected():
			c.Unexpected++
		case result.Verdict == conformance.Known:
			c.Known++
		case result.Verdict == conformance.Fixed:
			c.Fixed++
		case result.Verdict == conformance.Absent:
			c.Absent++
		case result.Verdict == conformance.Error:
			c.Error++
		case result.Verdict == conformance.Skipped && result.Level == conformance.Core:
			c.CoreSkipped++
		}
	}
	return c
}

func (r *Report) unexpected(c Count) int {
	if r.Strict {
		return c.Unexpected + c.Fixed
	}
	return c.Unexpected
}

// Status returns the exit status of the command. A partial run succeeds if its gaps are due to the user's selection, and
// fails if it was stopped.
func (r *Report) Status() int {
	switch {
	case r.Count().Error > 0:
		return StatusSuite
	case r.Verdict == Nonconformant:
		return StatusUnexpected
	case r.Verdict == Inconclusive, r.Stopped:
		return StatusInconclusive
	}
	return StatusConformant
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
