package stage

import (
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
)

func TestRoom(t *testing.T) {
	g := NewWithT(t)
	r, err := open(t, Options{}).newRun()
	g.Expect(err).NotTo(HaveOccurred())
	block := func() { g.Expect(os.Mkdir(r.folder+".room", 0o700)).To(Succeed()) } // so that nothing can be written there

	reason, _ := r.full()
	g.Expect(reason).To(BeEmpty())
	g.Expect(r.folder + ".room").NotTo(BeAnExistingFile())

	block()
	reason, own := r.full()
	g.Expect(reason).To(HavePrefix("the temporary folder has no room for what a program may write: "))
	g.Expect(own).To(BeFalse())

	block()
	g.Expect(os.WriteFile(filepath.Join(r.temp(), "large"), make([]byte, room), 0o600)).To(Succeed())
	reason, own = r.full()
	g.Expect(reason).To(Equal("cap on disk: it filled the disk of the temporary folder"))
	g.Expect(own).To(BeTrue())
	g.Expect(platform.RemoveAll(r.folder)).To(Succeed())
}
