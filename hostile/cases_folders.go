package hostile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// await waits until a cue is given.
func await(cue string) {
	for {
		if _, err := os.Stat(filepath.Join(os.Getenv("SINGDANCE_CUES"), cue)); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// deleteAll deletes all of a folder that can be deleted, until the cues are gone: Windows refuses what somebody reads at
// that moment.
func deleteAll(folder string) {
	for range 1000 {
		_ = os.RemoveAll(folder)
		if _, err := os.Stat(os.Getenv("SINGDANCE_CUES")); err != nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// placeActs are about the folders that a program is given. A system may refuse to remove what is in use; that is as good.
func placeActs() []Act {
	return []Act{
		{
			Name: "delete-folder", Title: "deletes its working folder", Expected: pass,
			play: func() { _ = os.RemoveAll(here()) },
		},
		{
			Name: "replace-folder", Title: "replaces its working folder by a file", Expected: pass,
			play: func() {
				folder := here()
				if os.RemoveAll(folder) == nil {
					must(os.WriteFile(folder, nil, 0o400))
				}
			},
		},
		{
			Name: "close-folder", Title: "makes its folders unreadable", Expected: pass,
			play: func() {
				deep := filepath.Join(os.TempDir(), "deep", "deeper")
				must(os.MkdirAll(deep, 0o700))
				for _, folder := range []string{deep, filepath.Dir(deep), os.TempDir(), here()} {
					must(os.Chmod(folder, 0))
				}
			},
		},
		{
			Name: "delete-all", Title: "deletes everything that it was given, the event file too", Expected: crash,
			Reason: "told no event|the cue together cannot be given",
			play:   func() { deleteAll(filepath.Dir(os.Getenv("SINGDANCE_EVENTS"))) },
		},
		{
			Name: "bury-cues", Title: "puts a file where the folder of its cues was", Expected: crash,
			Reason: "the cue together cannot be given",
			play: func() {
				deleteAll(os.Getenv("SINGDANCE_CUES"))
				must(os.WriteFile(os.Getenv("SINGDANCE_CUES"), nil, 0o600))
			},
		},
		{
			Name: "link-out", Title: "leaves links that lead out of its folder", Expected: pass,
			play: func() {
				for n, target := range []string{filepath.Dir(os.Getenv(ledgerVariable)), os.Getenv(ledgerVariable), "/", ".."} {
					_ = os.Symlink(target, fmt.Sprint("link", n)) // which not everybody may on Windows
				}
			},
		},
		{
			Name: "dig", Title: "leaves folders in folders, 100 deep", Expected: pass,
			play: func() { must(os.MkdirAll(strings.Repeat("below/", 100), 0o700)) },
		},
		{
			Name: "fill-disk", Title: "fills its temporary folder", Expected: crash, Reason: "^cap on disk: it wrote ",
			play: func() {
				tell("body", "main", nil)
				block := make([]byte, 1<<20)
				for n := range 1 << 10 {
					must(os.WriteFile(filepath.Join(os.TempDir(), fmt.Sprint(n)), block, 0o600))
				}
				hold()
			},
		},
		{
			Name: "litter", Title: "makes files without end", Expected: crash, Reason: "^cap on disk: it made ",
			play: func() {
				tell("body", "main", nil)
				for n := 0; ; n++ {
					must(os.WriteFile(fmt.Sprint(n), nil, 0o600))
				}
			},
		},
	}
}

func here() string {
	folder, err := os.Getwd()
	must(err)
	return folder
}
