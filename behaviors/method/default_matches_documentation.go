package method

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-default-matches-documentation", Level: conformance.Core, Program: program,
	Statement: "The default start method MUST be the one that is documented for the platform, the version and the folder for temporary files.",
	Sources:   []conformance.Source{source.StartMethods(), source.Startmethods()},
	Requires: &conformance.Requirement{
		Met:    func(i implementation.Implementation) bool { return documentedDefault(i) != "" },
		Reason: "to modules other than multiprocessing and startmethods",
	},
	Judge: func(s *conformance.Scene) {
		want := documentedDefault(s.Implementation)
		methods, _ := s.First("methods", conformance.Main)
		if want == conformance.Forkserver && conformance.VersionIn(s.Implementation.Version, ">=3.14.9") &&
			!conformance.VersionIn(s.Implementation.Version, ">=3.15.0a1,<3.15.1") &&
			methods.Data["temporary_folder"] == false {
			want = conformance.Spawn // a fork server needs that folder
		}
		s.Expect(s.Implementation.Default, "the default start method").To(gomega.Equal(want))
	},
})

// documentedDefault returns the default that is documented. For multiprocessing that is spawn on Windows; fork on macOS before
// 3.8, and spawn since; on other POSIX systems fork before 3.14, and since then forkserver, or spawn if there is no forkserver.
// For startmethods it is spawn on Windows and macOS; elsewhere fork, or spawn if there is no fork. It returns "" if no
// documentation is known.
func documentedDefault(i implementation.Implementation) string {
	switch i.Module {
	case "startmethods":
		if i.Platform == "win32" || i.Platform == "darwin" || !i.Offers(conformance.Fork) {
			return conformance.Spawn
		}
		return conformance.Fork
	case "multiprocessing":
	default:
		return ""
	}
	switch {
	case i.Platform == "win32":
		return conformance.Spawn
	case i.Platform == "darwin" && conformance.VersionIn(i.Version, "<3.8"),
		i.Platform != "darwin" && conformance.VersionIn(i.Version, "<3.14"):
		return conformance.Fork
	case i.Platform == "darwin" || !i.Offers(conformance.Forkserver):
		return conformance.Spawn
	}
	return conformance.Forkserver
}
