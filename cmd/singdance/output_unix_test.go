//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	. "github.com/onsi/gomega"
)

// An unprivileged user without a writable home folder can run the suite.
func TestUnprivilegedUser(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can become another user")
	}
	for folder := os.TempDir(); folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if info, err := os.Stat(folder); err != nil || info.Mode()&0o001 == 0 {
			t.Skip("other users cannot enter the temporary folder: " + folder)
		}
	}
	g, b := NewWithT(t), newBox(t)
	const unprivileged = 65534
	// Other users cannot read the folder of the test binary, so run a copy.
	place, err := os.MkdirTemp("", "unprivileged")
	g.Expect(err).NotTo(HaveOccurred())
	t.Cleanup(func() { g.Expect(os.RemoveAll(place)).To(Succeed()) })
	binary := filepath.Join(place, "singdance")
	text, err := os.ReadFile(os.Args[0])
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(os.WriteFile(binary, text, 0o755)).To(Succeed())
	g.Expect(os.Chmod(place, 0o755)).To(Succeed())
	for _, folder := range []string{"work", "t"} {
		g.Expect(os.Mkdir(filepath.Join(place, folder), 0o700)).To(Succeed())
		g.Expect(os.Chown(filepath.Join(place, folder), unprivileged, unprivileged)).To(Succeed())
	}
	b.folder = place
	b.environment = append(b.environment, "HOME=/nonexistent", "XDG_CACHE_HOME=/nonexistent",
		"TMPDIR="+filepath.Join(place, "t"), "PATH=/usr/bin:/bin")
	command := b.command("run", "--no-search", "--output", "results")
	command.Path, command.Args[0], command.Dir = binary, binary, filepath.Join(place, "work")
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: unprivileged, Gid: unprivileged}}
	output, err := command.CombinedOutput()
	g.Expect(err).NotTo(HaveOccurred(), string(output))
	g.Expect(string(output)).To(MatchRegexp(`(?m)^conformant: \d+ results judged on 1 implementation, none unexpected`))
	b.checkEmpty()
	checkResults(t, filepath.Join(place, "work", "results"))
}

// If the reader of the output is closed, as after `| head`, printing ends the command. The results are saved before that.
func TestClosedOutputPipe(t *testing.T) {
	g, b := NewWithT(t), newBox(t)
	reader, writer, err := os.Pipe()
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(reader.Close()).To(Succeed())
	command := b.command("run", "--no-search", "--behavior", "args-none-received", "--output", "results")
	command.Stdout = writer
	g.Expect(command.Run()).NotTo(Succeed())
	g.Expect(writer.Close()).To(Succeed())
	b.checkEmpty()
	checkResults(t, filepath.Join(b.folder, "results"))
}
