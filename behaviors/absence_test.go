package behaviors_test

import (
	"strings"
	"testing"

	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

// lackEverything makes every attempt of a recording, and every field that may be absent, one that the implementation lacks.
func lackEverything(r *mutation.Recording) {
	const reason = "it has no such thing"
	r.Each("attempt", "", func(e *stage.Event) { e.Data = map[string]any{"what": e.Data["what"], "absent": reason} })
	r.SetData("enter", "", "parent_process", "absent")
	for _, event := range []string{"state", "threads"} {
		r.Each(event, "", func(e *stage.Event) {
			absent := map[string]any{}
			for field := range e.Data {
				absent[field], e.Data[field] = reason, nil
			}
			e.Data["absent"] = absent
		})
	}
}

// lackProgram makes the main process report that the implementation has nothing that the program is about.
func lackProgram(r *mutation.Recording) {
	r.Events = append(r.Events, stage.Event{
		Event: "absent", Role: conformance.Main, PID: r.MainPID(), Data: map[string]any{"reason": "it has no such thing"},
	})
}

// What the documentation has for a version of Python, the multiprocessing of that version cannot lack on its own word.
func TestAbsenceNeedsASecondWitness(t *testing.T) {
	for name, change := range map[string]func(r *mutation.Recording){"everything": lackEverything, "the program": lackProgram} {
		for _, scene := range goodScenes(t) {
			if !strings.HasPrefix(scene.File.Implementation, "cpython-") {
				continue
			}
			good, changed := scene.Load(t), scene.Load(t)
			changed.Implementation.Version = "3.16.0" // documents everything that any behavior is about
			change(changed)
			for _, b := range mutation.Judged(changed.Recording) {
				result := conformance.Judge(b, changed.Recording, nil)
				mayLack := b.MayLack != nil && b.MayLack.Met(changed.Implementation)
				wasAbsent := conformance.Judge(b, good.Recording, nil).Verdict == conformance.Absent
				if result.Verdict == conformance.Absent && !mayLack && !wasAbsent {
					t.Errorf("%s without %s: %s is absent: %s", scene, name, b.ID, result.Reason)
				}
			}
		}
	}
}

// An older Python may lack what was documented later, and so may any other module.
func TestAbsenceBeforeItWasDocumented(t *testing.T) {
	for _, scene := range mutation.In("process-lifecycle") {
		for _, one := range []struct {
			version, module string
			want            conformance.Verdict
		}{
			{"3.6.15", "multiprocessing", conformance.Absent},
			{"3.7.0", "multiprocessing", conformance.Fail},
			{"3.16.0", "multiprocessing", conformance.Fail},
			{"3.16.0", "billiard", conformance.Absent},
		} {
			r := scene.Load(t)
			r.Implementation.Version, r.Implementation.Module = one.version, one.module
			r.EachAttempt(conformance.Main, "close joined", func(e *stage.Event) {
				e.Data = map[string]any{"what": "close joined", "absent": "its processes have no close()"}
			})
			b, _ := conformance.Find("process-close-after-end")
			if result := conformance.Judge(b, r.Recording, nil); result.Verdict != one.want {
				t.Errorf("%s on %s %s without close(): the verdict must be %s; it is %s: %s", b.ID, one.module, one.version, one.want, result.Verdict, result.Reason)
			}
		}
	}
}
