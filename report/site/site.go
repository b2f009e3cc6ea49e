package site

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"path/filepath"
	"slices"
	"strings"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/implementation"
	"github.com/singdance/singdance/internal/plain"
	"github.com/singdance/singdance/report"
	"github.com/singdance/singdance/stage"
)

// Repository is where the files of the suite are.
const Repository = "https://github.com/singdance/singdance"

// Address is where the site is published.
const Address = "https://singdance.github.io/singdance/"

//go:embed templates/*.tmpl static/style.css static/search.js
var files embed.FS

// Site is the files of the site, by their paths below its folder. No path has more than two parts.
type Site map[string][]byte

// Save writes the site to a folder. Other files in the folder stay.
func (s Site) Save(folder string) error {
	for path, text := range s {
		if err := stage.WriteFile(filepath.Join(folder, filepath.FromSlash(path)), text); err != nil {
			return err
		}
	}
	return nil
}

// builder holds what the pages are made of.
type builder struct {
	systems   []System
	cells     index
	questions []Question
	defects   conformance.Defects
	upgrades  []upgrade
	templates *template.Template
	site      Site
	entries   []entry
}

// entry is what the search finds. Its fields have short names because the index is a part of the script.
type entry struct {
	Kind  string `json:"k"`
	Path  string `json:"p"`
	Title string `json:"t"`
	Text  string `json:"x"`
	Words string `json:"w,omitempty"`
}

// Build makes the site. Its error says what is wrong with the questions or the data.
func Build(systems []System) (Site, error) {
	questions, err := Questions()
	if err != nil {
		return nil, err
	}
	defects, err := conformance.LoadDefects()
	if err != nil {
		return nil, err
	}
	b := &builder{systems: Merge(systems), questions: questions, defects: defects, site: Site{}}
	b.cells = newIndex(b.systems)
	b.upgrades = b.findUpgrades()
	b.templates, err = template.New("").Funcs(template.FuncMap{
		"join": strings.Join, "behaviorPath": behaviorPath, "title": statement,
		"arguments": func(root string, table any) any { return struct{ Root, Table any }{root, table} },
	}).ParseFS(files, "templates/*.tmpl")
	if err != nil {
		return nil, err
	}
	for _, build := range []func() error{b.index, b.questionPages, b.behaviorPages, b.implementationPages, b.upgradePages, b.defectPage, b.static} {
		if err := build(); err != nil {
			return nil, err
		}
	}
	return b.site, nil
}

// Index returns the questions and answers as a page in Markdown, for a reader of the repository.
func Index(systems []System) (string, error) {
	questions, err := Questions()
	if err != nil {
		return "", err
	}
	var out strings.Builder
	fmt.Fprintf(&out, `# Reference

The reference is a site with a table for each answer below: by version, by system and by start method, with sources. It also has
a page for each behavior, each implementation and each pair of versions, the list of defects, and a search. This command makes it from the
results in [docs/data](data):

    go run ./cmd/singdance reference docs/data --output site/

Open site/index.html in a browser. The workflow [reference](../.github/workflows/reference.yml) publishes the site at <%s>, and
proposes new data each week.

This command adds the results of a run to the data:

    go run ./cmd/singdance reference RESULTS --data docs/data

`+"`go generate`"+` writes this page from [the questions](../report/site/questions.yaml). The tests compare each answer with the data.

## Measured

`, Address)
	for _, s := range systems {
		for _, f := range s.families() {
			fmt.Fprintf(&out, "- %s, %s: %s\n", systemTitle(s.Name, f.Wine), f.Name(), f.Measured())
		}
	}
	topic := ""
	for _, q := range questions {
		if q.Topic != topic {
			topic = q.Topic
			fmt.Fprintf(&out, "\n## %s\n", topic)
		}
		fmt.Fprintf(&out, "\n**%s** %s\n", q.Question, q.Answer)
	}
	return out.String(), nil
}

// page is what every template gets.
type page struct {
	Title string
	Root  string // the relative path of the site's folder
	Data  any
}

// render writes a page. Control characters of programs are removed.
func (b *builder) render(path, name, title string, data any) error {
	if _, taken := b.site[path]; taken {
		return fmt.Errorf("two pages have the path %s", path)
	}
	root := "./"
	if strings.Contains(path, "/") {
		root = "../"
	}
	var out bytes.Buffer
	if err := b.templates.ExecuteTemplate(&out, name, page{title, root, data}); err != nil {
		return err
	}
	b.site[path] = []byte(plain.Lines(out.String()))
	return nil
}

func (b *builder) static() error {
	entries, err := json.Marshal(b.entries)
	if err != nil {
		return err
	}
	script, err := files.ReadFile("static/search.js")
	if err != nil {
		return err
	}
	// A page that is read from a file cannot load JSON, so the index is a script.
	b.site["search.js"] = append(append([]byte("const entries = "), append(entries, ";\n"...)...), script...)
	style, err := files.ReadFile("static/style.css")
	b.site["style.css"] = style
	return err
}

func behaviorPath(id string) string { return "behavior/" + id + ".html" }

func questionPath(id string) string { return "question/" + id + ".html" }

func implementationPath(s System, i Implementation) string {
	return "implementation/" + s.Name + "_" + i.ID + ".html"
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func statement(id string) string {
	behavior := behaviors()[id]
	return behavior.Statement
}

// topic is the questions of one topic.
type topic struct {
	Name      string
	Questions []Question
}

// link is a link with a text.
type link struct{ Path, Text, More string }

func (b *builder) index() error {
	var topics []topic
	for _, q := range b.questions {
		n := slices.IndexFunc(topics, func(t topic) bool { return t.Name == q.Topic })
		if n < 0 {
			n = len(topics)
			topics = append(topics, topic{Name: q.Topic})
		}
		topics[n].Questions = append(topics[n].Questions, q)
	}
	type system struct {
		Title           string
		Implementations []implementationPage
	}
	var systems []system
	for _, s := range b.systems {
		one := system{Title: systemTitle(s.Name, strings.HasSuffix(s.Name, wineSuffix))}
		for _, i := range s.Implementations {
			one.Implementations = append(one.Implementations, b.implementation(s, i))
		}
		systems = append(systems, one)
	}
	type group struct {
		Name, Title string
		Behaviors   []conformance.Behavior
	}
	var groups []group
	for _, g := range conformance.Groups() {
		groups = append(groups, group{g.Name, capital(g.Title), g.Behaviors()})
	}
	var missing []string
	for _, platform := range []string{"linux", "darwin", "win32"} {
		if !slices.ContainsFunc(b.systems, func(s System) bool {
			return strings.HasPrefix(s.Name, platform+"-") && !strings.HasSuffix(s.Name, wineSuffix)
		}) {
			missing = append(missing, platformTitle(platform))
		}
	}
	return b.render("index.html", "index", "Questions about start methods", struct {
		Topics   []topic
		Systems  []system
		Groups   any
		Upgrades []upgrade
		Missing  string
		Address  string
	}{topics, systems, groups, b.upgrades, conformance.Enumerate(missing), Repository})
}

func (b *builder) questionPages() error {
	for _, q := range b.questions {
		var tables []Table
		for _, id := range q.Behaviors {
			behavior := behaviors()[id]
			tables = append(tables, b.table(behavior, q.Documented))
		}
		var related []link
		if len(q.Upgrade) == 2 {
			for _, u := range b.upgrades {
				if b.answers(q, u) {
					related = append(related, link{u.Path, "Everything that changed from " + u.Title(), u.Sentence})
				}
			}
		}
		for _, d := range b.defects {
			if q.about(d) {
				related = append(related, link{"defects.html#" + anchor(d), d.Title, d.Condition()})
			}
		}
		documented := b.documentedOnly(tables)
		if err := b.render(questionPath(q.ID), "question", q.Question, struct {
			Question
			Tables         []Table
			Related        []link
			DocumentedOnly bool
		}{q, tables, related, documented}); err != nil {
			return err
		}
		b.entries = append(b.entries, entry{"question", questionPath(q.ID), q.Question, q.Answer, q.Words})
	}
	return nil
}

// documentedOnly reports whether a table has a documented value.
func (b *builder) documentedOnly(tables []Table) bool {
	for _, t := range tables {
		for _, r := range t.Rows {
			if slices.ContainsFunc(r.Cells, func(c Cell) bool { return len(c.Documented) > 0 }) {
				return true
			}
		}
	}
	return false
}

func (b *builder) behaviorPages() error {
	for _, behavior := range conformance.All() {
		file, line := behavior.Location()
		var questions, upgrades, defects []link
		var documented []Documented
		for _, q := range b.questions {
			if slices.Contains(q.Behaviors, behavior.ID) {
				questions = append(questions, link{questionPath(q.ID), q.Question, q.Answer})
				documented = append(documented, q.Documented...)
			}
		}
		for _, u := range b.upgrades {
			for _, c := range u.Pair.Changes {
				if c.Behavior == behavior.ID && u.Next {
					upgrades = append(upgrades, link{u.Path + "#" + behavior.ID, u.Title(), kindTitle(c.Kind) + " under " + conformance.Enumerate(c.Methods)})
				}
			}
		}
		for _, d := range b.defects {
			for _, s := range d.Seen {
				if slices.Contains(s.Behaviors, behavior.ID) {
					defects = append(defects, link{"defects.html#" + anchor(d), d.Title, d.Condition()})
					break
				}
			}
		}
		t := b.table(behavior, unique(documented))
		if err := b.render(behaviorPath(behavior.ID), "behavior", behavior.ID, struct {
			conformance.Behavior
			Table                        Table
			Questions, Upgrades, Defects []link
			Judge                        string
			Repository                   string
		}{behavior, t, questions, upgrades, defects, fmt.Sprintf("%s#L%d", file, line), Repository + "/blob/main/"}); err != nil {
			return err
		}
		b.entries = append(b.entries, entry{"behavior", behaviorPath(behavior.ID), behavior.ID, behavior.Statement, ""})
	}
	return nil
}

// unique leaves out documented values that another question also has.
func unique(all []Documented) []Documented {
	var kept []Documented
	for _, d := range all {
		if !slices.ContainsFunc(kept, func(other Documented) bool {
			return other.Behavior == d.Behavior && other.Value == d.Value && other.Versions == d.Versions && slices.Equal(other.Platforms, d.Platforms)
		}) {
			kept = append(kept, d)
		}
	}
	return kept
}

// implementationPage is an implementation with what its page shows.
type implementationPage struct {
	Implementation
	Path, System           string
	Holds, Differs, Absent int
	Results                []difference
	Observed               []difference
	Upgrades               []link
}

// difference is an outcome of an implementation that some behaviors share.
type difference struct {
	Class, Sign, Text, Reason, URL string
	Behaviors                      []methods
}

// methods is a behavior under some start methods.
type methods struct{ Behavior, Methods string }

func (b *builder) implementation(s System, i Implementation) implementationPage {
	p := implementationPage{Implementation: i, Path: implementationPath(s, i), System: systemTitle(s.Name, i.Wine)}
	for _, o := range s.Behaviors {
		behavior := behaviors()[o.Behavior]
		for _, outcome := range o.Outcomes {
			where := outcome.Where[i.ID]
			if len(where) == 0 {
				continue
			}
			class, sign, text := describe(outcome)
			switch {
			case outcome.Observed != "" && outcome.Verdict == conformance.Pass:
				p.Observed = append(p.Observed, difference{class, sign, text, "", "", []methods{{o.Behavior, strings.Join(where, ", ")}}})
				continue
			case outcome.Verdict == conformance.Pass:
				p.Holds += len(where)
				continue
			case outcome.Verdict == conformance.Absent:
				p.Absent += len(where)
			case behavior.Level != conformance.Observation:
				p.Differs += len(where)
			}
			n := slices.IndexFunc(p.Results, func(d difference) bool {
				return d.Class == class && d.Reason == outcome.Reason && d.URL == outcome.URL
			})
			if n < 0 {
				n = len(p.Results)
				p.Results = append(p.Results, difference{class, sign, text, outcome.Reason, outcome.URL, nil})
			}
			p.Results[n].Behaviors = append(p.Results[n].Behaviors, methods{o.Behavior, strings.Join(where, ", ")})
		}
	}
	slices.SortStableFunc(p.Results, func(x, y difference) int {
		order := []string{"fail", "crash", "timeout", "known", "fixed", "absent"}
		return slices.Index(order, x.Class) - slices.Index(order, y.Class)
	})
	for _, u := range b.upgrades {
		if u.System.Name == s.Name && (u.From.ID == i.ID || u.To.ID == i.ID) {
			p.Upgrades = append(p.Upgrades, link{u.Path, u.Title(), u.Sentence})
		}
	}
	return p
}

func (b *builder) implementationPages() error {
	for _, s := range b.systems {
		for _, i := range s.Implementations {
			p := b.implementation(s, i)
			if err := b.render(p.Path, "implementation", i.ID+" on "+p.System, p); err != nil {
				return err
			}
			b.entries = append(b.entries, entry{
				"implementation", p.Path, i.ID + " on " + p.System,
				fmt.Sprintf("The default is %s. %d results hold, %d do not hold, %d are absent.", cmp.Or(i.Default, "unknown"), p.Holds, p.Differs, p.Absent),
				strings.Join(i.Methods, " ") + " " + i.Module,
			})
		}
	}
	return nil
}

// upgrade is the difference between two versions of a family.
type upgrade struct {
	Path     string
	System   System
	Family   family
	From, To Implementation
	Next     bool         // the data has no version between the two
	Pair     report.Pair  // by start method
	Default  *report.Pair // of a program that does not choose a start method, if the default changed
	Sentence string
}

// Title names the two versions.
func (u upgrade) Title() string {
	if u.To.IsLibrary() {
		return u.Family.Name() + " " + u.Family.Label(u.From) + " to " + u.Family.Label(u.To)
	}
	return u.Family.Name() + " " + implementation.Series(u.From.Version) + " to " + implementation.Series(u.To.Version)
}

// answers reports whether a question is about an upgrade.
func (b *builder) answers(q Question, u upgrade) bool {
	return len(q.Upgrade) == 2 && u.Family.Key == "cpython" && implementation.Series(u.From.Version) == q.Upgrade[0] && implementation.Series(u.To.Version) == q.Upgrade[1]
}

// findUpgrades compares each pair of minor versions of a family. The newest release stands for its minor version.
func (b *builder) findUpgrades() []upgrade {
	var all []upgrade
	for _, s := range b.systems {
		for _, f := range s.families() {
			var newest []Implementation
			for _, i := range f.Versions {
				if last := len(newest) - 1; last >= 0 && !i.IsLibrary() && implementation.Series(newest[last].Version) == implementation.Series(i.Version) {
					newest[last] = i
					continue
				}
				newest = append(newest, i)
			}
			for n, from := range newest {
				for m, to := range newest[n+1:] {
					all = append(all, newUpgrade(s, f, from, to, m == 0))
				}
			}
		}
	}
	return all
}

func newUpgrade(s System, f family, from, to Implementation, next bool) upgrade {
	u := upgrade{Path: "upgrade/" + s.Name + "_" + from.ID + "_" + to.ID + ".html", System: s, Family: f, From: from, To: to, Next: next}
	d := report.Compare(s.Report(from.ID), s.Report(to.ID))
	if len(d.Pairs) == 1 {
		u.Pair = d.Pairs[0]
	}
	u.Sentence = inOneSentence(u.Pair)
	if from.Default != to.Default {
		if d := report.Compare(s.defaultOnly(from), s.defaultOnly(to)); len(d.Pairs) == 1 {
			u.Default = &d.Pairs[0]
		}
	}
	return u
}

// inOneSentence counts the changes of each kind: "2 results now hold".
func inOneSentence(p report.Pair) string {
	var parts []string
	for _, kind := range report.Kinds() {
		count := 0
		for _, c := range p.Changes {
			if c.Kind == kind {
				count += len(c.Methods)
			}
		}
		if count > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", kindTitle(kind), count))
		}
	}
	return cmp.Or(strings.Join(parts, ", "), "nothing has changed")
}

// defaultOnly returns the results of the default start method, as those of a method called default.
func (s System) defaultOnly(i Implementation) *report.Report {
	const name = "default"
	r := s.Report(i.ID)
	r.Implementations[0].Methods, r.Implementations[0].Default = []string{name}, name
	r.Results = slices.DeleteFunc(r.Results, func(result conformance.Result) bool { return result.Method != i.Default })
	for n := range r.Results {
		r.Results[n].Method = name
	}
	return r
}

// kindTitle returns the words for a kind of changes.
func kindTitle(k report.Kind) string {
	switch k {
	case report.NewlyFailing:
		return "no longer holds"
	case report.NewlyKnown:
		return "no longer holds, as a known difference"
	case report.NewlyPassing:
		return "now holds"
	case report.Observed:
		return "observed differently"
	case report.JudgedDifferently:
		return "still does not hold, with another reason"
	case report.Appeared:
		return "new"
	case report.Gone:
		return "gone"
	}
	return string(k)
}

// changes is the changes of one kind.
type changes struct {
	Title string
	List  []change
}

// change is a change with its anchor in the page, which only the first change of a behavior has.
type change struct {
	report.Change
	Anchor string
}

func byKind(p report.Pair, anchors bool) []changes {
	var all []changes
	seen := map[string]bool{}
	for _, kind := range report.Kinds() {
		one := changes{Title: capital(kindTitle(kind))}
		for _, c := range p.Changes {
			if c.Kind != kind {
				continue
			}
			anchored := change{Change: c}
			if anchors && !seen[c.Behavior] {
				anchored.Anchor, seen[c.Behavior] = c.Behavior, true
			}
			one.List = append(one.List, anchored)
		}
		if len(one.List) > 0 {
			all = append(all, one)
		}
	}
	return all
}

func (b *builder) upgradePages() error {
	for _, u := range b.upgrades {
		data := struct {
			upgrade
			Kinds, DefaultKinds []changes
			Answers, Questions  []link
			FromPath, ToPath    string
			On                  string
		}{upgrade: u, Kinds: byKind(u.Pair, true), FromPath: implementationPath(u.System, u.From), ToPath: implementationPath(u.System, u.To), On: systemTitle(u.System.Name, u.To.Wine)}
		if u.Default != nil {
			data.DefaultKinds = byKind(*u.Default, false)
		}
		changed := func(id string) bool {
			is := func(c report.Change) bool { return c.Behavior == id }
			return slices.ContainsFunc(u.Pair.Changes, is) || u.Default != nil && slices.ContainsFunc(u.Default.Changes, is)
		}
		for _, q := range b.questions {
			switch {
			case b.answers(q, u):
				data.Answers = append(data.Answers, link{questionPath(q.ID), q.Question, q.Answer})
			case slices.ContainsFunc(q.Behaviors, changed):
				data.Questions = append(data.Questions, link{questionPath(q.ID), q.Question, q.Answer})
			}
		}
		title := u.Title() + " on " + data.On
		if err := b.render(u.Path, "upgrade", "What changed from "+title, data); err != nil {
			return err
		}
		b.entries = append(b.entries, entry{"upgrade", u.Path, "What changed from " + title, capital(u.Sentence) + ".", "upgrade update migrate"})
	}
	return nil
}

// anchor returns the anchor of a defect. The end of its URL names it.
func anchor(d conformance.Defect) string {
	address := strings.TrimSuffix(strings.TrimPrefix(d.URL, "https://"), "/")
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, d.Project+" "+address)
}

func (b *builder) defectPage() error {
	type row struct {
		conformance.Defect
		Anchor    string
		Behaviors []string
		Questions []link
	}
	type part struct {
		Project string
		Rows    []row
	}
	var parts []part
	for _, d := range b.defects {
		one := row{Defect: d, Anchor: anchor(d)}
		for _, s := range d.Seen {
			for _, id := range s.Behaviors {
				if !slices.Contains(one.Behaviors, id) {
					one.Behaviors = append(one.Behaviors, id)
				}
			}
		}
		for _, q := range b.questions {
			if q.about(d) {
				one.Questions = append(one.Questions, link{questionPath(q.ID), q.Question, ""})
			}
		}
		n := slices.IndexFunc(parts, func(p part) bool { return p.Project == d.Project })
		if n < 0 {
			n = len(parts)
			parts = append(parts, part{Project: d.Project})
		}
		parts[n].Rows = append(parts[n].Rows, one)
		b.entries = append(b.entries, entry{"defect", "defects.html#" + one.Anchor, d.Title, d.Condition(), d.Topic})
	}
	return b.render("defects.html", "defects", "Reported defects", parts)
}
