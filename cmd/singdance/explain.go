package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/internal/observed"
	"github.com/singdance/singdance/report/site"
)

// everyMethod stands for all start methods.
const everyMethod = "all"

// repository is where the files of the suite are.
const repository = "https://github.com/singdance/singdance"

func explainCommand() *cobra.Command {
	var search, asJSON bool
	command := &cobra.Command{
		Use:   "explain [ID | GROUP | PREFIX | PATTERN | WORD...]",
		Short: "Explain a behavior, or list the behaviors of a group, with a prefix, or with a word",
		Long: `Prints the statement of a behavior, where it applies, its sources, what was observed, the known differences, the reported
defects that it sees, and its files: the program, which is run and recorded; the judge, a function that decides on a recording;
and the mutants, changed recordings that the judge must fail.

The name of a group, the beginning of several IDs, or a pattern such as 'guard-*' lists behaviors instead. Any other word lists
the behaviors that mention it. Without arguments, the groups are listed.

` + jsonHelp("behaviors") + `

Groups:
` + groupTable(),
		Example: `  singdance explain guard-bootstrapping-error
  singdance explain guard
  singdance explain exitcode-sys-exit
  singdance explain lambda`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeBehaviors,
		RunE: func(command *cobra.Command, given []string) error {
			out := newWrapper(command.OutOrStdout())
			given = strings.Fields(strings.Join(given, " "))
			if len(given) == 0 && !asJSON {
				explainGroups(out)
				return nil
			}
			s := selected{behaviors: conformance.All()}
			if len(given) > 0 {
				var err error
				if s, err = selectBehaviors(given, search); err != nil {
					return err
				}
			}
			expectations, defects, err := loadDifferences()
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				return writeJSON(command.OutOrStdout(), describeAll(s.behaviors, expectations, defects))
			case len(s.behaviors) == 1:
				explain(out, s.behaviors[0], expectations, defects)
			default:
				explainSelected(out, s)
			}
			return nil
		},
	}
	command.Flags().BoolVar(&search, "search", false, "list the behaviors that mention the word, even if it is the name of a group")
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}

// completeBehaviors offers the IDs of behaviors and the names of groups to a shell.
func completeBehaviors(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var offered []cobra.Completion
	for _, g := range conformance.Groups() {
		offered = append(offered, cobra.CompletionWithDesc(g.Name, g.Title))
		for _, b := range g.Behaviors() {
			offered = append(offered, cobra.CompletionWithDesc(b.ID, b.Statement))
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}

// groupTable lists the groups with their titles.
func groupTable() string {
	var text strings.Builder
	for _, g := range conformance.Groups() {
		fmt.Fprintf(&text, "  %-12s %s\n", g.Name, g.Title)
	}
	return strings.TrimSuffix(text.String(), "\n")
}

func explainGroups(out *wrapper) {
	fmt.Fprintf(out, "%s\n\n", groupTable())
	out.paragraph("", fmt.Sprintf("%d groups with %d behaviors; `singdance explain GROUP` lists the behaviors of a group, "+
		"`singdance explain WORD` those that mention a word", len(conformance.Groups()), len(conformance.All())))
}

func explainSelected(out *wrapper, s selected) {
	if s.group != nil {
		fmt.Fprintf(out, "%s: %s\n\n", s.group.Name, s.group.Title)
	}
	for _, b := range s.behaviors {
		fmt.Fprintf(out, "%s (%s)\n", b.ID, scope(b))
		out.paragraph("  ", b.Statement)
		if newest := observed.Newest(observed.Of(b.ID)); len(newest) > 0 {
			out.paragraph("  ", "on "+newest[0].Implementation+": "+inOneLine(newest))
		}
	}
	footer := plural(len(s.behaviors), "behavior")
	if len(s.words) > 0 {
		footer += " with " + quoted(s.words)
	}
	footer += "; `singdance explain ID` explains one"
	if s.pattern != "" {
		footer += fmt.Sprintf(", `singdance run --behavior '%s'` runs them", s.pattern)
	}
	if s.group != nil {
		footer += fmt.Sprintf(", `singdance explain --search %s` also searches the other groups", s.group.Name)
	}
	fmt.Fprintln(out)
	out.paragraph("", footer)
}

// quoted lists words in quotation marks.
func quoted(words []string) string {
	var list []string
	for _, word := range words {
		list = append(list, fmt.Sprintf("%q", word))
	}
	return conformance.Enumerate(list)
}

// inOneLine describes observations of one implementation.
func inOneLine(observations []observed.Observation) string {
	var parts []string
	tables := observed.Tables(observations)
	for _, t := range tables {
		part := t.Outcomes[0].Observed
		if len(tables) > 1 {
			part = conformance.Enumerate(t.Methods) + ": " + part
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

// scope returns the level of a behavior and the start methods that it is about.
func scope(b conformance.Behavior) string {
	methods := methodsOf(b)
	if methods == everyMethod {
		methods = "all start methods"
	}
	return string(b.Level) + "; " + methods
}

func explain(out *wrapper, b conformance.Behavior, expectations conformance.Expectations, defects conformance.Defects) {
	fmt.Fprintf(out, "%s\n\n", b.ID)
	out.paragraph("  ", b.Statement)
	fmt.Fprintln(out)
	for _, field := range [][2]string{
		{"level", fmt.Sprintf("%s: %s", b.Level, levelMeaning(b.Level))},
		{"group", fmt.Sprintf("%s, see `singdance explain %s`", b.Group(), b.Group())},
		{"start methods", methodsOf(b)},
		{"does not apply", excludedBy(b)},
		{"run only this", "singdance run --behavior " + b.ID},
		{"test its judge", "go test ./behaviors/" + b.Group() + ", in a checkout"},
	} {
		if field[1] != "" {
			fmt.Fprintf(out, "  %-16s%s\n", field[0]+":", field[1])
		}
	}
	explainObserved(out, b)
	fmt.Fprintln(out, "\n  Sources")
	for _, source := range b.Sources {
		out.paragraph("    ", source.Text)
		fmt.Fprintf(out, "      %s\n", source.URL)
	}
	if known := differences(b, expectations); len(known) > 0 {
		fmt.Fprintln(out, "\n  Known differences")
		for _, e := range known {
			out.paragraph("    ", e.Condition())
			out.paragraph("      ", e.Reason)
			if seen := e.Seen.String(); seen != "" {
				out.paragraph("      ", "seen: "+seen)
			}
			if e.URL != "" {
				out.paragraph("      ", e.URL)
			}
		}
	}
	explainDefects(out, defects.SeenBy(b.ID))
	f := filesOf(b)
	fmt.Fprintf(out, "\n  Files, in %s\n", repository)
	fmt.Fprintf(out, "    judge:    %s:%d\n    mutants:  %s\n    program:  %s\n", f.judge, f.line, f.mutants, f.program)
}

// explainObserved prints what was observed. An observation has no other answer to its question.
func explainObserved(out *wrapper, b conformance.Behavior) {
	if b.Level != conformance.Observation {
		return
	}
	fmt.Fprintln(out, "\n  Observed on Linux")
	for _, t := range observed.Tables(observed.Of(b.ID)) {
		fmt.Fprintf(out, "    %s\n", conformance.Enumerate(t.Methods))
		for _, o := range t.Outcomes {
			out.paragraph("      ", o.Observed)
			out.paragraph("        ", conformance.Enumerate(o.Implementations))
		}
	}
	if len(observed.Of(b.ID)) == 0 {
		fmt.Fprintln(out, "    no kept recording shows it")
	}
	fmt.Fprintf(out, "    More implementations:\n      %sbehavior/%s.html\n", site.Address, b.ID)
}

func explainDefects(out *wrapper, defects conformance.Defects) {
	if len(defects) == 0 {
		return
	}
	fmt.Fprintln(out, "\n  Reported defects that it sees")
	for _, d := range defects {
		out.paragraph("    ", d.Condition())
		out.paragraph("      ", d.Title)
		fmt.Fprintf(out, "      %s\n", d.URL)
	}
}

// differences returns the known differences from a behavior.
func differences(b conformance.Behavior, all conformance.Expectations) conformance.Expectations {
	return slices.DeleteFunc(slices.Clone(all), func(e conformance.Expectation) bool { return !slices.Contains(e.Behaviors, b.ID) })
}

// files are where a behavior is in the repository.
type files struct {
	judge, mutants, program string
	line                    int // of the judge
}

func filesOf(b conformance.Behavior) files {
	file, line := b.Location()
	return files{file, strings.TrimSuffix(file, ".go") + "_test.go", path.Join("fixtures", b.Program) + "/", line}
}

func levelMeaning(level conformance.Level) string {
	switch level {
	case conformance.Core:
		return "the documentation promises it"
	case conformance.Extended:
		return "documented but optional, or reasonable to expect"
	case conformance.Observation:
		return "not required; it is recorded and compared, and never fails"
	}
	return ""
}

func excludedBy(b conformance.Behavior) string {
	if b.Requires == nil {
		return ""
	}
	return b.Requires.Reason
}

func methodsOf(b conformance.Behavior) string {
	switch {
	case len(b.NotUnder) > 0:
		return everyMethod + " except " + conformance.Enumerate(b.NotUnder)
	case len(b.Methods) == 0:
		return everyMethod
	}
	return strings.Join(b.Methods, ", ")
}

// plural counts things.
func plural(count int, noun string) string {
	if count == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", count, noun)
}

// loadDifferences returns the built-in known differences and defects.
func loadDifferences() (conformance.Expectations, conformance.Defects, error) {
	expectations, err := conformance.LoadExpectations()
	if err != nil {
		return nil, nil, err
	}
	defects, err := conformance.LoadDefects()
	return expectations, defects, err
}
