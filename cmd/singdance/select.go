package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/singdance/singdance/conformance"
)

// selection holds the flags that select what is judged.
type selection struct{ conformance.Selection }

func (s *selection) flags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringArrayVar(&s.Implementations, "implementation", nil, "judge only these: an ID, its beginning such as cpython-3.14, a pattern such as '*+billiard', or a path (repeatable)")
	flags.StringArrayVar(&s.Methods, "method", nil, "only these start methods: names or patterns (repeatable)")
	flags.StringArrayVar(&s.Behaviors, "behavior", nil, "only these behaviors: IDs or patterns (repeatable)")
	flags.StringArrayVar(&s.Groups, "group", nil, "only these groups of behaviors: names or patterns (repeatable)")
	flags.StringArrayVar(&s.Levels, "level", nil, "only these levels: core, extended, observation (repeatable)")
	flags.StringArrayVar(&s.Programs, "program", nil, "only the behaviors that are judged on these programs: names or patterns (repeatable)")
	for flag, complete := range map[string]func() []cobra.Completion{
		"behavior": behaviorCompletions,
		"group":    groupCompletions,
		"level":    levelCompletions,
		"program":  programCompletions,
		"method":   func() []cobra.Completion { return []cobra.Completion{"fork", "forkserver", "spawn"} },
	} {
		must(command.RegisterFlagCompletionFunc(flag, offer(complete)))
	}
}

// check returns a usage error for a list that is separated by commas, which would be one pattern that matches nothing.
func (s *selection) check() error {
	for _, flag := range []struct {
		name   string
		values []string
	}{
		{"--behavior", s.Behaviors},
		{"--group", s.Groups},
		{"--level", s.Levels},
		{"--program", s.Programs},
		{"--method", s.Methods},
		{"--implementation", s.Implementations},
	} {
		for _, value := range flag.values {
			if first, second, found := strings.Cut(value, ","); found && !strings.ContainsAny(value, "/\\") {
				return usage(fmt.Errorf("%s %s is one pattern; repeat the flag for several: %s %s %s %s",
					flag.name, value, flag.name, first, flag.name, second))
			}
		}
	}
	return nil
}

// offer makes a completion function of a list.
func offer(list func() []cobra.Completion) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return list(), cobra.ShellCompDirectiveNoFileComp
	}
}

func behaviorCompletions() []cobra.Completion {
	var offered []cobra.Completion
	for _, b := range conformance.All() {
		offered = append(offered, cobra.CompletionWithDesc(b.ID, b.Statement))
	}
	return offered
}

func groupCompletions() []cobra.Completion {
	var offered []cobra.Completion
	for _, g := range conformance.Groups() {
		offered = append(offered, cobra.CompletionWithDesc(g.Name, g.Title))
	}
	return offered
}

func levelCompletions() []cobra.Completion {
	var offered []cobra.Completion
	for _, level := range conformance.Levels() {
		offered = append(offered, cobra.CompletionWithDesc(string(level), levelMeaning(level)))
	}
	return offered
}

func programCompletions() []cobra.Completion { return conformance.Programs() }

// must panics if a flag that this program registered itself does not exist.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
