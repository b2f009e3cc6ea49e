package stage

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"

	"github.com/singdance/singdance/platform"
)

// queryDeadline is the time in which a driver must answer, before Options.TimeoutFactor.
const queryDeadline = 20 * time.Second

// Query runs a command of a driver in a container and returns its standard output. It has the type implementation.Query:
// its error is one sentence that says why there is no answer, with the driver's message from standard error.
func (s *Stage) Query(ctx context.Context, command, environment []string) (answer string, err error) {
	folder, err := s.newRunFolder()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, platform.RemoveAll(folder.path)) }()
	defer func() {
		if err == nil || ctx.Err() != nil {
			return
		}
		if reason, _ := folder.diskFull(); reason != "" {
			err = errors.New(reason) // a full disk explains any other error
		}
	}()
	stdout, err := folder.newOutput("stdout")
	if err != nil {
		return "", err
	}
	defer stdout.Close()
	stderr, err := folder.newOutput("stderr")
	if err != nil {
		return "", err
	}
	defer stderr.Close()

	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = folder.work()
	cmd.Env = folder.environment(environment...)
	cmd.Stdout, cmd.Stderr = stdout.File, stderr.File
	container, err := platform.Start(cmd, folder.token)
	if err != nil {
		return "", fmt.Errorf("the driver could not be started: %w", err)
	}
	defer s.guard.Watch(container)()
	defer func() { err = errors.Join(err, container.Close()) }()

	deadline := time.Duration(float64(queryDeadline) * s.options.TimeoutFactor)
	ctx, cancel := context.WithTimeoutCause(ctx, deadline, fmt.Errorf("the driver did not answer within %s", deadline))
	defer cancel()
	exit, err := waitForFirstProcess(ctx, container, folder.newCaps(container, stdout, stderr))
	if err != nil {
		return "", err
	}
	text, err := stdout.text()
	if err != nil {
		return "", err
	}
	if exit.Code != 0 {
		message, _ := stderr.text() // if it cannot be read, the exit status must do
		return "", fmt.Errorf("the driver failed (%s): %s", exit, errorLine(message))
	}
	return text, nil
}

// waitForFirstProcess waits until the first process of a container ends. It returns early, with an error that says why, if
// the context ends or a cap is exceeded.
func waitForFirstProcess(ctx context.Context, container *platform.Container, caps caps) (platform.Exit, error) {
	ended := waitInBackground(container)
	ticker := time.NewTicker(pollInterval)
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
