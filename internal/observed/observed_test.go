package observed

import (
	"testing"

	"github.com/onsi/gomega"
)

func TestTables(t *testing.T) {
	g := gomega.NewWithT(t)
	g.Expect(Tables([]Observation{
		{"go-1", "fork", "once"},
		{"cpython-3.9.1", "fork", "twice"},
		{"cpython-3.10.2", "fork", "twice"},
		{"go-1", "spawn", "never"},
		{"go-1", "forkserver", "once"},
		{"cpython-3.9.1", "forkserver", "twice"},
		{"cpython-3.10.2", "forkserver", "twice"},
	})).To(gomega.Equal([]Table{
		{[]string{"fork", "forkserver"}, []Outcome{{"twice", []string{"cpython-3.9.1", "cpython-3.10.2"}}, {"once", []string{"go-1"}}}},
		{[]string{"spawn"}, []Outcome{{"never", []string{"go-1"}}}},
	}))
	g.Expect(Tables(nil)).To(gomega.BeEmpty())
}

func TestNewest(t *testing.T) {
	g := gomega.NewWithT(t)
	newest := Observation{"cpython-3.10.2", "fork", "twice"}
	g.Expect(Newest([]Observation{
		{"cpython-3.9.11", "fork", "once"}, newest, {"cpython-3.15.0+billiard 4.3.2", "fork", "never"}, {"go-1.26", "fork", "never"},
	})).To(gomega.Equal([]Observation{newest}))
}
