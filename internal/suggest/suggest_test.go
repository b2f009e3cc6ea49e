package suggest

import (
	"testing"

	"github.com/onsi/gomega"
)

func TestSimilar(t *testing.T) {
	g := gomega.NewWithT(t)
	known := []string{"guard", "guard-error-in-each-child", "exit", "exit-waits-for-children", "exitcode-abort"}
	for name, expected := range map[string]string{
		"gaurd":                   ` (did you mean "guard"?)`, //nolint:misspell // misspelled on purpose
		"guard-eror":              ` (did you mean "guard-error-in-each-child"?)`,
		"exit-waits-for-childern": ` (did you mean "exit-waits-for-children"?)`,
		"exitcode-abrot":          ` (did you mean "exitcode-abort"?)`,
		"something-else-entirely": "",
		"":                        "",
	} {
		g.Expect(Similar(name, known)).To(gomega.Equal(expected), name)
	}
}
