// Package source names the documents that behaviors are taken from. Every link is pinned to a version.
package source

import (
	"fmt"

	"github.com/singdance/singdance/conformance"
)

// Docs returns a section of CPython's documentation of multiprocessing.
func Docs(section, anchor string) conformance.Source {
	return conformance.Source{
		Text: "CPython 3.14 documentation, multiprocessing, " + section,
		URL:  conformance.Documentation + "#" + anchor,
	}
}

// Process returns the documentation of an attribute or a method of multiprocessing.Process.
func Process(name string) conformance.Source {
	return Docs("Process."+name, "multiprocessing.Process."+name)
}

// ProcessClass returns the documentation of the class multiprocessing.Process.
func ProcessClass() conformance.Source { return Docs("class Process", "multiprocessing.Process") }

// Function returns the documentation of a function of multiprocessing.
func Function(name string) conformance.Source { return Docs(name+"()", "multiprocessing."+name) }

// ParentProcess returns the documentation of parent_process().
func ParentProcess() conformance.Source {
	return Docs("parent_process(), new in 3.8", "multiprocessing.parent_process")
}

// StartMethods returns the section about contexts and start methods.
func StartMethods() conformance.Source {
	return Docs("Contexts and start methods", "contexts-and-start-methods")
}

// SpawnGuidelines returns the programming guidelines for spawn and forkserver.
func SpawnGuidelines() conformance.Source {
	return Docs("The spawn and forkserver start methods: safe importing of main module", "the-spawn-and-forkserver-start-methods")
}

// PicklableArguments returns the programming guideline that all arguments of a process must be picklable.
func PicklableArguments() conformance.Source {
	return Docs("The spawn and forkserver start methods: more picklability", "the-spawn-and-forkserver-start-methods")
}

// JoinedAutomatically returns the programming guideline which says that non-daemonic processes are joined automatically.
func JoinedAutomatically() conformance.Source {
	return Docs("Programming guidelines, joining processes that use queues", "all-start-methods")
}

// PicklableProcess returns the note that a target which a child cannot import ends the child with an AttributeError and exit code 1.
func PicklableProcess() conformance.Source {
	return Docs("class Process, the note about picklable arguments", "multiprocessing.Process")
}

// InterpreterStatus returns the documentation of the exit status of an interpreter.
func InterpreterStatus() conformance.Source {
	return conformance.Source{
		Text: "CPython 3.14 documentation, Py_RunMain(), the exit status of an interpreter",
		URL:  "https://docs.python.org/3.14/c-api/interp-lifecycle.html#c.Py_RunMain",
	}
}

// ImportableMain returns the note that children must be able to import the main module.
func ImportableMain() conformance.Source {
	return Docs("Introduction, the note that __main__ must be importable by the children", "module-multiprocessing")
}

// Library returns a section of another page of CPython's documentation of the standard library.
func Library(text, page, anchor string) conformance.Source {
	return conformance.Source{
		Text: "CPython 3.14 documentation, " + text,
		URL:  "https://docs.python.org/3.14/library/" + page + ".html#" + anchor,
	}
}

// Line returns a line of CPython's source code at a release, for what no documentation states.
func Line(release, file string, line int) conformance.Source {
	return conformance.Source{
		Text: fmt.Sprintf("CPython %s, %s, line %d", release, file, line),
		URL:  fmt.Sprintf("https://github.com/python/cpython/blob/v%s/%s#L%d", release, file, line),
	}
}

// Undocumented returns the source of an observation that no document covers. text says what is known about it.
func Undocumented(text string) conformance.Source {
	return conformance.Source{Text: "undocumented: " + text, URL: conformance.Documentation}
}

// Startmethods returns the documentation of this module's Go package startmethods.
func Startmethods() conformance.Source {
	return conformance.Source{
		Text: "package startmethods of this module",
		URL:  "https://pkg.go.dev/github.com/singdance/singdance/startmethods",
	}
}
