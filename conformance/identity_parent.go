package conformance

import (
	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/stage"
)

// parentIDBehaviors are about whose child a child is.
func parentIDBehaviors() []Behavior {
	return []Behavior{
		{
			ID: "ppid-shared", Group: GroupIdentity, Level: Core, Program: "sing-dance",
			Statement: "The two children MUST have the same parent id, unless a launcher of its own stands between main and each of them: then the two MUST differ.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				c, processes, ok := staged(g, r)
				switch {
				case !ok:
				case processes.launcher(c.main, c.sing.PID) != 0 && processes.launcher(c.main, c.dance.PID) != 0 && r.Method != forkserver:
					g.Expect(c.sing.PPID).NotTo(gomega.Equal(c.dance.PPID), "the two launchers")
				default:
					g.Expect(c.sing.PPID).To(gomega.Equal(c.dance.PPID), "the parent ids of sing and dance")
				}
			},
		},
		{
			ID: "ppid-parent", Group: GroupIdentity, Level: Core, Program: "sing-dance", Methods: []string{spawn, fork},
			Statement: "Under spawn and fork the parent of each child MUST be main, or a launcher of its own whose parent is main.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgePPIDParent,
		},
		{
			ID: "ppid-server", Group: GroupIdentity, Level: Core, Program: "sing-dance", Methods: []string{forkserver},
			Statement: "Under forkserver the parent of both children MUST be one server process, which is not main but is main's child.",
			Sources:   []Source{contextsAndStartMethods()},
			Judge:     judgePPIDServer,
		},
		{
			ID: "parent-process", Group: GroupIdentity, Level: Core, Program: "sing-dance",
			Statement: "Whatever the operating system's parent is, a child MUST be told that its parent process is main.",
			Sources:   []Source{parentProcess()},
			Judge: func(g types.Gomega, r *stage.Recording) {
				c, ok := enter(g, r)
				if !ok {
					return
				}
				for _, child := range c.children() {
					if text(child, "parent_process") == "absent" {
						absent("%s has no parent_process()", r.Implementation.Module)
					}
					g.Expect(number(child, "parent_process")).To(gomega.Equal(c.main), "%s's parent_process()", child.Role)
				}
			},
		},
	}
}

func judgePPIDParent(g types.Gomega, r *stage.Recording) {
	c, processes, ok := staged(g, r)
	if !ok {
		return
	}
	for _, child := range c.children() {
		expected := c.main
		if launcher := processes.launcher(c.main, child.PID); launcher != 0 {
			expected = launcher
		}
		g.Expect(child.PPID).To(gomega.Equal(expected), "the parent id that %s says", child.Role)
		g.Expect(processes.parent(child.PID)).To(gomega.Equal(expected), "%s's parent in the process table", child.Role)
	}
}

func judgePPIDServer(g types.Gomega, r *stage.Recording) {
	c, processes, ok := staged(g, r)
	if !ok {
		return
	}
	server := processes.parent(c.sing.PID)
	g.Expect(server).NotTo(gomega.Equal(c.main), "the parent of sing in the process table")
	g.Expect(processes.parent(c.dance.PID)).To(gomega.Equal(server), "the parent of dance in the process table")
	g.Expect(processes.parent(server)).To(gomega.Equal(c.main), "the parent of the server in the process table")
	for _, child := range c.children() {
		g.Expect(child.PPID).To(gomega.Equal(server), "the parent id that %s says", child.Role)
	}
}
