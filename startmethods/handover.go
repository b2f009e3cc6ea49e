package startmethods

import (
	"errors"
	"os"
)

// A handover is what connects a parent to a child that it spawns: a pipe on which the child gets its payload, and one
// on which it acknowledges that it has come to the main guard. Without the latter, a child that returned from main
// early would look like one whose target returned nil.
type handover struct {
	payload, acknowledged *os.File // the parent's ends
	task, acknowledge     *os.File // the child's ends
}

func openHandover() (*handover, error) {
	task, payload, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	acknowledged, acknowledge, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, task.Close(), payload.Close())
	}
	return &handover{payload: payload, acknowledged: acknowledged, task: task, acknowledge: acknowledge}, nil
}

func (h *handover) closeParentEnds() {
	h.payload.Close()
	h.acknowledged.Close()
}

func (h *handover) closeChildEnds() {
	h.task.Close()
	h.acknowledge.Close()
}

// roomy is what fits into every empty pipe without anyone reading: at least a page everywhere.
const roomy = 4096

// send writes the payload, and closes the pipe. What fits into the pipe is in it when send returns, and reaches the
// child whatever becomes of this process; the introduction is part of that. The rest is written in the background, since
// a child may take its time, or end without having read anything. The channel is closed when the writing is over. An
// error is the child's end; what there is to know of that, its exit code says.
func (h *handover) send(payload []byte) <-chan struct{} {
	written := make(chan struct{})
	now := min(len(payload), roomy)
	_, err := h.payload.Write(payload[:now])
	rest := func() {
		defer close(written)
		defer h.payload.Close()
		if err == nil && now < len(payload) {
			_, _ = h.payload.Write(payload[now:])
		}
	}
	if now == len(payload) {
		rest()
	} else {
		go rest()
	}
	return written
}
