package stage

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
)

func sample() *Recording {
	return &Recording{
		Schema:         RecordingSchema,
		Implementation: implementation.Implementation{ID: "cpython-3.14.6", Methods: []string{"spawn"}, Driver: []string{"python3", "driver.py"}},
		Method:         "spawn", Program: "sing-dance", System: "linux", Beats: 3,
		Outcome: Crashed, Reason: "it broke", FirstPID: 7, Exit: &platform.Exit{Code: -9, Signal: "SIGKILL"},
		Events:       []Event{{Event: "enter", Role: "sing", PID: 8, PPID: 7, Time: 1.25, Data: map[string]any{"args": []any{"唱", nil, -7.5}}}},
		EventsAtExit: 1,
		Snapshots:    []Snapshot{{Point: "together", Events: 1, Processes: []platform.Process{{PID: 8, PPID: 7, State: platform.Alive, Command: []string{"python3"}}}}},
		Survivors:    []platform.Process{{PID: 9, PPID: 1, State: platform.Alive}},
		Stdout:       "唱歌......\n\x1b", Stderr: "",
		Started: time.Date(2026, 5, 1, 12, 0, 0, 1000, time.UTC), Seconds: 0.125,
	}
}

func TestSaveAndLoad(t *testing.T) {
	g := NewWithT(t)
	path := filepath.Join(t.TempDir(), "a", "b", "recording.json")
	for range 2 { // the second time replaces the file
		g.Expect(sample().Save(path)).To(Succeed())
		g.Expect(Load(path)).To(Equal(sample()))
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(entries).To(HaveLen(1))
	if runtime.GOOS != "windows" {
		info, err := os.Stat(path)
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(info.Mode().Perm()).To(Equal(os.FileMode(0o644)))
	}
}

// Recordings of earlier builds must stay readable.
func TestLoadOlderRecording(t *testing.T) {
	g := NewWithT(t)
	g.Expect(Load(filepath.Join("testdata", "recording.json"))).To(Equal(sample()))
}

func TestLoadInvalidRecording(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "recording.json")
	_, err := Load(path)
	g.Expect(err).To(MatchError(os.ErrNotExist))
	g.Expect(err).To(MatchError(ContainSubstring(path)))
	_, err = Load(folder)
	g.Expect(err).To(MatchError(ContainSubstring(folder)))
	_, err = Load(filepath.Join("testdata", "truncated.json"))
	g.Expect(err).To(MatchError(ContainSubstring("not a complete recording: ")))
	for text, reason := range map[string]string{
		"":              ":1: not a complete recording: ",
		"PNG\x00":       ":1: not a complete recording: ",
		"[]":            ":1: not a complete recording: ",
		"{}":            " is a recording of schema 0; this version of singdance reads schema 1",
		"null":          " is a recording of schema 0; this version of singdance reads schema 1",
		`{"schema": 2}`: " is a recording of schema 2; this version of singdance reads schema 1",
		// The fields of another schema may differ, so the error must be about the schema.
		`{"schema": 2, "events": {"in": "another form"}}`: " is a recording of schema 2; this version of singdance reads schema 1",
		`{"schema": 1, "events": {"in": "another form"}}`: ":1: not a complete recording: ",
	} {
		g.Expect(os.WriteFile(path, []byte(text), 0o600)).To(Succeed())
		_, err := Load(path)
		g.Expect(err).To(MatchError(HavePrefix(path+reason)), "%q", text)
	}
}

func TestLimitTable(t *testing.T) {
	g := NewWithT(t)
	g.Expect(limitTable(nil)).To(BeEmpty())
	whole := []platform.Process{{PID: 1, Command: []string{strings.Repeat("x", maxCommand-3), "y"}}}
	g.Expect(limitTable(whole)[0].Command).To(HaveLen(2))
	long := []string{"x", strings.Repeat("y", maxCommand), "z"}
	g.Expect(limitTable([]platform.Process{{PID: 1, Command: long}})[0].Command).To(Equal([]string{"x", "…"}))
	g.Expect(long[1]).To(HavePrefix("y"), "the argument must not change")
	empty := limitTable([]platform.Process{{PID: 1, Command: make([]string, 100*maxCommand)}})[0].Command
	g.Expect(empty).To(HaveLen(maxCommand+1), "an empty argument must count as one byte")
	g.Expect(empty[maxCommand]).To(Equal("…"))
	g.Expect(limitTable(make([]platform.Process, maxTable+1))).To(HaveLen(maxTable))
}

func TestLoadHugeFile(t *testing.T) {
	g := NewWithT(t)
	path := filepath.Join(t.TempDir(), "recording.json")
	file, err := os.Create(path)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(file.Truncate(maxRecording + 1)).To(Succeed()) // a sparse file
	g.Expect(file.Close()).To(Succeed())
	_, err = Load(path)
	g.Expect(err).To(MatchError(fmt.Sprintf("%s is larger than %d bytes: too large to be a singdance file", path, maxRecording)))
}

func TestWriteFileFails(t *testing.T) {
	g := NewWithT(t)
	folder := t.TempDir()
	occupied := filepath.Join(folder, "occupied")
	g.Expect(os.MkdirAll(filepath.Join(occupied, "below"), 0o700)).To(Succeed())
	g.Expect(WriteFile(occupied, []byte("text"))).NotTo(Succeed())
	entries, err := os.ReadDir(folder)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(entries).To(HaveLen(1), "no incomplete file must be left")

	file := filepath.Join(folder, "file")
	g.Expect(WriteFile(file, []byte("text"))).To(Succeed())
	g.Expect(WriteFile(filepath.Join(file, "below"), []byte("text"))).NotTo(Succeed())
	g.Expect(os.ReadFile(file)).To(BeEquivalentTo("text"))
}
