package conformance

import (
	"fmt"

	"github.com/singdance/singdance/implementation"
)

// multiprocessing is the module whose documentation says which version of Python has what.
const multiprocessing = "multiprocessing"

// documentedFor reports whether an implementation is documented to have what the behavior is about, so that it may not lack
// it. Only multiprocessing itself is: what another module has, no documentation says for a version of Python.
func (b Behavior) documentedFor(i implementation.Implementation) bool {
	return i.Module == multiprocessing && Multiprocessing.Met(i) &&
		(b.Since == "" || !PythonBefore(b.Since, i)) && (b.MayLack == nil || !b.MayLack.Met(i))
}

// undocumentedAbsence returns the failure of an implementation that reports that it lacks what it is documented to have.
func (b Behavior) undocumentedAbsence(i implementation.Implementation, reason string) Failure {
	documented := "every version of Python"
	if b.Since != "" {
		documented = "Python " + b.Since + " and later"
	}
	return Failure{
		Want: fmt.Sprintf("multiprocessing of Python %s must have what is documented for %s", i.Version, documented),
		Got:  "it reported that it has not: " + reason,
	}
}

// checkAbsence ends the judge with a failure if the implementation may not lack what the behavior is about.
func (s *Scene) checkAbsence(reason string) {
	if s.behavior == nil || !s.behavior.documentedFor(s.Implementation) {
		return
	}
	f := s.behavior.undocumentedAbsence(s.Implementation, reason)
	s.Stop(f.Want, f.Got)
}
