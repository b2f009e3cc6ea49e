package manager_test

import (
	"testing"

	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/stage"
)

func TestEnds(t *testing.T) {
	for ending, id := range map[string]string{"manager": "manager-ends-with-main", "manager-exception": "manager-ends-after-exception"} {
		mutation.Check(t, mutation.WrongReturn(id, ending+" process ends", false, exits(), "")...)
		mutation.CheckFails(t, "the main process does not end", exits(), func(r *mutation.Recording) {
			r.Each("ended", "", func(e *stage.Event) {
				if e.Data["ending"] == ending {
					e.Data["code"] = nil
				}
			})
		}, id, `the main process "`+ending+`" must end`)
	}
}
