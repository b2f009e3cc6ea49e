//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"bytes"
	"encoding/gob"
	"runtime"
)

// A request is what a process asks of its fork server: to fork a child or, if there is a signal, to send it that. The
// process numbers its children itself.
type request struct {
	Child     uint64
	Who       introduction
	Target    string
	Arguments []byte // see encodeArguments
	Signal    int
}

// A notice is what a fork server tells. All that it tells of one child has the child's number.
type notice struct {
	Kind  noticeKind
	Child uint64
	Value int // by Kind
}

type noticeKind int

// tellsTaken says whether the server has to tell that it takes a request. Linux tells of a socket whose other end was closed
// with something unread in it, by ECONNRESET; elsewhere that looks like any other end.
const tellsTaken = runtime.GOOS != "linux"

const (
	waiting noticeKind = iota // for requests: the server has come to the main guard
	taken                     // the request: from now on there may be a child
	refused                   // the request: Value is the error number of the system
	begun                     // the child: Value is its pid
	over                      // the child: Value is its exit code
)

// encodeArguments makes the bytes of a task's arguments alone: none if there are none, which spares both sides to learn
// gob's types anew. The error is an ArgumentError.
func encodeArguments(who introduction, what task) ([]byte, error) {
	if len(what.Args) == 0 && len(what.Kwargs) == 0 {
		return nil, nil
	}
	var payload bytes.Buffer
	err := encodeTask(gob.NewEncoder(&payload), who, what)
	return payload.Bytes(), err
}

// decodeArguments is the opposite of encodeArguments.
func decodeArguments(payload []byte) (what task, err error) {
	if len(payload) > 0 {
		err = gob.NewDecoder(bytes.NewReader(payload)).Decode(&what)
	}
	return what, err
}
