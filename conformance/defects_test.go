package conformance

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/onsi/gomega"
)

const goodDefect = `- url: https://bugs.python.org/issue1
  project: cpython
  topic: the exit code
  title: The exit code of a child is 255 instead of 1.
  affects: ["<3.7"]
  fixed: 3.7.0a1, 3.6.4
  seen:
    - {behaviors: [exit-waits], how: known, by: [cpython-3.6/forkserver], text: "255"}
`

func TestDefectFilesThatAreRejected(t *testing.T) {
	for name, c := range map[string]struct{ old, new, says string }{
		"an unknown field":           {"  fixed:", "  color: red\n  fixed:", "additional properties 'color' not allowed"},
		"an unknown project":         {"cpython\n", "jython\n", "line 2, entry 1, project: value must be one of"},
		"an unknown topic":           {"the exit code\n", "life\n", "line 3, entry 1, topic: value must be one of"},
		"a title without a period":   {"instead of 1.", "instead of 1", "entry 1, title: 'The exit code of a child is 255 instead of 1' does not match pattern"},
		"an issue without a number":  {"issue1\n", "issue\n", "line 1, entry 1, url: 'https://bugs.python.org/issue' does not match pattern"},
		"a branch":                   {"https://bugs.python.org/issue1", "https://github.com/a/b/blob/main/x.py#L1", "does not match pattern"},
		"a file without a line":      {"https://bugs.python.org/issue1", "https://github.com/a/b/blob/v1.2/x.py", "does not match pattern"},
		"a bare version":             {"<3.7", "3.7", `"3.7" is not a PEP 440 version specifier`},
		"a release that is none":     {"3.7.0a1, 3.6.4", "soon", "line 6, entry 1, fixed: 'soon' does not match pattern"},
		"an unknown behavior":        {"exit-waits", "exit-wait", `line 1, entry 1: no behavior has the ID "exit-wait"`},
		"an observation that fails":  {"exit-waits", "helper-count", "helper-count is of the level observation, and cannot see a defect as known"},
		"a failure that is observed": {"how: known", "how: observation", "exit-waits is of the level core, and cannot see a defect as observation"},
		"an unknown way":             {"how: known", "how: well", "value must be one of 'known', 'fail', 'observation'"},
		"no text":                    {`, text: "255"`, "", "'oneOf' failed"},
		"no expression":              {`"255"`, `"(255"`, "missing closing )"},
		"seen and not seen":          {"  seen:", "  not_seen: it is a race that cannot be forced\n  seen:", "'oneOf' failed"},
		"neither seen nor not seen":  {goodDefect[strings.Index(goodDefect, "  seen:"):], "", "'oneOf' failed"},
		"a defect twice":             {goodDefect, goodDefect + goodDefect, "line 9, entry 2: https://bugs.python.org/issue1 has two entries"},
	} {
		t.Run(name, func(t *testing.T) {
			g := gomega.NewWithT(t)
			text := strings.Replace(goodDefect, c.old, c.new, 1)
			g.Expect(text).NotTo(gomega.Equal(goodDefect))
			_, err := loadDefects(fstest.MapFS{"a.yaml": {Data: []byte(text)}})
			g.Expect(err).To(gomega.MatchError(gomega.And(gomega.HavePrefix("defects/a.yaml: "), gomega.ContainSubstring(c.says))))
		})
	}
}

func TestDefects(t *testing.T) {
	g := gomega.NewWithT(t)
	all, err := loadDefects(fstest.MapFS{"a.yaml": {Data: []byte(goodDefect)}})
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(all.SeenBy("exit-waits")).To(gomega.HaveLen(1))
	g.Expect(all.SeenBy("helper-count")).To(gomega.BeEmpty())
	g.Expect(all[0].Condition()).To(gomega.Equal("cpython <3.7"))
	all[0].Affects, all[0].Platforms, all[0].Methods = append(all[0].Affects, ">=3.9"), []string{"linux"}, []string{"fork", "spawn"}
	g.Expect(all[0].Condition()).To(gomega.Equal("cpython <3.7 or >=3.9 on linux under fork, spawn"))
}
