package stage

import (
	"context"
	"sync"
)

// RunAll runs the tasks, so many at a time, and hands over each recording as it comes, one after the other. A
// task that was not begun when the context ended is not performed.
func (s *Stage) RunAll(ctx context.Context, tasks []Task, jobs int, done func(*Recording)) {
	queue := make(chan Task)
	var lock sync.Mutex
	var group sync.WaitGroup
	for range max(1, min(jobs, len(tasks))) {
		group.Go(func() {
			for task := range queue {
				if ctx.Err() != nil {
					continue // it waited here while the context ended
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
