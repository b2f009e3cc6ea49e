package stage

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
)

// RunAll runs the tasks, at most jobs at a time, and calls done with each recording. It never makes two calls of done at
// the same time. When the context ends, RunAll starts no more tasks.
func (s *Stage) RunAll(ctx context.Context, tasks []Task, jobs int, done func(*Recording)) {
	var lock sync.Mutex
	var group errgroup.Group
	group.SetLimit(max(1, jobs))
	for _, task := range tasks {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			if ctx.Err() != nil {
				return nil // the context ended while the task waited for another one to end
			}
			recording := s.Run(ctx, task)
			lock.Lock()
			defer lock.Unlock()
			done(recording)
			return nil
		})
	}
	_ = group.Wait() // the tasks return no errors
}
