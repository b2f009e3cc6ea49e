// Command verdicts writes the verdicts of all behaviors on the kept recordings to fixtures/PROGRAM/testdata/verdicts.txt.
// Run it in the root folder of the repository, by go generate. The tests of package behaviors compare the files.
package main

import (
	"fmt"
	"log"
	"os"

	_ "github.com/singdance/singdance/behaviors"
	"github.com/singdance/singdance/internal/verdicts"
)

func main() {
	log.SetFlags(0)
	if err := write(); err != nil {
		log.Fatalf("cannot write the verdicts: %v", err)
	}
}

func write() error {
	files, err := verdicts.Files()
	if err != nil {
		return err
	}
	for path, text := range files {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}
