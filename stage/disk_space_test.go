package stage

import (
	"os"
	"path/filepath"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/platform"
)

func TestDiskFull(t *testing.T) {
	g := NewWithT(t)
	f, err := open(t, Options{}).newRunFolder()
	g.Expect(err).NotTo(HaveOccurred())
	preventWriting := func() { g.Expect(os.Mkdir(f.path+".space", 0o700)).To(Succeed()) }

	reason, _ := f.diskFull()
	g.Expect(reason).To(BeEmpty())
	g.Expect(f.path + ".space").NotTo(BeAnExistingFile())

	preventWriting()
	reason, byProgram := f.diskFull()
	g.Expect(reason).To(HavePrefix("the disk of the temporary folder is full (free some space, or set TMPDIR to a folder on another disk): "))
	g.Expect(byProgram).To(BeFalse())

	preventWriting()
	g.Expect(os.WriteFile(filepath.Join(f.temp(), "large"), make([]byte, neededSpace), 0o600)).To(Succeed())
	reason, byProgram = f.diskFull()
	g.Expect(reason).To(Equal("cap on disk: the program filled the disk of the temporary folder"))
	g.Expect(byProgram).To(BeTrue())
	g.Expect(platform.RemoveAll(f.path)).To(Succeed())
}
