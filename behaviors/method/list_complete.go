package method

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-list-complete", Level: conformance.Core, Program: program,
	Statement: "get_all_start_methods() MUST return spawn on every platform, fork on POSIX, and forkserver where descriptors can be passed over Unix pipes.",
	Sources:   []conformance.Source{source.StartMethods(), source.Function("get_all_start_methods")},
	Requires:  conformance.Multiprocessing,
	Judge: func(s *conformance.Scene) {
		e := s.Event("methods", conformance.Main)
		want := []string{conformance.Spawn}
		if !s.OnWindows() {
			want = append(want, conformance.Fork)
			if e.Data["descriptors"] == true {
				want = append(want, conformance.Forkserver)
			}
		}
		s.Expect(e.Data["methods"], "the list of all start methods").To(gomega.ContainElements(want))
	},
})
