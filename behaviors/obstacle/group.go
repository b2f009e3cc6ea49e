// Package obstacle holds the behaviors of starts under difficult conditions.
package obstacle

import (
	"github.com/singdance/singdance/conformance"
)

var group = conformance.NewGroup("obstacle", 157, "what a start and the child cope with")

const program = "start-obstacles"

// issue returns an issue of CPython that says what is right.
func issue(number, title string) conformance.Source {
	return conformance.Source{Text: "CPython issue " + number + ": " + title, URL: "https://github.com/python/cpython/issues/" + number}
}
