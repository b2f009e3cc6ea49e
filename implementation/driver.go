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

// hello is the answer of a driver to hello (fixtures/DRIVER.md, version 1).
type hello struct {
	Singdance int      `json:"singdance"`
	Driver    string   `json:"driver"`
	Run       []string `json:"run"`
}

// probe is the answer of a driver to probe (fixtures/DRIVER.md, version 1).
type probe struct {
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

// probed is an implementation with the data that only the search needs.
type probed struct {
	Implementation
	identity  string   // the same for all paths of an interpreter
	libraries []string // other modules that the interpreter can import
}

// probeDriver sends hello and probe to a driver. If the driver does not work, the implementation is unavailable, with a
// reason in one sentence.
func probeDriver(ctx context.Context, driver []string, origin, module string, query Query) probed {
	unavailable := func(err error) probed {
		return probed{Implementation: Implementation{
			Driver: driver, Origin: origin, Executable: driver[0], Module: module, Unavailable: err.Error(),
		}}
	}
	var h hello
	if err := send(ctx, driver, "hello", nil, query, &h); err != nil {
		return unavailable(err)
	}
	if h.Singdance != DriverVersion {
		return unavailable(fmt.Errorf("the driver uses version %d of DRIVER.md; this program supports version %d", h.Singdance, DriverVersion))
	}
	var environment []string
	if module != "" {
		environment = append(environment, "SINGDANCE_MODULE="+module)
	}
	var p probe
	if err := send(ctx, driver, "probe", environment, query, &p); err != nil {
		return unavailable(err)
	}
	if err := p.check(); err != nil {
		return unavailable(err)
	}
	return probed{
		Implementation: Implementation{
			Interpreter: p.Interpreter, Version: p.Version, Release: p.Release,
			Module: p.Module, ModuleVersion: p.ModuleVersion,
			Platform: p.Platform, Machine: p.Machine, Executable: p.Executable, Venv: p.Venv,
			Methods: p.Methods, Default: p.Default, Programs: p.Programs, Lacks: p.Lacks,
			Origin: origin, Driver: driver, Run: h.Run,
		},
		identity:  p.Identity,
		libraries: p.Libraries,
	}
}

// send sends a verb to a driver and decodes the answer.
func send(ctx context.Context, driver []string, verb string, environment []string, query Query, into any) error {
	output, err := query(ctx, append(append([]string{}, driver...), verb), environment)
	if err != nil {
		return err
	}
	line := strings.TrimSpace(output)
	if line == "" {
		return fmt.Errorf("the driver printed no answer to %s; DRIVER.md requires one line of JSON", verb)
	}
	if err := json.Unmarshal([]byte(line), into); err != nil || !strings.HasPrefix(line, "{") || strings.Contains(line, "\n") {
		return fmt.Errorf("the answer of the driver to %s is not one line of JSON, as DRIVER.md requires: %q", verb, shorten(line))
	}
	return nil
}

// methodName matches valid names of start methods. A name is used in file names and labels.
var methodName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$`)

// Limits of an answer to probe. Its texts are used in file names, sentences and tables, and probing a library takes time.
const (
	maxText  = 200   // bytes
	maxPath  = 4_096 // bytes of executable and identity
	maxNames = 64    // in a list
)

// check returns an error if the answer breaks the rules of DRIVER.md.
func (p probe) check() error {
	switch {
	case p.Interpreter == "" || p.Version == "" || p.Module == "":
		return errors.New("the answer of the driver to probe has no interpreter, version or module")
	case len(p.Methods) == 0:
		return fmt.Errorf("%s reports no start method", p.Module)
	case p.Identity == "":
		return errors.New("the answer of the driver to probe has no identity")
	}
	if max(len(p.Methods), len(p.Libraries), len(p.Programs), len(p.Lacks)) > maxNames {
		return fmt.Errorf("the answer of the driver to probe has a list of more than %d names", maxNames)
	}
	texts := []string{p.Interpreter, p.Version, p.Release, p.Module, p.ModuleVersion, p.Platform, p.Machine}
	for program, reason := range p.Lacks {
		if reason == "" {
			return fmt.Errorf("the answer of the driver to probe gives no reason why it lacks the program %s", shorten(program))
		}
		texts = append(texts, program, reason)
	}
	for _, text := range slices.Concat(texts, p.Libraries, p.Programs) {
		if len(text) > maxText {
			return fmt.Errorf("the answer of the driver to probe has a text longer than %d bytes: %q", maxText, shorten(text))
		}
	}
	for _, text := range append(texts, p.Executable, p.Identity) {
		if len(text) > maxPath {
			return fmt.Errorf("the answer of the driver to probe has a text longer than %d bytes: %q", maxPath, shorten(text))
		}
		if strings.ContainsFunc(text, plain.IsControl) {
			return fmt.Errorf("the answer of the driver to probe has control characters: %q", shorten(text))
		}
	}
	if p.Interpreter != strings.ToLower(p.Interpreter) {
		return fmt.Errorf("the answer of the driver to probe has an interpreter name that is not in lower case: %q", p.Interpreter)
	}
	for n, method := range p.Methods {
		if !methodName.MatchString(method) {
			return fmt.Errorf("%s reports %q, which is not a valid start method name (see DRIVER.md)", p.Module, shorten(method))
		}
		if slices.Contains(p.Methods[:n], method) {
			return fmt.Errorf("%s reports the start method %s twice", p.Module, method)
		}
	}
	return nil
}

// shorten returns at most 80 characters of a text.
func shorten(text string) string {
	const limit = 80
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return text
}
