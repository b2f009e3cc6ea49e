package args_test

import (
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// misreceived returns the mutants of a program in which a child does not receive exactly its arguments.
func misreceived(program, id string) []mutation.Mutant {
	var mutants []mutation.Mutant
	add := func(name string, change func(r *mutation.Recording), reason string) {
		mutants = append(mutants, mutation.Mutant{Name: name, In: mutation.In(program), Change: change, Fails: map[string]string{id: reason}})
	}
	for _, role := range []string{"sing", "dance"} {
		add(role+" receives one more positional argument", func(r *mutation.Recording) {
			r.Each("enter", role, func(e *stage.Event) { e.Data["args"] = append(e.Data["args"].([]any), "more") })
		}, role+" must receive")
		add(role+" receives one more keyword argument", func(r *mutation.Recording) {
			r.Each("enter", role, func(e *stage.Event) { e.Data["kwargs"].(map[string]any)["more"] = true })
		}, role+" must receive")
		add(role+" never enters", func(r *mutation.Recording) { r.RemoveEvents("enter", role) }, role+` must report "enter" exactly once`)
		add(role+" enters twice", func(r *mutation.Recording) { r.Duplicate("enter", role) }, role+` must report "enter" exactly once`)
		add(role+" does not report what it received", func(r *mutation.Recording) {
			r.DeleteData("enter", role, "args")
			r.DeleteData("enter", role, "kwargs")
		}, role+" must receive")
		add(role+" does not report the types of what it received", func(r *mutation.Recording) { r.RemoveEvents("received", role) },
			role+` must report "received" exactly once`)
		add("the main process does not report the types of what it gives to "+role, func(r *mutation.Recording) {
			r.Remove(func(e stage.Event) bool { return e.Event == "given" && e.Data["child"] == role })
		}, "the main process must report once the types of what it gives to "+role)
	}
	add("the children receive each other's arguments", func(r *mutation.Recording) {
		one, other := r.First("enter", "sing"), r.First("enter", "dance")
		for _, field := range []string{"args", "kwargs"} {
			one.Data[field], other.Data[field] = other.Data[field], one.Data[field]
		}
	}, "sing must receive")
	return mutants
}

// receives returns the mutant in which a child receives something else by position (args) or by keyword (kwargs).
func receives(name, program, role, field string, value any, id string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: mutation.In(program),
		Change: func(r *mutation.Recording) { r.SetData("enter", role, field, value) },
		Fails:  map[string]string{id: role + " must receive"},
	}
}

// ofTypes returns the mutant in which the values that a child receives by position (args) or by keyword (kwargs) have other types.
func ofTypes(name, program, role, field string, types any, id string) mutation.Mutant {
	return mutation.Mutant{
		Name: name, In: mutation.In(program),
		Change: func(r *mutation.Recording) { r.SetData("received", role, field, types) },
		Fails:  map[string]string{id: "the types of the " + field + " that " + role + " receives must be"},
	}
}
