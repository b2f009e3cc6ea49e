package startmethods_test

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	. "github.com/onsi/gomega"

	"github.com/singdance/singdance/startmethods"
)

type verse struct {
	Text  string
	Lines []int
	Next  *verse
}

type withFunction struct {
	Text string
	Sing func()
}

type unregistered struct{ Text string }

func init() {
	gob.Register(verse{})
	gob.Register(withFunction{})
}

// argumentsOfManyTypes returns arguments of many types. The child makes the same ones, and compares.
func argumentsOfManyTypes() ([]any, map[string]any) {
	args := []any{
		0, 1, -1, int8(2), int64(1) << 62, uint(3), uint8(4), uintptr(5), 1.5, float32(2.5), 1i, true, false, "", "la",
		"жизнь 生活 🎵\x00\xff", []byte("bytes"), nil,
		[]int{1, 2},
		[]string{"a", ""},
		[]bool{true},
		[]float64{0.5},
		[]any{1, "two", []any{3.0, nil}, map[string]any{"four": 4}},
		[][]byte{{1}, {2}},
		[][]int{{1}},
		time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC), time.Minute,
		verse{Text: "one", Lines: []int{1}, Next: &verse{Text: "two"}},
	}
	kwargs := map[string]any{
		"number": 7, "text": "ünï", "nothing": nil, "nested": map[string]any{"list": []any{1}},
		"counts": map[string]int{"a": 1}, "имя": "name",
	}
	return args, kwargs
}

var compareArguments = startmethods.Register("compare arguments", func(call *startmethods.Call) error {
	args, kwargs := argumentsOfManyTypes()
	for i := range args {
		if !reflect.DeepEqual(call.Args[i], args[i]) {
			return fmt.Errorf("argument %d is %T %#v, not %T %#v", i, call.Args[i], call.Args[i], args[i], args[i])
		}
	}
	if len(args) != len(call.Args) || !reflect.DeepEqual(call.Kwargs, kwargs) {
		return fmt.Errorf("%d arguments, named ones are %#v", len(call.Args), call.Kwargs)
	}
	return nil
})

func TestArgumentsKeepTheirTypes(t *testing.T) {
	g := NewWithT(t)
	args, kwargs := argumentsOfManyTypes()
	g.Expect(run(g, &startmethods.Process{Target: compareArguments, Args: args, Kwargs: kwargs})).To(Equal(0))
}

var measure = startmethods.Register("measure", func(call *startmethods.Call) error {
	path, err := startmethods.NamedArg[string](call, "path")
	if err != nil {
		return err
	}
	song, err := startmethods.Arg[[]byte](call, 0)
	if err != nil {
		return err
	}
	return writeJSON(path, []int{len(song), bytes.Count(song, []byte("la"))})
})

func TestTenMegabytesOfArguments(t *testing.T) {
	g := NewWithT(t)
	const count = 5 << 20
	path := filepath.Join(t.TempDir(), "length")
	g.Expect(run(g, &startmethods.Process{
		Target: measure, Args: []any{bytes.Repeat([]byte("la"), count)}, Kwargs: map[string]any{"path": path},
	})).To(Equal(0))
	g.Expect(readJSON[[]int](g, path)).To(Equal([]int{2 * count, count}))
}

func TestArgumentsThatCannotBeEncoded(t *testing.T) {
	circle := &verse{Text: "again"}
	circle.Next = circle
	for _, c := range []struct {
		name     string
		args     []any
		kwargs   map[string]any
		argument string
		reason   string
	}{
		{"function", []any{1, func() {}}, nil, "positional argument 1", "func()"},
		{"channel", nil, map[string]any{"a": 1, "c": make(chan int)}, `argument "c"`, "chan int"},
		{"nil function", []any{(func())(nil)}, nil, "positional argument 0", "func()"},
		{"nested function", []any{[]any{map[string]any{"f": func() {}}}}, nil, "positional argument 0", "func()"},
		{"function in a struct", []any{withFunction{Sing: func() {}}}, nil, "positional argument 0", "func()"},
		{"unknown type", []any{unregistered{"text"}}, nil, "positional argument 0", "gob.Register"},
		{"unknown type in a list", []any{[]any{unregistered{"text"}}}, nil, "positional argument 0", "gob.Register"},
		{"circle", []any{*circle}, nil, "positional argument 0", "contains itself"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := NewWithT(t)
			p := &startmethods.Process{Name: "child", Target: compareArguments, Args: c.args, Kwargs: c.kwargs}
			err := p.Start()
			g.Expect(err).To(MatchError(startmethods.ErrArgument))
			typed, ok := errors.AsType[*startmethods.ArgumentError](err)
			g.Expect(ok).To(BeTrue())
			g.Expect(typed.Process).To(Equal("child"))
			g.Expect(typed.Target).To(Equal("compare arguments"))
			g.Expect(typed.Argument).To(Equal(c.argument))
			g.Expect(err.Error()).To(And(
				ContainSubstring("child"), ContainSubstring("compare arguments"), ContainSubstring(c.argument),
				ContainSubstring(c.reason)))
			g.Expect(p.PID()).To(BeZero())
			g.Expect(p.IsAlive()).To(BeFalse())
		})
	}
}

func TestNilFunctionInStructIsEncodable(t *testing.T) {
	g := NewWithT(t)
	path := filepath.Join(t.TempDir(), "struct")
	g.Expect(run(g, &startmethods.Process{Target: writeText, Args: []any{path, withFunction{Text: "la"}}})).To(Equal(0))
	g.Expect(readJSON[string](g, path)).To(Equal("la"))
}

var writeText = startmethods.Register("write text", func(call *startmethods.Call) error {
	var path string
	var value withFunction
	if err := call.Bind(startmethods.Required("path", &path), startmethods.Required("value", &value)); err != nil {
		return err
	}
	return writeJSON(path, value.Text)
})

func TestArgAndNamedArg(t *testing.T) {
	g := NewWithT(t)
	call := &startmethods.Call{Args: []any{1, "two", nil}, Kwargs: map[string]any{"three": 3.0}}
	n, err := startmethods.Arg[int](call, 0)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(n).To(Equal(1))
	s, err := startmethods.Arg[fmt.Stringer](call, 2)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(s).To(BeNil())
	f, err := startmethods.NamedArg[float64](call, "three")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(f).To(Equal(3.0))
	two, err := startmethods.Arg[any](call, 1)
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(two).To(Equal("two"))

	_, err = startmethods.Arg[int64](call, 0)
	g.Expect(err).To(MatchError(startmethods.ErrArgument))
	g.Expect(err).To(MatchError(ContainSubstring("positional argument 0 is of type int, not int64")))
	_, err = startmethods.Arg[int](call, 2)
	g.Expect(err).To(MatchError(ContainSubstring("positional argument 2 is nil, not of type int")))
	_, err = startmethods.Arg[int](call, 3)
	g.Expect(err).To(MatchError(ContainSubstring("positional argument 3 is missing: there are 3 positional arguments")))
	_, err = startmethods.Arg[int](call, -1)
	g.Expect(err).To(MatchError(startmethods.ErrArgument))
	_, err = startmethods.NamedArg[float64](call, "four")
	g.Expect(err).To(MatchError(ContainSubstring(`argument "four" is missing`)))
	_, err = startmethods.NamedArg[string](call, "three")
	g.Expect(err).To(MatchError(ContainSubstring(`argument "three" is of type float64, not string`)))
}

func TestBind(t *testing.T) {
	g := NewWithT(t)
	bind := func(args []any, kwargs map[string]any) (song string, times int, err error) {
		times = 1
		call := &startmethods.Call{Args: args, Kwargs: kwargs}
		err = call.Bind(startmethods.Required("song", &song), startmethods.Optional("times", &times))
		return song, times, err
	}
	for _, c := range []struct {
		args   []any
		kwargs map[string]any
		times  int
	}{
		{[]any{"la"}, nil, 1},
		{[]any{"la", 2}, nil, 2},
		{[]any{"la"}, map[string]any{"times": 3}, 3},
		{nil, map[string]any{"times": 4, "song": "la"}, 4},
	} {
		song, times, err := bind(c.args, c.kwargs)
		g.Expect(err).NotTo(HaveOccurred())
		g.Expect(song).To(Equal("la"))
		g.Expect(times).To(Equal(c.times))
	}
	for _, c := range []struct {
		args   []any
		kwargs map[string]any
		reason string
	}{
		{nil, nil, `argument "song" is missing`},
		{[]any{"la", 2, 3}, nil, "positional argument 2 is unexpected: the target takes at most 2 positional arguments"},
		{[]any{"la"}, map[string]any{"song": "la"}, `argument "song" is given twice`},
		{[]any{"la"}, map[string]any{"loud": true}, `argument "loud" is unexpected`},
		{[]any{7}, nil, `argument "song" is of type int, not string`},
		{[]any{"la"}, map[string]any{"times": "two"}, `argument "times" is of type string, not int`},
	} {
		_, _, err := bind(c.args, c.kwargs)
		g.Expect(err).To(MatchError(startmethods.ErrArgument))
		g.Expect(err).To(MatchError(ContainSubstring(c.reason)))
	}
}

func init() {
	programs["wrong argument"] = func() {
		mainWithMethod(func() {
			p := &startmethods.Process{Target: sing, Args: []any{"la"}, Kwargs: map[string]any{"loud": true}}
			mustRun(p)
			code, _ := p.ExitCode()
			startmethods.Exit(10 + code)
		})
	}
}

func TestUnexpectedArgument(t *testing.T) {
	g := NewWithT(t)
	seen := runProgram(t, "wrong argument")
	g.Expect(seen.status).To(Equal(11))
	g.Expect(seen.stderr).To(And(HavePrefix("Process Process-1:\n"), ContainSubstring(`argument "loud" is unexpected`),
		ContainSubstring(`target "sing"`)))
	g.Expect(seen.stdout).To(BeEmpty())
}

var writeEnvironment = startmethods.Register("write environment", func(call *startmethods.Call) error {
	path, err := startmethods.Arg[string](call, 0)
	if err != nil {
		return err
	}
	return writeJSON(path, map[string][]string{"environment": os.Environ(), "command line": os.Args})
})

func TestChildHasSameEnvironmentAndCommandLine(t *testing.T) {
	g := NewWithT(t)
	t.Setenv("SINGDANCE_TEST_TEXT", "a=b")
	path := filepath.Join(t.TempDir(), "seen")
	g.Expect(run(g, &startmethods.Process{Target: writeEnvironment, Args: []any{path}})).To(Equal(0))
	seen := readJSON[map[string][]string](g, path)
	g.Expect(seen["command line"]).To(Equal(os.Args))
	g.Expect(seen["environment"]).To(ContainElement("SINGDANCE_TEST_TEXT=a=b"))
	g.Expect(strings.Join(seen["environment"], "\n")).NotTo(ContainSubstring("STARTMETHODS"))
	g.Expect(seen["environment"]).To(HaveLen(len(os.Environ())))
}
