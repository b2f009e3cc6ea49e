package concurrency_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

var song = map[string]string{"sing": "唱歌......", "dance": "跳舞......"}

func TestChildOutputInOrder(t *testing.T) {
	const id = "concurrency-child-output-in-order"
	check := func(name string, change func(r *mutation.Recording), reason string) {
		mutation.Check(t, mutation.Mutant{Name: name, In: in(), Change: change, Fails: map[string]string{id: reason}})
	}
	check("the lines of sing have another order", func(r *mutation.Recording) {
		beat := 4.0
		r.Each("line", "sing", func(e *stage.Event) { beat--; e.Data["beat"] = beat })
	}, "sing must report its lines in order; line 1 is reported as line 3")
	check("dance reports one line twice", func(r *mutation.Recording) { r.Duplicate("line", "dance") }, "dance must report 3 lines; it reported 4")
	check("the run has no beats", func(r *mutation.Recording) { r.Beats = 0; r.RemoveEvents("line", "") }, "each child must have at least one line to print")
	check("sing leaves before it enters", func(r *mutation.Recording) { r.MoveBefore("enter", "sing", "exit", conformance.Main) },
		`"enter" of sing must come before "leave" of sing`)
	check("nothing is printed", func(r *mutation.Recording) { r.Stdout = "" }, "4 lines of sing must be printed; 0 were")
	check("the output is not UTF-8", func(r *mutation.Recording) { r.Stdout = strings.ReplaceAll(r.Stdout, song["dance"], "??......") },
		"4 lines of dance must be printed; 1 were")
	check("two lines are printed as one", func(r *mutation.Recording) {
		r.Stdout = strings.Replace(r.Stdout, song["sing"]+" 1\n", song["sing"]+" 1", 1)
	}, "of sing must be")
	for _, role := range roles() {
		check(role+" does not report its last line", func(r *mutation.Recording) {
			r.Remove(func(e stage.Event) bool { return e.Event == "line" && e.Role == role && e.Data["beat"] == 3.0 })
		}, role+" must report 3 lines; it reported 2")
		check("one line of "+role+" is not printed", func(r *mutation.Recording) {
			r.Stdout = strings.Replace(r.Stdout, song[role]+" 2\n", "", 1)
		}, "4 lines of "+role+" must be printed; 3 were")
		check("one line of "+role+" is printed twice", func(r *mutation.Recording) { r.Stdout += song[role] + " 3\n" },
			"4 lines of "+role+" must be printed; 5 were")
		check("two lines of "+role+" are printed in the other order", func(r *mutation.Recording) {
			r.Stdout = strings.NewReplacer(song[role]+" 1", song[role]+" 2", song[role]+" 2", song[role]+" 1").Replace(r.Stdout)
		}, "line 2 of "+role+" must be "+song[role]+" 1; it is "+song[role]+" 2")
		check("the first line of "+role+" is printed last", func(r *mutation.Recording) {
			lines := strings.SplitAfter(strings.TrimSuffix(r.Stdout, "\n"), "\n")
			n := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, role+": pid ") })
			line := lines[n]
			r.Stdout = strings.Join(append(slices.Delete(lines, n, n+1), "\n", line), "")
		}, "the first line of "+role+" must have its process ID")
		check("the first line of "+role+" is printed twice, instead of another one", func(r *mutation.Recording) {
			r.Stdout = strings.Replace(r.Stdout, song[role]+" 1", mutation.PrintedIDs(r.First("enter", role)), 1)
		}, "of "+role+" must be "+song[role])
	}
}
