// Command coverage writes docs/coverage.md. Run it in the root folder of the repository, by go generate.
package main

import (
	"log"
	"os"
	"strings"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/conformance"
)

func main() {
	log.SetFlags(0)
	c, err := conformance.LoadCoverage()
	if err != nil {
		log.Fatal(err)
	}
	var page strings.Builder
	c.Markdown(&page)
	if err := os.WriteFile("docs/coverage.md", []byte(page.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
