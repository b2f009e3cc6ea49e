package conformance

// keptKnown says which recordings are kept to show known differences: for each entry, and each behavior that it names,
// one that shows it, and few in all.
var keptKnown = []keeping{
	{"cpython-3.6.*", "cpython-3.6", forkserver, []string{
		unguarded, inheritance, statuses, daemons, nesting, pickling,
	}},
	{"cpython-3.13.*", "cpython-3.13", forkserver, []string{unguarded, helpersProgram}},
	{"cpython-3.14.6", "cpython-3.14.6", forkserver, []string{helpersProgram}},
	{"pypy-3.9.*", "pypy-3.9", fork, []string{parentEnds}},
	{"go-*", "go", spawn, []string{statuses, lifeCycle, daemons}},
	{"cpython-3.14.*+billiard", "billiard", fork, []string{
		"sing-dance-exit", unguarded, unguardedChoice, threads, daemons,
	}},
	{"cpython-3.14.*+billiard", "billiard", spawn, []string{
		"sing-dance", unguardedChoice, "choose-method", mainOrigins, inheritance, threads, helpersProgram,
	}},
	{"cpython-3.14.*+billiard", "billiard", forkserver, []string{
		"sing-dance", unguarded, inheritance, statuses, mixedContexts, pickling, nesting, parentEnds,
	}},
	{"cpython-3.14.*+billiard", "billiard-4.3.2", spawn, []string{"sing-dance", threads}},
	{"cpython-3.14.6+billiard", "billiard-3.14.6", forkserver, []string{helpersProgram}},
	{"cpython-3.14.*+multiprocess", "multiprocess", forkserver, []string{unguarded}},
	{"cpython-3.14.*+multiprocess", "multiprocess", spawn, []string{inheritance, mixedContexts, pickling}},
	{"cpython-3.15.*+multiprocess", "multiprocess-3.15", spawn, []string{
		"sing-dance", unguarded, "choose-method", mainOrigins, inheritance, threads, pickling,
	}},
	{"cpython-3.15.*+multiprocess", "multiprocess-3.15", forkserver, []string{"sing-dance", helpersProgram}},
	{"cpython-3.12.*+torch.multiprocessing", "torch", fork, []string{mixedContexts}},
	{"cpython-3.14.*+loky", "loky", "loky", []string{inheritance, threads, statuses, lifeCycle, helpersProgram, parentEnds}},
	{"cpython-3.14.*+loky", "loky", spawn, []string{"choose-method"}},
	{"cpython-3.14.*+loky", "loky", fork, []string{"sing-dance"}},
	{"cpython-3.14.*+loky", "loky", forkserver, []string{nesting}},
}

const (
	noSuchRelease = "none of the releases that have it could be had"
	isRace        = "it depends on who is faster"
	sameCode      = "it is CPython's own code, whose recordings show it"
	otherSystem   = "no recording of such a system is kept"
)

// moduleVersions tells which version of its module a kind is of, where recordings of two are kept.
var moduleVersions = map[string]string{"billiard": "4.3.1", "billiard-4.3.2": "4.3.2"}

// unshown is what no kept recording shows, and why.
var unshown = map[string]string{
	"default-first of cpython >=3.8,<3.8.4 multiprocessing, torch.multiprocessing on darwin":                                   noSuchRelease,
	"guard-child-status of <3.7 multiprocess under forkserver":                                                                 sameCode,
	"pickle-lost of <3.7 multiprocess under forkserver":                                                                        sameCode,
	"choice-unavailable of loky, joblib.externals.loky <=3.7.0":                                                                otherSystem,
	"context-harmless of >=3.14,<3.14.3 multiprocessing, torch.multiprocessing":                                                noSuchRelease,
	"start-near of >=3.13.6,<3.13.10 multiprocessing, torch.multiprocessing, loky, joblib.externals.loky under forkserver":     noSuchRelease,
	"start-near of >=3.14,<3.14.1 multiprocessing, torch.multiprocessing, loky, joblib.externals.loky under forkserver":        noSuchRelease,
	"freeze-support of cpython >=3.13.4,<3.13.13 multiprocessing, torch.multiprocessing":                                       noSuchRelease,
	"freeze-support of cpython >=3.14,<3.14.4 multiprocessing, torch.multiprocessing":                                          noSuchRelease,
	"pickle-refused-again of cpython multiprocessing, loky, joblib.externals.loky, torch.multiprocessing on win32 under spawn": isRace,
	"ids-agree of billiard <=4.3.2 under fork":                                                                                 isRace,
	"ppid-shared of billiard <=4.3.2 under fork":                                                                               isRace,
	"ppid-parent of billiard <=4.3.2 under fork":                                                                               isRace,
	"threads-starter of billiard <=4.3.2 under fork":                                                                           isRace,
	"ppid-server of billiard ==4.3.2 under spawn, forkserver":                                                                  isRace,
	"ppid-shared of billiard ==4.3.2 under spawn, forkserver":                                                                  isRace,
	"children-together of billiard <=4.3.2 under fork":                                                                         isRace,
}
