package manager

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/behaviors/internal/worker"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "manager-unguarded-raises", Level: conformance.Extended, Program: exits, Methods: conformance.ImportingMain(),
	Statement: "If the server imports a main module without a main guard, Manager() SHOULD raise an error that ends the main process.",
	Sources:   []conformance.Source{source.SpawnGuidelines(), managers()},
	Judge: func(s *conformance.Scene) {
		worker.RequireImport(s)
		s.Event("error", "manager-unguarded")
		_, code := worker.EndOf(s, "manager-unguarded")
		s.Expect(code, "the exit status of the main process without a main guard").To(gomega.Equal(1))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "manager-unguarded-works-under-fork", Level: conformance.Extended, Program: exits, Methods: []string{conformance.Fork},
	Statement: "Under fork, a manager SHOULD start without a main guard.",
	Sources:   []conformance.Source{source.StartMethods()},
	Judge: func(s *conformance.Scene) {
		_, code := worker.EndOf(s, "manager-unguarded")
		s.Expect(code, "the exit status of the main process without a main guard").To(gomega.Equal(0))
	},
})
