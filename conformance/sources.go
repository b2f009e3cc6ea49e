package conformance

import "fmt"

// The documentation that behaviors are taken from, by section. The anchors are those of the pages of these versions.
const documentation = "https://docs.python.org/3.14/library/multiprocessing.html"

func documented(section, anchor string) Source {
	return Source{"CPython 3.14 documentation, multiprocessing, " + section, documentation + "#" + anchor}
}

func contextsAndStartMethods() Source {
	return documented("Contexts and start methods", "contexts-and-start-methods")
}

func setStartMethod() Source {
	return documented("set_start_method()", "multiprocessing.set_start_method")
}

func getStartMethod() Source {
	return documented("get_start_method()", "multiprocessing.get_start_method")
}

func getAllStartMethods() Source {
	return documented("get_all_start_methods()", "multiprocessing.get_all_start_methods")
}

func getContext() Source { return documented("get_context()", "multiprocessing.get_context") }

func processClass() Source { return documented("class Process", "multiprocessing.Process") }

func processAttribute(name string) Source {
	return documented("Process."+name, "multiprocessing.Process."+name)
}

func parentProcess() Source {
	return documented("parent_process(), new in 3.8", "multiprocessing.parent_process")
}

func spawnGuidelines() Source {
	return documented("The spawn and forkserver start methods: safe importing of main module", "the-spawn-and-forkserver-start-methods")
}

func startMethodsPackage() Source {
	return Source{"package startmethods of this module", "https://pkg.go.dev/github.com/singdance/singdance/startmethods"}
}

func importableMain() Source {
	return documented("Introduction, the note that __main__ must be importable by the children", "module-multiprocessing")
}

// source is a line of CPython's own code at a release, for what is documented nowhere else.
func source(release, file string, line int) Source {
	return Source{
		fmt.Sprintf("CPython %s, %s, line %d", release, file, line),
		fmt.Sprintf("https://github.com/python/cpython/blob/v%s/%s#L%d", release, file, line),
	}
}

func sysExit() Source {
	return Source{"CPython 3.14 documentation, sys.exit()", "https://docs.python.org/3.14/library/sys.html#sys.exit"}
}

func osFork() Source {
	return Source{"CPython 3.14 documentation, os.fork(), the warning new in 3.12", "https://docs.python.org/3.14/library/os.html#os.fork"}
}
