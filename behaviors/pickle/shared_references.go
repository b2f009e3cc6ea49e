package pickle

import (
	"github.com/onsi/gomega"

	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

func comparison() conformance.Source {
	return source.Library("pickle, Comparison with marshal", "pickle", "comparison-with-marshal")
}

// references returns whether the two arguments of the child are one object, and whether that object contains itself.
func references(s *conformance.Scene) []any {
	list, _ := received(s, "same").([]any)
	if len(list) != 2 {
		s.Stop("the child must report two facts about its arguments", "it reported "+conformance.Words(list))
	}
	return list
}

var _ = group.Add(conformance.Behavior{
	ID: "pickle-shared-references", Level: conformance.Extended, Program: program,
	Statement: "Two arguments that are one object SHOULD be one object in the child.",
	Sources:   []conformance.Source{comparison()},
	Judge: func(s *conformance.Scene) {
		s.Expect(references(s)[0], "whether the two arguments are one object").To(gomega.Equal(true))
	},
})

var _ = group.Add(conformance.Behavior{
	ID: "pickle-shared-references-to-itself", Level: conformance.Extended, Program: program,
	Statement: "An argument that contains itself SHOULD contain itself in the child.",
	Sources:   []conformance.Source{comparison()},
	Judge: func(s *conformance.Scene) {
		s.Expect(references(s)[1], "whether the argument contains itself").To(gomega.Equal(true))
	},
})
