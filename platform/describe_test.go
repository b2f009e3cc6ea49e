package platform

import (
	"runtime"
	"testing"

	. "github.com/onsi/gomega"
)

func TestDescribe(t *testing.T) {
	g := NewWithT(t)
	t.Log(Describe())
	g.Expect(Describe()).To(MatchRegexp(`^` + runtime.GOOS + ` \d\S* \w+( \(Wine .+\))?$`))
	if WineVersion() == "" {
		g.Expect(Describe()).NotTo(ContainSubstring("Wine"))
	} else {
		g.Expect(Describe()).To(ContainSubstring("(Wine " + WineVersion() + ")"))
	}
	if runtime.GOOS != "windows" {
		g.Expect(WineVersion()).To(BeEmpty())
	}
}
