// Package embedded is the CPython that is embedded in this program for its platform, where there is one: a real
// interpreter for a machine on which none is installed (github.com/kluctl/go-embed-python, CPython 3.14.6).
package embedded
