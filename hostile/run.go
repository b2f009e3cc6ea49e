package hostile

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/fixtures/golang"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/platform"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// Row is what came of an act.
type Row struct {
	Act
	Verdict string // or Unavailable or Refused
	Said    string // the verdict's reason
	Seconds float64
	Left    []string // what was left behind
	Wrong   []string // what is not as it must be
}

// firstFactor is the timeout factor that an act is performed with at first: a program that hangs has 3 s, an answer 1 s.
const firstFactor = 0.05

// Perform performs one act in the suite, beside the well-behaved implementation. Where the time was too short, for that one
// or for what the act does, everything is done again with twice the time.
func (a Act) Run(ctx context.Context) (Row, error) {
	row := Row{Act: a}
	begun := time.Now()
	for factor := firstFactor; ; factor *= 2 {
		row.Wrong = nil
		patient, err := a.perform(ctx, factor, &row)
		if err != nil || patient || factor > 1 {
			row.Seconds = time.Since(begun).Seconds()
			return row, err
		}
	}
}

// perform is one attempt. patient says that there was time enough.
func (a Act) perform(ctx context.Context, factor float64, row *Row) (patient bool, err error) {
	folder, err := os.MkdirTemp("", "hostile")
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, platform.RemoveAll(folder)) }()
	defer set(map[string]string{actVariable: a.Name, ledgerVariable: filepath.Join(folder, "ledger")})()
	defer set(a.environment)()
	before, err := look()
	if err != nil {
		return false, err
	}
	found, results, findErr, err := a.run(ctx, folder, factor)
	if err != nil {
		return false, err
	}
	if row.Left, err = before.left(folder); err != nil {
		return false, err
	}
	if findErr != nil {
		row.Verdict, row.Said = Refused, findErr.Error()
	} else if patient = a.conclude(row, found, results); !patient {
		return false, nil
	}
	a.check(row)
	late := row.Verdict == timeout || strings.Contains(row.Said, "it had not answered after")
	return !late || row.Verdict == a.Expected && len(row.Wrong) == 0, nil
}

// run is a run of the suite in the folder. findErr is what it says of a request that cannot be met.
func (a Act) run(ctx context.Context, folder string, factor float64) (found []implementation.Implementation, results []conformance.Result, findErr, err error) {
	python, err := a.place(folder)
	if err != nil {
		return nil, nil, nil, err
	}
	self, err := golang.Command()
	if err != nil {
		return nil, nil, nil, err
	}
	s, err := stage.Open(stage.Options{Folder: filepath.Join(folder, "stage"), TimeoutFactor: factor})
	if err != nil {
		return nil, nil, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	options := implementation.Options{Pythons: []string{python}, Only: true, Folder: s.Programs(), Self: self, Jobs: 2}
	if found, findErr = implementation.Find(ctx, options, s.Ask); findErr != nil {
		return nil, nil, findErr, ctx.Err()
	}
	plan, err := conformance.NewPlan(found, conformance.Selection{Behaviors: []string{a.Behavior}})
	if err != nil {
		var empty conformance.EmptySelection
		if errors.As(err, &empty) { // nobody had the time to answer
			return found, nil, nil, ctx.Err()
		}
		return nil, nil, nil, err
	}
	results = plan.Run(ctx, s, 2, nil, func(*stage.Recording, []conformance.Result) {})
	return found, results, nil, ctx.Err()
}

// place installs the act's interpreter and returns what the suite is asked to perform on.
func (a Act) place(folder string) (python string, err error) {
	home := filepath.Join(folder, cmp.Or(a.folder, "python"))
	if err := os.Mkdir(home, 0o700); err != nil {
		return "", err
	}
	if a.install != nil {
		return a.install(home)
	}
	path := filepath.Join(home, "python3"+suffix())
	if runtime.GOOS != "windows" {
		return home, os.Symlink(program(), path)
	}
	if os.Link(program(), path) == nil {
		return home, nil
	}
	text, err := os.ReadFile(program())
	if err != nil {
		return "", err
	}
	return home, os.WriteFile(path, text, 0o700)
}

// conclude reads the results. It reports whether there was time enough for the well-behaved implementation.
func (a Act) conclude(row *Row, found []implementation.Implementation, results []conformance.Result) bool {
	for _, i := range found {
		switch {
		case i.Origin == implementation.OriginSelf && i.Unavailable != "":
			return false
		case i.Origin != implementation.OriginSelf && i.Unavailable != "":
			row.Verdict, row.Said = Unavailable, i.Unavailable
		case i.Origin != implementation.OriginSelf:
			row.Verdict, row.Said = "", ""
		}
	}
	good := 0
	for _, result := range results {
		if result.Verdict == conformance.Skipped {
			continue // not what is looked at
		}
		switch hostile := result.Implementation == "hostile-1.0"; {
		case hostile && (row.Verdict == "" || result.Verdict.Unexpected()):
			row.Verdict, row.Said = string(result.Verdict), result.Reason
			if !evident(result) {
				row.Wrong = append(row.Wrong, "a table of the processes that lived is missing in the evidence")
			}
		case !hostile && result.Verdict == conformance.Timeout:
			return false
		case !hostile && result.Verdict == conformance.Pass:
			good++
		case !hostile:
			row.Wrong = append(row.Wrong, fmt.Sprintf("the other implementation: %s: %s", result.Verdict, result.Reason))
		}
	}
	if good == 0 && len(row.Wrong) == 0 {
		row.Wrong = append(row.Wrong, "the other implementation was not judged")
	}
	row.Wrong = append(row.Wrong, harmful(found, results)...)
	return true
}

// evident says whether the evidence shows who lived, where somebody had to be ended.
func evident(result conformance.Result) bool {
	if result.Verdict != conformance.Timeout && !strings.HasPrefix(result.Reason, "cap on ") {
		return true
	}
	table := slices.IndexFunc(result.Evidence, func(line string) bool {
		return strings.HasPrefix(line, fmt.Sprintf("process table at %q", stage.AtDeadline)) ||
			strings.HasPrefix(line, fmt.Sprintf("process table at %q", stage.AtCap))
	})
	return table >= 0 && table+1 < len(result.Evidence) && strings.HasPrefix(result.Evidence[table+1], "  pid ")
}

// harmful looks for control characters and markup in what is shown to a reader.
func harmful(found []implementation.Implementation, results []conformance.Result) []string {
	r := report.Report{Implementations: found, Results: results}
	r.Conclude()
	var text bytes.Buffer
	r.Text(&text, 100, false)
	page, err := r.HTML()
	var wrong []string
	if err != nil {
		wrong = append(wrong, "no page: "+err.Error())
	}
	pages := strings.TrimPrefix(page, "<!DOCTYPE html>") + r.Markdown()
	if control.MatchString(text.String()) || control.MatchString(pages) {
		wrong = append(wrong, "control characters in the report")
	}
	if regexp.MustCompile(`<(script|!)`).MatchString(pages) {
		wrong = append(wrong, "markup in the report")
	}
	return wrong
}

// control are characters that a terminal obeys, without the line's end.
var control = regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

// check compares with what is expected.
func (a Act) check(row *Row) {
	if row.Verdict != a.Expected {
		row.Wrong = append(row.Wrong, fmt.Sprintf("%s is expected", a.Expected))
	}
	if !regexp.MustCompile(a.Reason).MatchString(row.Said) {
		row.Wrong = append(row.Wrong, fmt.Sprintf("a reason like %q is expected", a.Reason))
	}
}

// set sets environment variables, and returns what sets them as they were.
func set(variables map[string]string) (restore func()) {
	type old struct {
		name, value string
		had         bool
	}
	var before []old
	for name, value := range variables {
		was, had := os.LookupEnv(name)
		before = append(before, old{name, was, had})
		_ = os.Setenv(name, value) // the names are good
	}
	return func() {
		for _, one := range before {
			if one.had {
				_ = os.Setenv(one.name, one.value)
			} else {
				_ = os.Unsetenv(one.name)
			}
		}
	}
}
