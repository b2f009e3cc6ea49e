// Command observed writes what the observations are on the kept recordings to internal/observed/observed.json. Run it in the
// root folder of the repository, by go generate.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	_ "github.com/singdance/singdance/behaviors" // links every behavior
	"github.com/singdance/singdance/conformance"
	"github.com/singdance/singdance/conformance/mutation"
	"github.com/singdance/singdance/internal/observed"
)

func main() {
	log.SetFlags(0)
	if err := generate(filepath.Join("internal", "observed", "observed.json")); err != nil {
		log.Fatalf("cannot write the observations: %v", err)
	}
}

func generate(path string) error {
	scenes, err := mutation.Kept()
	if err != nil {
		return err
	}
	observations := map[string][]observed.Observation{}
	for _, scene := range scenes {
		if scene.System != mutation.Linux {
			continue // derived from the recording of Linux
		}
		r, err := scene.Read()
		if err != nil {
			return err
		}
		for _, b := range mutation.Judged(r.Recording) {
			result := conformance.Judge(b, r.Recording, nil)
			one := observed.Observation{Implementation: r.Implementation.Title(), Method: r.Method, Observed: result.Observed}
			if one.Observed != "" && !slices.Contains(observations[b.ID], one) {
				observations[b.ID] = append(observations[b.ID], one)
			}
		}
	}
	for _, list := range observations {
		slices.SortStableFunc(list, func(a, b observed.Observation) int {
			return cmp.Or(cmp.Compare(a.Method, b.Method), cmp.Compare(a.Implementation, b.Implementation))
		})
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(observations); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}
