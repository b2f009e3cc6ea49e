package stage

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"

	"github.com/singdance/singdance/platform"
)

// askDeadline is the time that a driver may take for an answer, before Options.TimeoutFactor.
const askDeadline = 20 * time.Second

// Query runs a command of a driver to its end, contained, and returns what it printed on standard output. It is an
// implementation.Query: its error is one sentence with the reason, what standard error says with it.
func (s *Stage) Query(ctx context.Context, command, environment []string) (answer string, err error) {
	run, err := s.newRun()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, platform.RemoveAll(run.folder)) }()
	defer func() {
		if err == nil || ctx.Err() != nil {
			return
		}
		if reason, _ := run.full(); reason != "" {
			err = errors.New(reason) // whatever it complained of
		}
	}()
	stdout, err := run.output("stdout")
	if err != nil {
		return "", err
	}
	defer stdout.Close()
	stderr, err := run.output("stderr")
	if err != nil {
		return "", err
	}
	defer stderr.Close()

	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = run.work()
	cmd.Env = run.environment(environment...)
	cmd.Stdout, cmd.Stderr = stdout.File, stderr.File
	container, err := platform.Start(cmd, run.token)
	if err != nil {
		return "", fmt.Errorf("it cannot be started: %w", err)
	}
	defer s.guard.Watch(container)()
	defer func() { err = errors.Join(err, container.Close()) }()

	deadline := time.Duration(float64(askDeadline) * s.options.TimeoutFactor)
	ctx, cancel := context.WithTimeoutCause(ctx, deadline, fmt.Errorf("it had not answered after %s", deadline))
	defer cancel()
	exit, err := attend(ctx, container, run.caps(container, stdout, stderr))
	if err != nil {
		return "", err
	}
	text, err := stdout.text()
	if err != nil {
		return "", err
	}
	if exit.Code != 0 {
		message, _ := stderr.text() // it only explains the status
		return "", fmt.Errorf("it ended with %s: %s", exit, complaint(message))
	}
	return text, nil
}

// attend waits for the end of a container's first process. Its error is why it did not wait any longer.
func attend(ctx context.Context, container *platform.Container, caps caps) (platform.Exit, error) {
	type end struct {
		exit platform.Exit
		err  error
	}
	ended := make(chan end, 1)
	go func() {
		exit, err := container.Wait()
		ended <- end{exit, err}
	}()
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	for {
		select {
		case end := <-ended:
			return end.exit, end.err
		case <-ctx.Done():
			return platform.Exit{}, context.Cause(ctx)
		case <-ticker.C:
		}
		if reason, err := caps.exceeded(); err != nil {
			return platform.Exit{}, err
		} else if reason != "" {
			return platform.Exit{}, errors.New(reason)
		}
	}
}
