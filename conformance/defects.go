package conformance

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

//go:embed defects/*.yaml defects/schema.json
var defectFiles embed.FS

// Defect is a reported defect of starting and ending processes.
type Defect struct {
	URL       string   `yaml:"url"`
	Also      []string `yaml:"also"` // more reports of it
	Project   string   `yaml:"project"`
	Topic     string   `yaml:"topic"`
	Title     string   `yaml:"title"`   // what a user sees
	Affects   []string `yaml:"affects"` // ranges of versions of the project, each as PEP 440 specifiers
	Fixed     string   `yaml:"fixed"`   // the releases that fix it, or open
	Platforms []string `yaml:"platforms"`
	Methods   []string `yaml:"methods"` // start methods

	// Exactly one of these is set.
	Seen    []Sight `yaml:"seen"`
	NotYet  string  `yaml:"not_yet"`  // how a behavior that does not exist yet could see it
	NotSeen string  `yaml:"not_seen"` // why a suite that watches processes cannot see it
}

// Sight says which behaviors see a defect.
type Sight struct {
	Behaviors []string `yaml:"behaviors"`
	How       How      `yaml:"how"`
	By        []string `yaml:"by"`      // kept recordings that show it, as IMPLEMENTATION/METHOD
	Text      string   `yaml:"text"`    // a regular expression for the failure or the observation that they give
	Unshown   string   `yaml:"unshown"` // why no kept recording shows it, if By is empty
}

// How says how a behavior sees a defect.
type How string

// The ways in which a behavior sees a defect.
const (
	SeenAsKnown       How = "known"       // the behavior fails, and a built-in known difference explains it
	SeenAsFailure     How = "fail"        // the behavior fails
	SeenAsObservation How = "observation" // the behavior observes something else
)

// Defects is a list of defects.
type Defects []Defect

// LoadDefects reads the built-in list of defects. Its error names the file, the line and what is wrong.
func LoadDefects() (Defects, error) {
	folder, err := fs.Sub(defectFiles, "defects")
	if err != nil {
		return nil, err
	}
	return loadDefects(folder)
}

func loadDefects(folder fs.FS) (Defects, error) {
	files, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, err
	}
	schema, err := defectSchema()
	if err != nil {
		return nil, err
	}
	var all Defects
	urls := map[string]bool{}
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		if err := checkAgainst(schema, text); err != nil {
			return nil, fmt.Errorf("defects/%s: %w", file, err)
		}
		var entries Defects
		if err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(&entries); err != nil {
			return nil, fmt.Errorf("defects/%s: %w", file, err)
		}
		for n, d := range entries {
			err := d.check()
			if err == nil && urls[d.Project+" "+d.URL] {
				err = fmt.Errorf("%s has two entries", d.URL)
			}
			if err != nil {
				return nil, fmt.Errorf("defects/%s: %s: %w", file, position(text, []string{strconv.Itoa(n)}), err)
			}
			urls[d.Project+" "+d.URL] = true
		}
		all = append(all, entries...)
	}
	return all, nil
}

// check reports what is wrong with the entry that the schema cannot express.
func (d Defect) check() error {
	for _, specifiers := range d.Affects {
		if err := checkSpecifiers(specifiers); err != nil {
			return err
		}
	}
	for _, s := range d.Seen {
		if _, err := regexp.Compile(s.Text); err != nil {
			return err
		}
		for _, id := range s.Behaviors {
			b, found := Find(id)
			if !found {
				return fmt.Errorf("no behavior has the ID %q", id)
			}
			if (b.Level == Observation) != (s.How == SeenAsObservation) {
				return fmt.Errorf("%s is of the level %s, and cannot see a defect as %s", id, b.Level, s.How)
			}
		}
	}
	return nil
}

func defectSchema() (*jsonschema.Schema, error) {
	text, err := defectFiles.ReadFile("defects/schema.json")
	if err != nil {
		return nil, err
	}
	return compileSchema(text)
}

// SeenBy returns the defects that a behavior sees.
func (all Defects) SeenBy(id string) Defects {
	return slices.DeleteFunc(slices.Clone(all), func(d Defect) bool { return !slices.Contains(d.Behaviors(), id) })
}

// Behaviors returns the behaviors that see the defect.
func (d Defect) Behaviors() []string {
	var list []string
	for _, s := range d.Seen {
		list = append(list, s.Behaviors...)
	}
	return list
}

// Condition describes which versions, systems and start methods the defect is about.
func (d Defect) Condition() string {
	text := d.Project + " " + strings.Join(d.Affects, " or ")
	if len(d.Platforms) > 0 {
		text += " on " + strings.Join(d.Platforms, ", ")
	}
	if len(d.Methods) > 0 {
		text += " under " + strings.Join(d.Methods, ", ")
	}
	return text
}
