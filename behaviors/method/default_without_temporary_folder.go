package method

import (
	"fmt"

	"github.com/onsi/gomega"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
)

var _ = group.Add(conformance.Behavior{
	ID: "method-default-without-temporary-folder-is-spawn", Level: conformance.Extended, Program: unsetting,
	Statement: "Since Python 3.14.9 and 3.15.1, the default method SHOULD be spawn if no folder for temporary files is writable.",
	Sources:   []conformance.Source{noTemporaryFolder()},
	MayLack:   conformance.Windows,
	Requires: conformance.Multiprocessing.And(&conformance.Requirement{
		Met: func(i implementation.Implementation) bool {
			return i.Module == "multiprocessing" &&
				(conformance.VersionIn(i.Version, ">=3.14.9,<3.15") || conformance.VersionIn(i.Version, ">=3.15.1"))
		},
		Reason: "new in multiprocessing of 3.14.9 and 3.15.1",
	}),
	Judge: func(s *conformance.Scene) {
		s.Expect(withoutTemporaryFolder(s)["default"], "the default method without a temporary folder").To(gomega.Equal(conformance.Spawn))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "method-default-without-temporary-folder-starts", Level: conformance.Extended, Program: unsetting,
	Statement: "With the default method, start() SHOULD start a child even if no folder for temporary files is writable.",
	Sources:   []conformance.Source{noTemporaryFolder()},
	MayLack:   conformance.Windows,
	Judge: func(s *conformance.Scene) {
		const exit = 7
		found := withoutTemporaryFolder(s)
		got := "it is " + conformance.Words(found["exitcode"])
		if err, raised := found["error"].(string); raised {
			got = "start() raised " + err
		}
		s.Check(conformance.SameValue(found["exitcode"], exit), fmt.Sprintf("the exit code of the child must be %d", exit), got)
	},
})

// withoutTemporaryFolder returns what a further main found that cannot write to any file.
func withoutTemporaryFolder(s *conformance.Scene) map[string]any {
	value := s.Accepted(conformance.Main, "without a temporary folder")
	found, reported := value.(map[string]any)
	if !reported {
		s.Stop("the further main must report what it finds", "it reported "+conformance.Words(value))
	}
	return found
}

func noTemporaryFolder() conformance.Source {
	return conformance.Source{
		Text: "CPython issue 155717: the default start method without a writable folder for temporary files",
		URL:  "https://github.com/python/cpython/issues/155717",
	}
}
