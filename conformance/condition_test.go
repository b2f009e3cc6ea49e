package conformance

import (
	"testing"

	"github.com/onsi/gomega"
)

func TestCondition(t *testing.T) {
	g := gomega.NewWithT(t)
	for expected, e := range map[string]Expectation{
		"": {},
		"multiprocess <=0.70.19 on Python >=3.15, under spawn":   {Module: "multiprocess", ModuleVer: "<=0.70.19", Version: ">=3.15", Methods: []string{Spawn}},
		"loky <=3.7.0 and billiard <=3.7.0":                      {Modules: []string{"loky", "billiard"}, ModuleVer: "<=3.7.0"},
		"multiprocessing on PyPy release <7.3.17":                {Module: "multiprocessing", Interpreter: "pypy", Release: "<7.3.17"},
		"multiprocessing on CPython on Windows":                  {Module: "multiprocessing", Interpreter: "cpython", Platforms: []string{"win32"}},
		"loky on POSIX":                                          {Module: "loky", Platforms: []string{"linux", "netbsd", "openbsd", "darwin", "freebsd"}},
		"startmethods (Go) on Linux and macOS":                   {Module: "startmethods", Interpreter: "go", Platforms: []string{"linux", "darwin"}},
		"every implementation, under spawn, fork and forkserver": {Methods: []string{Spawn, Fork, Forkserver}},
		"every implementation on Ruby >=4":                       {Interpreter: "Ruby", Version: ">=4"},
		"every module ==1 on haiku":                              {ModuleVer: "==1", Platforms: []string{"haiku"}},
	} {
		g.Expect(e.Condition()).To(gomega.Equal(expected))
	}
}
