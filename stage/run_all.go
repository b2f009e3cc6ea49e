package stage

import (
	"context"
	"sync"
)

// RunAll runs the tasks, at most jobs at a time, and calls done with each recording. It never makes two calls of done at
// the same time. When the context ends, RunAll starts no more tasks.
func (s *Stage) RunAll(ctx context.Context, tasks []Task, jobs int, done func(*Recording)) {
	queue := make(chan Task)
	var lock sync.Mutex
	var group sync.WaitGroup
	for range max(1, min(jobs, len(tasks))) {
		group.Go(func() {
			for task := range queue {
				if ctx.Err() != nil {
					continue // the context ended while the task was in the queue
				}
				recording := s.Run(ctx, task)
				lock.Lock()
				done(recording)
				lock.Unlock()
			}
		})
	}
	for _, task := range tasks {
		if ctx.Err() != nil {
			break
		}
		queue <- task
	}
	close(queue)
	group.Wait()
}
