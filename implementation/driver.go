package implementation

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/singdance/singdance/internal/plain"
)

// hello is a driver's answer to hello (fixtures/DRIVER.md, version 1).
type hello struct {
	Singdance int      `json:"singdance"`
	Driver    string   `json:"driver"`
	Run       []string `json:"run"`
}

// answer is a driver's answer to probe (fixtures/DRIVER.md, version 1).
type answer struct {
	Singdance     int      `json:"singdance"`
	Interpreter   string   `json:"interpreter"`
	Version       string   `json:"version"`
	Release       string   `json:"release"`
	Module        string   `json:"module"`
	ModuleVersion string   `json:"module_version"`
	Platform      string   `json:"platform"`
	Machine       string   `json:"machine"`
	Executable    string   `json:"executable"`
	Identity      string   `json:"identity"`
	Venv          bool     `json:"venv"`
	Methods       []string `json:"methods"`
	Default       string   `json:"default"`
	Libraries     []string `json:"libraries"`
	Programs      []string `json:"programs"`

	Lacks map[string]string `json:"lacks"`
}

// probed is an implementation with what only its discovery needs.
type probed struct {
	Implementation
	identity  string   // equal for the same interpreter, however many links lead to it
	libraries []string // further modules that it could be probed for
}

// askDriver shakes hands with a driver and probes it. What does not work makes the implementation unavailable, with the
// reason in one sentence; it stops nothing else.
func askDriver(ctx context.Context, driver []string, origin, module string, query Query) probed {
	unavailable := func(err error) probed {
		return probed{Implementation: Implementation{
			Driver: driver, Origin: origin, Executable: driver[0], Module: module, Unavailable: err.Error(),
		}}
	}
	var h hello
	if err := call(ctx, driver, "hello", nil, query, &h); err != nil {
		return unavailable(err)
	}
	if h.Singdance != DriverVersion {
		return unavailable(fmt.Errorf("its driver speaks version %d of DRIVER.md, this program version %d", h.Singdance, DriverVersion))
	}
	var environment []string
	if module != "" {
		environment = append(environment, "SINGDANCE_MODULE="+module)
	}
	var a answer
	if err := call(ctx, driver, "probe", environment, query, &a); err != nil {
		return unavailable(err)
	}
	if err := a.check(); err != nil {
		return unavailable(err)
	}
	return probed{
		Implementation: Implementation{
			Interpreter: a.Interpreter, Version: a.Version, Release: a.Release,
			Module: a.Module, ModuleVersion: a.ModuleVersion,
			Platform: a.Platform, Machine: a.Machine, Executable: a.Executable, Venv: a.Venv,
			Methods: a.Methods, Default: a.Default, Programs: a.Programs, Lacks: a.Lacks,
			Origin: origin, Driver: driver, Run: h.Run,
		},
		identity:  a.Identity,
		libraries: a.Libraries,
	}
}

// call asks a driver with one verb and decodes its one line.
func call(ctx context.Context, driver []string, verb string, environment []string, query Query, into any) error {
	output, err := query(ctx, append(append([]string{}, driver...), verb), environment)
	if err != nil {
		return err
	}
	line := strings.TrimSpace(output)
	if line == "" {
		return fmt.Errorf("it answered nothing to %s; DRIVER.md asks for one line of JSON", verb)
	}
	if err := json.Unmarshal([]byte(line), into); err != nil || !strings.HasPrefix(line, "{") || strings.Contains(line, "\n") {
		return fmt.Errorf("its answer to %s is not the one line of JSON that DRIVER.md asks for but %q", verb, shorten(line))
	}
	return nil
}

// methodName is what a start method may be called; it becomes a part of file names and labels.
var methodName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$`)

// Limits of an answer to probe. Its texts become parts of file names, of sentences and of tables; each library is asked
// about, which takes time.
const (
	mostText  = 200   // bytes
	mostPath  = 4_096 // bytes of executable and identity
	mostNames = 64    // in a list
)

func (a answer) check() error {
	switch {
	case a.Interpreter == "" || a.Version == "" || a.Module == "":
		return errors.New("its answer to probe lacks interpreter, version or module")
	case len(a.Methods) == 0:
		return fmt.Errorf("%s reports no start method", a.Module)
	case a.Identity == "":
		return errors.New("its answer to probe lacks identity")
	}
	if max(len(a.Methods), len(a.Libraries), len(a.Programs), len(a.Lacks)) > mostNames {
		return fmt.Errorf("its answer to probe has a list of more than %d names", mostNames)
	}
	texts := []string{a.Interpreter, a.Version, a.Release, a.Module, a.ModuleVersion, a.Platform, a.Machine}
	for program, reason := range a.Lacks {
		if reason == "" {
			return fmt.Errorf("its answer to probe lacks the reason why it has no %s", shorten(program))
		}
		texts = append(texts, program, reason)
	}
	for _, text := range slices.Concat(texts, a.Libraries, a.Programs) {
		if len(text) > mostText {
			return fmt.Errorf("its answer to probe has a text of more than %d bytes: %q", mostText, shorten(text))
		}
	}
	for _, text := range append(texts, a.Executable, a.Identity) {
		if len(text) > mostPath {
			return fmt.Errorf("its answer to probe has a text of more than %d bytes: %q", mostPath, shorten(text))
		}
		if strings.ContainsFunc(text, plain.IsControl) {
			return fmt.Errorf("its answer to probe has control characters: %q", shorten(text))
		}
	}
	if a.Interpreter != strings.ToLower(a.Interpreter) {
		return fmt.Errorf("its answer to probe has an interpreter that is not in lower case: %q", a.Interpreter)
	}
	for n, method := range a.Methods {
		if !methodName.MatchString(method) {
			return fmt.Errorf("%s reports a start method whose name is not one that DRIVER.md allows: %q", a.Module, shorten(method))
		}
		if slices.Contains(a.Methods[:n], method) {
			return fmt.Errorf("%s reports the start method %s twice", a.Module, method)
		}
	}
	return nil
}

func shorten(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
