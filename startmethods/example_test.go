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

func init() { programs["ExampleMain"] = ExampleMain }

// In a program, the call of Main is all of the main function, and sing is a target that is registered in a package-level
// variable. The first statement is only for this example: it runs the example as the main function of another process.
func ExampleMain() {
	if runExampleAsProgram("ExampleMain") {
		return
	}

	startmethods.Main(func() {
		p := &startmethods.Process{Target: sing, Args: []any{"la la la"}, Kwargs: map[string]any{"times": 3}}
		if err := p.Start(); err != nil {
			log.Fatal(err)
		}
		if err := p.Join(context.Background()); err != nil {
			log.Fatal(err)
		}
		code, _ := p.ExitCode()
		fmt.Println(p.Name, "exited with", code)
	})

	// Output:
	// la la la
	// la la la
	// la la la
	// Process-1 exited with 0
}

// A process that does not end in time is terminated.
func ExampleProcess_Join() {
	p := &startmethods.Process{Target: hold} // a target that never returns
	if err := p.Start(); err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if err := p.Join(ctx); errors.Is(err, context.DeadlineExceeded) {
		fmt.Println("terminating it")
		if err := p.Terminate(); err != nil {
			log.Fatal(err)
		}
	}
	if err := p.Join(context.Background()); err != nil {
		log.Fatal(err)
	}
	code, _ := p.ExitCode()
	fmt.Println("exit code", code)

	// Output:
	// terminating it
	// exit code -15
}

// A context chooses a start method for some processes. It leaves the default alone.
func ExampleNewContext() {
	_, err := startmethods.NewContext("teleport")
	fmt.Println(errors.Is(err, startmethods.ErrMethod))

	spawn, err := startmethods.NewContext(startmethods.Spawn)
	if err != nil {
		log.Fatal(err)
	}
	p := spawn.Process(sing, "la la la")
	if err := p.Start(); err != nil {
		log.Fatal(err)
	}
	if err := p.Join(context.Background()); err != nil {
		log.Fatal(err)
	}

	// Output:
	// true
	// la la la
}
