package platform

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/onsi/gomega"
)

// TestAppendLineFromSeveralProcesses checks that no line of any process is lost or mixed with another, and that the
// lines of each process keep their order.
func TestAppendLineFromSeveralProcesses(t *testing.T) {
	g := gomega.NewWithT(t)
	path := filepath.Join(t.TempDir(), "events")
	const writers, lines = 4, 50
	var running []*exec.Cmd
	for n := range writers {
		command := exec.Command(os.Args[0], "-test.run", "^TestAppendLineWriter$")
		command.Env = append(os.Environ(), "APPEND_PATH="+path, "APPEND_LINES="+strconv.Itoa(lines), "APPEND_NAME="+strconv.Itoa(n))
		g.Expect(command.Start()).To(gomega.Succeed())
		running = append(running, command)
	}
	for _, command := range running {
		g.Expect(command.Wait()).To(gomega.Succeed())
	}
	text, err := os.ReadFile(path)
	g.Expect(err).NotTo(gomega.HaveOccurred())
	next := map[string]int{}
	for line := range bytes.Lines(text) {
		name, rest, found := strings.Cut(strings.TrimSuffix(string(line), "\n"), " ")
		g.Expect(found).To(gomega.BeTrue(), "%q", line)
		g.Expect(rest).To(gomega.Equal(testLine(next[name])), "the next line of writer %s", name)
		next[name]++
	}
	g.Expect(next).To(gomega.HaveLen(writers))
	for name, count := range next {
		g.Expect(count).To(gomega.Equal(lines), "the lines of writer %s", name)
	}
}

// testLine returns the n-th line of a writer. The lengths differ, so that the test notices a line that overwrites
// another.
func testLine(n int) string { return fmt.Sprintf("line %d %s.", n, strings.Repeat("x", n*7%100)) }

func TestAppendLineWriter(t *testing.T) {
	path := os.Getenv("APPEND_PATH")
	if path == "" {
		t.Skip("runs only as a child of TestAppendLineFromSeveralProcesses")
	}
	g := gomega.NewWithT(t)
	lines, err := strconv.Atoi(os.Getenv("APPEND_LINES"))
	g.Expect(err).NotTo(gomega.HaveOccurred())
	for n := range lines {
		g.Expect(AppendLine(path, []byte(os.Getenv("APPEND_NAME")+" "+testLine(n)+"\n"))).To(gomega.Succeed())
	}
}
