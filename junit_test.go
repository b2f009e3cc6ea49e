package singdance_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/platform"
)

// nasty is text that could control a terminal, or break a page or an XML parser.
const nasty = "<script>alert('&amp;')</script> \" x=\"]]><![CDATA[ \x1b[2J\x1b]0;title\a\u009b31m\u202e\u2066\u2028\x00\ufffe 唱歌"

// impostor makes the test binary an interpreter whose programs print and report nasty texts, if it was started as one.
func impostor() {
	if len(os.Args) < 3 || filepath.Base(os.Args[1]) != "driver.py" {
		return
	}
	say := func(write func(text []byte) error, fields map[string]any) {
		text, err := json.Marshal(fields)
		if err == nil {
			err = write(append(text, '\n'))
		}
		if err != nil {
			panic(err)
		}
	}
	print := func(text []byte) error {
		_, err := os.Stdout.Write(text)
		return err
	}
	switch os.Args[2] {
	case "hello":
		say(print, map[string]any{"singdance": 1})
	case "probe":
		say(print, map[string]any{
			"singdance": 1, "interpreter": "impostor", "version": "1.0<b>", "module": "multiprocessing",
			"platform": runtime.GOOS, "identity": "impostor", "methods": []string{"spawn"}, "default": "spawn",
		})
	case "run":
		fmt.Println(nasty)
		fmt.Fprintln(os.Stderr, nasty)
		event := map[string]any{
			"run": os.Getenv("SINGDANCE_RUN"), "event": "enter", "role": "sing", "pid": os.Getpid(),
			"data": map[string]any{"args": []string{nasty}, "kwargs": map[string]string{nasty: nasty}},
		}
		if os.Args[3] == "pickling" {
			event["event"], event["role"], event["data"] = "absent", "main", map[string]string{"reason": nasty}
		}
		say(func(text []byte) error { return platform.AppendLine(os.Getenv("SINGDANCE_EVENTS"), text) }, event)
	}
	os.Exit(0)
}

// Texts from a program never become markup or control sequences in Ginkgo's reports.
func TestReportsOfHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("runs programs")
	}
	g := NewWithT(t)
	self, err := os.Executable()
	g.Expect(err).NotTo(HaveOccurred())
	place := t.TempDir()
	binary, err := os.ReadFile(self)
	g.Expect(err).NotTo(HaveOccurred())
	name := "python3"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	g.Expect(os.WriteFile(filepath.Join(place, name), binary, 0o700)).To(Succeed())
	file := filepath.Join(place, "junit.xml")
	command := exec.Command(self, "-test.run=^TestConformance$", "-test.v", "--ginkgo.junit-report="+file,
		"--ginkgo.label-filter=/^implementation:impostor-/ && (group:args || group:pickle)")
	command.Env = append(os.Environ(), "PYTHONS="+place, "NO_SEARCH=1")
	output, err := command.CombinedOutput()
	exit := new(exec.ExitError)
	g.Expect(errors.As(err, &exit)).To(BeTrue(), "%v: %s", err, output)
	g.Expect(exit.ExitCode()).To(Equal(1), "%s", output)
	harmless(g, string(output))
	g.Expect(string(output)).To(ContainSubstring("唱歌"))

	text, err := os.ReadFile(file)
	g.Expect(err).NotTo(HaveOccurred())
	failures, skips := 0, 0
	decoder := xml.NewDecoder(strings.NewReader(string(text)))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		g.Expect(err).NotTo(HaveOccurred())
		switch token := token.(type) {
		case xml.CharData:
			harmless(g, string(token))
		case xml.StartElement:
			g.Expect(token.Name.Local).To(BeElementOf("testsuites", "testsuite", "properties", "property", "testcase",
				"failure", "skipped", "system-out", "system-err"))
			for _, attribute := range token.Attr {
				harmless(g, attribute.Value)
				nasty := strings.Contains(attribute.Value, "<script>alert('&amp;')</script>")
				if nasty && token.Name.Local == "failure" {
					failures++
				}
				if nasty && token.Name.Local == "skipped" {
					skips++
				}
			}
		}
	}
	g.Expect(failures).To(BeNumerically(">", 0), "%s", text)
	g.Expect(skips).To(BeNumerically(">", 0), "%s", text)
}

// harmless checks that a text has no control characters.
func harmless(g Gomega, text string) {
	for _, r := range text {
		g.Expect(r != '\n' && r != '\t' && plain.IsControl(r)).To(BeFalse(), "%q in %q", r, text)
	}
}
