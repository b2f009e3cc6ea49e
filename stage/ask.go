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

// Ask runs a command of a driver to its end, contained, and returns what it printed on standard output. It is an
// implementation.Ask: its error is one sentence with the reason, what standard error says with it.
func (s *Stage) Ask(ctx context.Context, command, environment []string) (answer string, err error) {
	run, err := s.newRun()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, removeAll(run.folder)) }()
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
	defer func() { err = errors.Join(err, container.Close()) }()

	deadline := time.Duration(float64(askDeadline) * s.options.TimeoutFactor)
	ctx, cancel := context.WithTimeoutCause(ctx, deadline, fmt.Errorf("it had not answered after %s", deadline))
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = container.Kill() }) // Close tells what Kill could not end
	exit, err := container.Wait()
	if stop(); ctx.Err() != nil {
		return "", context.Cause(ctx)
	}
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
