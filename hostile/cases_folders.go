package hostile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// deleteAll deletes as much of a folder as possible, and repeats this until the folder of the cues is gone: Windows refuses
// to delete a file that the stage is reading at that moment.
func deleteAll(folder string) {
	for range 1000 {
		_ = os.RemoveAll(folder)
		if _, err := os.Stat(os.Getenv("SINGDANCE_CUES")); err != nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// folderCases returns the cases about the folders that a program receives. Some systems refuse to delete a folder that is in
// use; the verdict is the same then.
func folderCases() []Case {
	return []Case{
		{
			ID: "delete-working-folder", Description: "deletes its working folder", ExpectedVerdict: pass,
			misbehave: func() { _ = os.RemoveAll(workingFolder()) },
		},
		{
			ID: "replace-working-folder", Description: "replaces its working folder with a file", ExpectedVerdict: pass,
			misbehave: func() {
				folder := workingFolder()
				if os.RemoveAll(folder) == nil {
					must(os.WriteFile(folder, nil, 0o400))
				}
			},
		},
		{
			ID: "unreadable-folders", Description: "makes its folders unreadable", ExpectedVerdict: pass,
			misbehave: func() {
				nested := filepath.Join(os.TempDir(), "outer", "inner")
				must(os.MkdirAll(nested, 0o700))
				for _, folder := range []string{nested, filepath.Dir(nested), os.TempDir(), workingFolder()} {
					must(os.Chmod(folder, 0))
				}
			},
		},
		{
			ID: "delete-run-folder", Description: "deletes its run folder, with the event file and the cues", ExpectedVerdict: crash,
			ExpectedReason: "reported no event|cannot give the cue together",
			misbehave:      func() { deleteAll(filepath.Dir(os.Getenv("SINGDANCE_EVENTS"))) },
		},
		{
			ID: "replace-cue-folder", Description: "replaces the folder of the cues with a file", ExpectedVerdict: crash,
			ExpectedReason: "cannot give the cue together",
			misbehave: func() {
				deleteAll(os.Getenv("SINGDANCE_CUES"))
				must(os.WriteFile(os.Getenv("SINGDANCE_CUES"), nil, 0o600))
			},
		},
		{
			ID: "links-to-outside", Description: "leaves symbolic links to files outside its folder", ExpectedVerdict: pass,
			misbehave: func() {
				for n, target := range []string{filepath.Dir(os.Getenv(processListVariable)), os.Getenv(processListVariable), "/", ".."} {
					_ = os.Symlink(target, fmt.Sprint("link", n)) // Windows may refuse, because it requires a privilege
				}
			},
		},
		{
			ID: "nested-folders", Description: "leaves 100 nested folders", ExpectedVerdict: pass,
			misbehave: func() { must(os.MkdirAll(strings.Repeat("nested/", 100), 0o700)) },
		},
		{
			ID: "fill-temporary-folder", Description: "writes 1 GB to its temporary folder", ExpectedVerdict: crash, ExpectedReason: "^cap on disk: .* were written",
			misbehave: func() {
				reportEvent("body", "main", nil)
				block := make([]byte, 1<<20)
				for n := range 1 << 10 {
					must(os.WriteFile(filepath.Join(os.TempDir(), fmt.Sprint(n)), block, 0o600))
				}
				sleepForever()
			},
		},
		{
			ID: "endless-files", Description: "creates files without end", ExpectedVerdict: crash, ExpectedReason: "^cap on disk: .* files were created",
			misbehave: func() {
				reportEvent("body", "main", nil)
				for n := 0; ; n++ {
					must(os.WriteFile(fmt.Sprint(n), nil, 0o600))
				}
			},
		},
	}
}

// workingFolder returns the working folder of this process.
func workingFolder() string {
	folder, err := os.Getwd()
	must(err)
	return folder
}
