package startmethods_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/singdance/singdance/startmethods"
)

var sing = startmethods.Register("sing", func(call *startmethods.Call) error {
	var song string
	times := 1
	err := call.Bind(startmethods.Required("song", &song), startmethods.Optional("times", &times))
	if err != nil {
		return err
	}
	for range times {
		fmt.Println(song)
	}
	return nil
})

// This is the whole of a program's main function.
func ExampleMain() {
	startmethods.Main(func() {
		p := &startmethods.Process{Target: sing, Args: []any{"la la la"}, Kwargs: map[string]any{"times": 3}}
		if err := p.Start(); err != nil {
			log.Fatal(err)
		}
		if err := p.Join(context.Background()); err != nil {
			log.Fatal(err)
		}
		code, _ := p.ExitCode()
		fmt.Println(p.Name, "ended with", code)
	})
}

// A process that does not end in time is terminated.
func ExampleProcess_Join() {
	p := &startmethods.Process{Target: sing, Args: []any{"la la la"}}
	if err := p.Start(); err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := p.Join(ctx); errors.Is(err, context.DeadlineExceeded) {
		if err := p.Terminate(); err != nil {
			log.Fatal(err)
		}
	}
}

// A context chooses a start method for some processes, and leaves the default alone.
func ExampleGetContext() {
	_, err := startmethods.GetContext("teleport")
	fmt.Println(errors.Is(err, startmethods.ErrMethod))

	spawn, err := startmethods.GetContext("spawn")
	if err != nil {
		log.Fatal(err)
	}
	p := spawn.Process(sing, "la la la")
	fmt.Println(p.Method)
	// Output:
	// true
	// spawn
}
