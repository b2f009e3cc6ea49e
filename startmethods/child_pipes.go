package startmethods

import (
	"errors"
	"os"
)

// childPipes connect a parent to a child that it spawns. The child reads its payload from one pipe. On the other, it
// acknowledges that it has reached the main guard. Otherwise, a child that returned from main too early would look like
// a child whose target returned nil.
type childPipes struct {
	payload, acknowledged *os.File // the parent's ends
	task, acknowledge     *os.File // the child's ends
}

func openChildPipes() (*childPipes, error) {
	task, payload, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	acknowledged, acknowledge, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, task.Close(), payload.Close())
	}
	return &childPipes{payload: payload, acknowledged: acknowledged, task: task, acknowledge: acknowledge}, nil
}

func (p *childPipes) closeParentEnds() {
	p.payload.Close()
	p.acknowledged.Close()
}

func (p *childPipes) closeChildEnds() {
	p.task.Close()
	p.acknowledge.Close()
}

// minPipeCapacity is how much fits into an empty pipe on every system: at least one page.
const minPipeCapacity = 4096

// send writes the payload and closes the pipe. When send returns, the pipe holds the beginning of the payload, which
// includes the childInfo, so the child can read it even if this process ends. A goroutine writes the rest, because the
// child may read late or end without reading. The returned channel is closed when everything is written or the child has
// ended. Errors are ignored: they mean that the child has ended, and its exit code says how.
func (p *childPipes) send(payload []byte) <-chan struct{} {
	written := make(chan struct{})
	now := min(len(payload), minPipeCapacity)
	_, err := p.payload.Write(payload[:now])
	rest := func() {
		defer close(written)
		defer p.payload.Close()
		if err == nil && now < len(payload) {
			_, _ = p.payload.Write(payload[now:])
		}
	}
	if now == len(payload) {
		rest()
	} else {
		go rest()
	}
	return written
}
