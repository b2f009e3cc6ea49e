package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// fakeDriver as the first argument makes the test binary a driver of a nonconformant implementation. The second argument names
// its fault.
const fakeDriver = "fake-driver"

// markVariable names the environment variable with the folder in which a program of the fake driver creates a file when it
// starts.
const markVariable = "FAKE_MARK"

// fake runs the test binary as the fake driver.
func fake() {
	fault, verb := os.Args[2], os.Args[3]
	switch verb {
	case "hello":
		version := 1
		switch fault {
		case "newer-version":
			version = 2
		case "hello-hangs":
			hang()
		}
		printJSON(map[string]any{"singdance": version, "driver": "fake"})
	case "probe":
		printJSON(map[string]any{
			"singdance": 1, "interpreter": "fake", "version": "1.0", "module": "fake", "platform": "fakeos",
			"identity": "fake:" + fault, "methods": []string{"spawn"}, "default": "spawn",
		})
	case "run":
		runProgram(fault)
	}
	os.Exit(0)
}

func printJSON(fields map[string]any) {
	text, err := json.Marshal(fields)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

// runProgram runs a program that does not do what its contract requires. It reports only its start.
func runProgram(fault string) {
	line, err := json.Marshal(map[string]any{
		"run": os.Getenv("SINGDANCE_RUN"), "event": "body", "role": "main",
		"pid": os.Getpid(), "ppid": os.Getppid(), "data": map[string]any{"name": "main"},
	})
	if err != nil {
		panic(err)
	}
	if fault == "alternating" { // alternates between two faults
		marks, err := filepath.Glob(filepath.Join(os.Getenv(markVariable), "*"))
		if err != nil {
			panic(err)
		}
		if len(marks)%2 == 1 {
			fault = "garbage"
		}
		createMark()
	}
	if fault == "delete-results" {
		if err := os.RemoveAll(filepath.Join(os.Getenv(markVariable), "recordings")); err != nil {
			panic(err)
		}
	}
	switch fault {
	case "fill-temporary-disk":
		fill(os.Getenv(markVariable)) // like another process on the disk of the temporary folder
	case "fill-disk":
		fill(os.TempDir())
	}
	if fault == "garbage" {
		line = []byte("\x1b[31m<b>not an event</b>")
	}
	if err := os.WriteFile(os.Getenv("SINGDANCE_EVENTS"), append(line, '\n'), 0o600); err != nil {
		panic(err)
	}
	if fault == "hang" {
		hang()
	}
}

// hang creates its mark and waits to be killed.
func hang() {
	createMark()
	for {
		time.Sleep(time.Hour)
	}
}

// createMark creates a file named after the process ID in the folder of markVariable.
func createMark() {
	if err := os.WriteFile(filepath.Join(os.Getenv(markVariable), fmt.Sprint(os.Getpid())), nil, 0o600); err != nil {
		panic(err)
	}
}

// fill writes to the folder until its disk is full.
func fill(folder string) {
	file, err := os.Create(filepath.Join(folder, "fill"))
	if err != nil {
		panic(err)
	}
	for _, size := range []int{64 << 10, 1} { // single bytes fill what is left
		for err = nil; err == nil; {
			_, err = file.Write(make([]byte, size))
		}
	}
}
