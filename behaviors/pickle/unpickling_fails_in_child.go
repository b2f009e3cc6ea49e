package pickle

import (
	"github.com/singdance/singdance/behaviors/internal/source"
	"github.com/singdance/singdance/conformance"
)

var _ = group.Add(conformance.Behavior{
	ID: "pickle-unpickling-fails-in-child", Level: conformance.Extended, Program: program, Methods: conformance.ImportingMain(),
	Statement: "If an argument can be pickled but not unpickled, the child SHOULD fail with exit code 1 after start() has succeeded.",
	Sources: []conformance.Source{source.Process("exitcode"), {
		Text: "CPython 3.12, spawn._main()", URL: "https://github.com/python/cpython/blob/v3.12.1/Lib/multiprocessing/spawn.py#L126-L135",
	}},
	Judge: func(s *conformance.Scene) { expectFailsInChild(s, "unpickling-fails", "exception") },
})
