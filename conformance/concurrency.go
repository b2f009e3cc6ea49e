package conformance

import (
	"strings"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// songs are the lines that the children print.
var songs = map[string]string{sing: "唱歌......", dance: "跳舞......"}

func concurrencyBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "children-together", Group: GroupConcurrency, Level: Core, Program: "sing-dance",
			Statement: "Both children MUST run at the same time, and while their parent runs.",
			Sources:   []Source{processAttribute("start")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if c, processes, ok := staged(g, r); ok {
					for _, pid := range []int{c.main, c.sing.PID, c.dance.PID} {
						_, alive := processes.alive(pid)
						g.Expect(alive).To(gomega.BeTrue(), "process %d must be alive while both children wait", pid)
					}
				}
			},
		},
		{
			ID: "lines-ordered", Group: GroupConcurrency, Level: Core, Program: "sing-dance",
			Statement: "Each child's lines MUST all be there, in the order in which it wrote them, its first line first.",
			Sources:   []Source{processAttribute("run")},
			Judge:     judgeLinesOrdered,
		},
	}
}

func judgeLinesOrdered(g types.Gomega, r *stage.Recording) {
	if !g.Expect(r.Beats).To(gomega.BeNumerically(">", 0), "the lines that each child was to print") {
		return
	}
	for _, role := range singAndDance() {
		lines := told(r, "line", role)
		if g.Expect(lines).To(gomega.HaveLen(r.Beats), "the lines that %s told", role) {
			for n, line := range lines {
				g.Expect(number(line, "beat")).To(gomega.Equal(n+1), "the order of %s's lines", role)
			}
		}
		g.Expect(position(r, "enter", role)).To(gomega.BeNumerically("<", position(r, "leave", role)), "%s must enter before it leaves", role)

		var printed []string
		for line := range strings.Lines(r.Stdout) {
			line = strings.TrimRight(line, "\r\n")
			if line == songs[role] || strings.HasPrefix(line, role+": pid ") {
				printed = append(printed, line)
			}
		}
		if g.Expect(printed).To(gomega.HaveLen(1+r.Beats), "what %s printed", role) {
			g.Expect(printed[0]).To(gomega.HavePrefix(role+": pid "), "%s's first line", role)
			g.Expect(printed[1:]).To(gomega.HaveEach(songs[role]), "%s's further lines", role)
		}
	}
}
