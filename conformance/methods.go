package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/stage"
)

func methodBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "default-method", Group: GroupMethods, Level: Core, Program: "choose-method",
			Statement: "When no start method was chosen, the implementation MUST use the one that is documented for its platform and version.",
			Sources:   []Source{contextsAndStartMethods(), startMethodsPackage()},
			Applies: func(i implementation.Implementation) string {
				if documentedDefault(i) == "" {
					return "no documented default is known for " + i.Module
				}
				return ""
			},
			Judge: func(g types.Gomega, r *stage.Recording) {
				g.Expect(r.Implementation.Default).To(gomega.Equal(documentedDefault(r.Implementation)), "the method used when none was chosen")
			},
		},
		{
			ID: "default-seen", Group: GroupMethods, Level: Observation, Program: "choose-method",
			Statement: "Which start method is used when none was chosen.",
			Sources:   []Source{contextsAndStartMethods()},
			Observe:   func(r *stage.Recording) string { return r.Implementation.Default },
		},
		{
			ID: "default-first", Group: GroupMethods, Level: Core, Program: "choose-method",
			Statement: "The list of all start methods MUST begin with the default.",
			Sources:   []Source{getAllStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				offer, ok := event(g, r, "offer", main)
				if ok && g.Expect(offer.Data["methods"]).NotTo(gomega.BeEmpty(), "the list of all start methods") {
					g.Expect(offer.Data["methods"]).To(gomega.HaveExactElements(append([]any{r.Implementation.Default}, anything(offer, 1)...)...), "the list of all start methods")
				}
			},
		},
		{
			ID: "methods-complete", Group: GroupMethods, Level: Core, Program: "choose-method",
			Statement: "The list of all start methods MUST hold spawn on every platform, fork on POSIX platforms, forkserver on those where descriptors can be passed over Unix pipes, and neither fork nor forkserver on Windows.",
			Sources:   []Source{contextsAndStartMethods(), getAllStartMethods()},
			Applies:   isMultiprocessing,
			Judge: func(g types.Gomega, r *stage.Recording) {
				offer, ok := event(g, r, "offer", main)
				switch {
				case !ok:
				case r.Implementation.Platform == "win32":
					g.Expect(offer.Data["methods"]).To(gomega.And(
						gomega.ContainElement(spawn), gomega.Not(gomega.ContainElement(gomega.BeElementOf(fork, forkserver))),
					), "the list of all start methods")
				case offer.Data["descriptors"] == true:
					g.Expect(offer.Data["methods"]).To(gomega.ContainElements(spawn, fork, forkserver), "the list of all start methods")
				default:
					g.Expect(offer.Data["methods"]).To(gomega.ContainElements(spawn, fork), "the list of all start methods")
				}
			},
		},
		{
			ID: "method-context", Group: GroupMethods, Level: Core, Program: "choose-method",
			Statement: "For every start method that it reports, the implementation MUST give a context.",
			Sources:   []Source{getContext(), getAllStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for _, method := range r.Implementation.Methods {
					if attempt, ok := attempt(g, r, "context "+method); ok {
						g.Expect(attempt.Data).To(gomega.HaveKeyWithValue("refused", false), "the context of %s was refused", method)
					}
				}
			},
		},
		{
			ID: "method-unset", Group: GroupMethods, Level: Core, Program: "choose-method",
			Statement: "Asked without fixing it, the implementation MUST report no start method until one is chosen.",
			Sources:   []Source{getStartMethod()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if offer, ok := event(g, r, "offer", main); ok {
					g.Expect(offer.Data).To(gomega.HaveKeyWithValue("chosen", gomega.BeNil()), "the method chosen at the beginning")
				}
			},
		},
	}
}

// documentedDefault is what the documentation promises. multiprocessing: Windows spawn; macOS fork before 3.8, spawn since;
// other POSIX fork before 3.14, forkserver since, or spawn where there is no forkserver. startmethods: Windows and macOS
// spawn; elsewhere fork, or spawn where there is no fork. Empty: no documentation is known.
func documentedDefault(i implementation.Implementation) string {
	switch i.Module {
	case "startmethods":
		if i.Platform == "win32" || i.Platform == "darwin" || !i.Offers(fork) {
			return spawn
		}
		return fork
	case "multiprocessing":
	default:
		return ""
	}
	switch {
	case i.Platform == "win32":
		return spawn
	case i.Platform == "darwin" && versionIn(i.Version, "<3.8"), i.Platform != "darwin" && versionIn(i.Version, "<3.14"):
		return fork
	case i.Platform == "darwin" || !i.Offers(forkserver):
		return spawn
	}
	return forkserver
}

// pythons are the interpreters whose versions are Python's.
var pythons = []string{"cpython", "pypy", "graalpy"}

// pythonBefore says whether an implementation runs on a Python that is older than a version, and on no other language, whose
// versions say something else.
func pythonBefore(version string, i implementation.Implementation) bool {
	return slices.Contains(pythons, i.Interpreter) && versionIn(i.Version, "<"+version)
}

// isMultiprocessing is an Applies for what multiprocessing documents of itself.
func isMultiprocessing(i implementation.Implementation) string {
	if !slices.Contains(pythons, i.Interpreter) {
		return "it is about multiprocessing and its descendants"
	}
	return ""
}

// anything matches each of the methods of an offer from the n-th on.
func anything(offer stage.Event, n int) []any {
	methods, _ := offer.Data["methods"].([]any)
	var matchers []any
	for range methods[min(n, len(methods)):] {
		matchers = append(matchers, gomega.Not(gomega.BeEmpty()))
	}
	return matchers
}
