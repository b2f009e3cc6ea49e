package conformance

import (
	"slices"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

func identityBehaviors() []Behavior {
	return slices.Concat(pidBehaviors(), parentIDBehaviors(), nameBehaviors())
}

func pidBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "pids-distinct", Group: GroupIdentity, Level: Core, Program: "sing-dance",
			Statement: "The two children MUST be processes of their own: their ids differ from the parent's and from each other.",
			Sources:   []Source{processClass(), processAttribute("pid")},
			Judge: func(g types.Gomega, r *stage.Recording) {
				if c, ok := enter(g, r); ok {
					g.Expect(c.sing.PID).NotTo(gomega.Equal(c.main), "sing and main")
					g.Expect(c.dance.PID).NotTo(gomega.Equal(c.main), "dance and main")
					g.Expect(c.sing.PID).NotTo(gomega.Equal(c.dance.PID), "sing and dance")
				}
			},
		},
		{
			ID: "pid-told", Group: GroupIdentity, Level: Core, Program: "sing-dance",
			Statement: "The process id that the parent is told of a child MUST be the one that the child itself has.",
			Sources:   []Source{processAttribute("pid")},
			Judge:     judgePIDTold,
		},
		{
			ID: "ids-agree", Group: GroupIdentity, Level: Core, Program: "sing-dance",
			Statement: "What main and the children say of their own and their parent's id MUST agree with the operating system's process table.",
			Sources:   []Source{{"CPython 3.14 documentation, os.getpid() and os.getppid()", "https://docs.python.org/3.14/library/os.html#os.getppid"}},
			Judge:     judgeIDsAgree,
		},
	}
}

func nameBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "process-names", Group: GroupIdentity, Level: Core, Program: "sing-dance",
			Statement: "A child without a name of its own MUST be named by its number among its parent's children, and know that name.",
			Sources:   []Source{processClass()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				for n, role := range singAndDance() {
					expected := []string{"Process-1", "Process-2"}[n]
					given := slices.DeleteFunc(told(r, "started", main), func(e stage.Event) bool { return text(e, "child") != role })
					if g.Expect(given).To(gomega.HaveLen(1), "main must tell that it started %s", role) {
						g.Expect(text(given[0], "process")).To(gomega.Equal(expected), "%s's name as main has it", role)
					}
					if child, ok := event(g, r, "enter", role); ok {
						g.Expect(text(child, "process")).To(gomega.Equal(expected), "%s's name as it has it itself", role)
					}
				}
			},
		},
	}
}

func judgePIDTold(g types.Gomega, r *stage.Recording) {
	c, ok := enter(g, r)
	if !ok {
		return
	}
	started := told(r, "started", main)
	if !g.Expect(started).To(gomega.HaveLen(2), "main must tell that it started two children") {
		return
	}
	for n, child := range c.children() {
		g.Expect(text(started[n], "child")).To(gomega.Equal(child.Role), "the child that main started as number %d", n+1)
		g.Expect(number(started[n], "child_pid")).To(gomega.Equal(child.PID), "the id that main was told of %s", child.Role)
	}
}

func judgeIDsAgree(g types.Gomega, r *stage.Recording) {
	c, processes, ok := staged(g, r)
	if !ok {
		return
	}
	for _, said := range append(told(r, "body", main), c.children()...) {
		row, alive := processes.alive(said.PID)
		if g.Expect(alive).To(gomega.BeTrue(), "%s says that it is process %d, which the process table does not have", said.Role, said.PID) &&
			said.PID != r.FirstPID { // its parent is this suite, which is outside the container
			g.Expect(said.PPID).To(gomega.Equal(row.PPID), "the parent id that %s says", said.Role)
		}
	}
}
