//go:build linux || darwin || freebsd || netbsd || dragonfly

package startmethods

import (
	"bytes"
	"encoding/gob"
	"runtime"
)

// A request asks a fork server to fork a child or, if Signal is not 0, to send that signal to a child. The client numbers
// the children.
type request struct {
	Child     uint64
	Info      childInfo
	Target    string
	Arguments []byte // see encodeArguments
	Signal    int
}

// A notice is what a fork server reports to its client.
type notice struct {
	Kind  noticeKind
	Child uint64 // the number of the child in the request
	Value int    // depends on Kind
}

type noticeKind int

const (
	noticeReady    noticeKind = iota // the server has reached the main guard, and reads requests
	noticeAccepted                   // the server has read the request; there may be a child now
	noticeFailed                     // the fork has failed; Value is the error number
	noticeStarted                    // the child has been forked; Value is its PID
	noticeEnded                      // the child has ended; Value is its exit code
)

// reportsAccepted is whether a server has to send noticeAccepted. Linux reports ECONNRESET for a socket whose other end was
// closed before everything was read. Other systems report the end of the stream, as if everything had been read.
const reportsAccepted = runtime.GOOS != "linux"

// encodeArguments returns the encoded arguments of a task. If there are none, it returns no bytes, so that neither side has
// to handle gob's type descriptions. The error is an ArgumentError.
func encodeArguments(info childInfo, work task) ([]byte, error) {
	if len(work.Args) == 0 && len(work.Kwargs) == 0 {
		return nil, nil
	}
	var payload bytes.Buffer
	err := encodeTask(gob.NewEncoder(&payload), info, work)
	return payload.Bytes(), err
}

// decodeArguments decodes what encodeArguments has encoded.
func decodeArguments(payload []byte) (work task, err error) {
	if len(payload) > 0 {
		err = gob.NewDecoder(bytes.NewReader(payload)).Decode(&work)
	}
	return work, err
}
