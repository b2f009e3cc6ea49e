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

// Result is the outcome of a case.
type Result struct {
	Case
	Verdict    string // a verdict of package conformance, or Unavailable or Refused
	Reason     string // the reason of the verdict
	Seconds    float64
	LeftBehind []string // processes, files, … that the suite left on the machine
	Problems   []string // everything else that is wrong
}

// firstTimeoutFactor is the timeout factor of the first attempt: a program has 3 s, and a driver has 1 s to answer.
const firstTimeoutFactor = 0.05

// Run runs the case in the suite, next to the well-behaved implementation. If the time limit was too short for either of
// them, Run doubles the limit and repeats the whole case.
func (c Case) Run(ctx context.Context) (Result, error) {
	result := Result{Case: c}
	started := time.Now()
	for factor := firstTimeoutFactor; ; factor *= 2 {
		result.Problems = nil
		enoughTime, err := c.attempt(ctx, factor, &result)
		if err != nil || enoughTime || factor > 1 {
			result.Seconds = time.Since(started).Seconds()
			return result, err
		}
	}
}

// attempt runs the case once. It reports whether the time limit was long enough.
func (c Case) attempt(ctx context.Context, factor float64, result *Result) (enoughTime bool, err error) {
	folder, err := os.MkdirTemp("", "hostile")
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, platform.RemoveAll(folder)) }()
	defer setEnvironment(map[string]string{caseVariable: c.ID, processListVariable: processList(folder)})()
	defer setEnvironment(c.environment)()
	before, err := inspectMachine()
	if err != nil {
		return false, err
	}
	found, results, findErr, err := c.runSuite(ctx, folder, factor)
	if err != nil {
		return false, err
	}
	if result.LeftBehind, err = before.leftBehind(folder); err != nil {
		return false, err
	}
	if findErr != nil {
		result.Verdict, result.Reason = Refused, findErr.Error()
	} else if enoughTime = result.read(found, results); !enoughTime {
		return false, nil
	}
	result.compare()
	timedOut := result.Verdict == timeout || strings.Contains(result.Reason, "did not answer within")
	return !timedOut || result.Verdict == c.ExpectedVerdict && len(result.Problems) == 0, nil
}

// runSuite runs the suite in the folder. findErr is the error of a search for implementations that failed.
func (c Case) runSuite(ctx context.Context, folder string, factor float64) (
	found []implementation.Implementation, results []conformance.Result, findErr, err error,
) {
	python, err := c.installInterpreter(folder)
	if err != nil {
		return nil, nil, nil, err
	}
	goDriver, err := golang.Command()
	if err != nil {
		return nil, nil, nil, err
	}
	s, err := stage.Open(stage.Options{Folder: stageFolder(folder), TimeoutFactor: factor})
	if err != nil {
		return nil, nil, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	options := implementation.Options{
		Pythons: []string{python}, NoSearch: true, ProgramFolder: s.ProgramFolder(), GoDriver: goDriver, Jobs: 2,
	}
	if found, findErr = implementation.Find(ctx, options, s.Query); findErr != nil {
		return nil, nil, findErr, ctx.Err()
	}
	plan, err := conformance.NewPlan(found, conformance.Selection{Behaviors: []string{c.Behavior}})
	if err != nil {
		var empty conformance.EmptySelection
		if errors.As(err, &empty) { // no driver answered in time
			return found, nil, nil, ctx.Err()
		}
		return nil, nil, nil, err
	}
	results = plan.Run(ctx, s, 2, nil, func(*stage.Recording, []conformance.Result) {})
	return found, results, nil, ctx.Err()
}

// installInterpreter installs the hostile interpreter in the folder. It returns the path to pass to --python.
func (c Case) installInterpreter(folder string) (python string, err error) {
	home := filepath.Join(folder, cmp.Or(c.folder, "python"))
	if err := os.Mkdir(home, 0o700); err != nil {
		return "", err
	}
	if c.install != nil {
		return c.install(home)
	}
	path := filepath.Join(home, "python3"+executableSuffix())
	if runtime.GOOS != "windows" {
		return home, os.Symlink(executable(), path)
	}
	if os.Link(executable(), path) == nil {
		return home, nil
	}
	text, err := os.ReadFile(executable())
	if err != nil {
		return "", err
	}
	return home, os.WriteFile(path, text, 0o700)
}

// read takes the verdict from the results of the suite. It reports whether the time limit was long enough for the
// well-behaved implementation.
func (r *Result) read(found []implementation.Implementation, results []conformance.Result) bool {
	for _, i := range found {
		switch {
		case i.Origin == implementation.OriginSelf && i.Unavailable != "":
			return false
		case i.Origin != implementation.OriginSelf && i.Unavailable != "":
			r.Verdict, r.Reason = Unavailable, i.Unavailable
		case i.Origin != implementation.OriginSelf:
			r.Verdict, r.Reason = "", ""
		}
	}
	passed := 0
	for _, result := range results {
		if result.Verdict == conformance.Skipped {
			continue
		}
		switch hostile := result.Implementation == "hostile-1.0"; {
		case hostile && (r.Verdict == "" || result.Verdict.Unexpected()):
			r.Verdict, r.Reason = string(result.Verdict), result.Reason
			if !hasNeededTable(result) {
				r.Problems = append(r.Problems, "the evidence has no table of the processes that were alive")
			}
		case !hostile && result.Verdict == conformance.Timeout:
			return false
		case !hostile && result.Verdict == conformance.Pass:
			passed++
		case !hostile:
			r.Problems = append(r.Problems, fmt.Sprintf("the well-behaved implementation got %s: %s", result.Verdict, result.Reason))
		}
	}
	if passed == 0 && len(r.Problems) == 0 {
		r.Problems = append(r.Problems, "the well-behaved implementation was not judged")
	}
	r.Problems = append(r.Problems, unsafeText(found, results)...)
	return true
}

// hasNeededTable reports whether the evidence has the table of the processes that were alive when the stage killed the
// program. It also returns true if the program was not killed and no table is needed.
func hasNeededTable(result conformance.Result) bool {
	if result.Verdict != conformance.Timeout && !strings.HasPrefix(result.Reason, "cap on ") {
		return true
	}
	return slices.ContainsFunc(result.Evidence, func(line string) bool {
		for _, point := range []string{stage.PointDeadline, stage.PointCap} {
			if _, table, found := strings.Cut(line, fmt.Sprintf("process table at %q: ", point)); found && table != "no process" {
				return true
			}
		}
		return false
	})
}

// unsafeText returns a problem for each kind of report that has control characters or markup from an implementation.
func unsafeText(found []implementation.Implementation, results []conformance.Result) []string {
	r := report.Report{Implementations: found, Results: results}
	r.Conclude()
	var text bytes.Buffer
	r.Text(&text, report.TextOptions{Width: 120, Matrix: report.MatrixAll, Details: true})
	page, err := r.HTML()
	var problems []string
	if err != nil {
		problems = append(problems, "the HTML report cannot be made: "+err.Error())
	}
	pages := strings.TrimPrefix(page, "<!DOCTYPE html>") + r.Markdown()
	if control.MatchString(text.String()) || control.MatchString(pages) {
		problems = append(problems, "the report has control characters")
	}
	markup := regexp.MustCompile(`<(script|!)`)
	ours, err := (&report.Report{}).HTML()
	if err != nil || len(markup.FindAllString(pages, -1)) != len(markup.FindAllString(strings.TrimPrefix(ours, "<!DOCTYPE html>"), -1)) {
		problems = append(problems, "the report has HTML from the implementation")
	}
	return problems
}

// control matches the characters that a terminal acts on, except line feed.
var control = regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

// compare adds a problem if the verdict or its reason is not the expected one.
func (r *Result) compare() {
	if r.Verdict != r.ExpectedVerdict {
		r.Problems = append(r.Problems, "want "+r.ExpectedVerdict)
	}
	if !regexp.MustCompile(r.ExpectedReason).MatchString(r.Reason) {
		r.Problems = append(r.Problems, fmt.Sprintf("want a reason that matches %q", r.ExpectedReason))
	}
}

// setEnvironment sets environment variables. It returns a function that restores their old values.
func setEnvironment(variables map[string]string) (restore func()) {
	type variable struct {
		name, value string
		wasSet      bool
	}
	var old []variable
	for name, value := range variables {
		before, wasSet := os.LookupEnv(name)
		old = append(old, variable{name, before, wasSet})
		_ = os.Setenv(name, value) // fails only for an invalid name
	}
	return func() {
		for _, v := range old {
			if v.wasSet {
				_ = os.Setenv(v.name, v.value)
			} else {
				_ = os.Unsetenv(v.name)
			}
		}
	}
}
