package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// fakeDriver as the first argument makes the test binary a driver that does something wrong: what its second argument
// says. It stands for an implementation that is not conformant.
const fakeDriver = "fake-driver"

// markVariable is a folder in which a program of the fake driver leaves a file when it has begun.
const markVariable = "FAKE_MARK"

func fake() {
	fault, verb := os.Args[2], os.Args[3]
	switch verb {
	case "hello":
		version := 1
		switch fault {
		case "future":
			version = 2
		case "mute":
			hang()
		}
		answer(map[string]any{"singdance": version, "driver": "fake"})
	case "probe":
		answer(map[string]any{
			"singdance": 1, "interpreter": "fake", "version": "1.0", "module": "fake", "platform": "fakeos",
			"identity": "fake:" + fault, "methods": []string{"spawn"}, "default": "spawn",
		})
	case "run":
		runProgram(fault)
	}
	os.Exit(0)
}

func answer(fields map[string]any) {
	text, err := json.Marshal(fields)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

// runProgram is a program that does only one thing that it must: it reports that it began.
func runProgram(fault string) {
	line, err := json.Marshal(map[string]any{
		"run": os.Getenv("SINGDANCE_RUN"), "event": "body", "role": "main",
		"pid": os.Getpid(), "ppid": os.Getppid(), "data": map[string]any{"name": "main"},
	})
	if err != nil {
		panic(err)
	}
	if fault == "fickle" { // one fault and another by turns
		turns, err := filepath.Glob(filepath.Join(os.Getenv(markVariable), "*"))
		if err != nil {
			panic(err)
		}
		if len(turns)%2 == 1 {
			fault = "garbage"
		}
		leaveMark()
	}
	if fault == "vanish" { // takes the results away
		if err := os.RemoveAll(filepath.Join(os.Getenv(markVariable), "recordings")); err != nil {
			panic(err)
		}
	}
	switch fault {
	case "crowd-out":
		fill(os.Getenv(markVariable)) // as somebody else on the disk of the temporary folder
	case "gorge":
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

// hang leaves its mark and waits to be killed.
func hang() {
	leaveMark()
	for {
		time.Sleep(time.Hour)
	}
}

func leaveMark() {
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
	for _, size := range []int{64 << 10, 1} { // the second for what is left beside the first
		for err = nil; err == nil; {
			_, err = file.Write(make([]byte, size))
		}
	}
}
