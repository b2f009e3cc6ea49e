// Package embedded provides the CPython that is embedded in this program, if there is one for its platform. It is used
// on machines without Python (github.com/kluctl/go-embed-python, CPython 3.14.6).
package embedded
