//go:build unix

package platform

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// inUse returns false, because Unix can remove a file that is in use.
func inUse(error) bool { return false }

// removeTree removes a folder and everything in it.
func removeTree(folder string) error {
	info, err := os.Lstat(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		if err := emptyFolder(folder); err != nil {
			return err
		}
	}
	return os.Remove(folder)
}

// emptyFolder removes everything in a folder. It moves nested folders up into the folder, one level at a time, so that
// depth does not matter: [os.RemoveAll] keeps a descriptor open for each level, and a walk needs paths, whose length is
// limited.
func emptyFolder(folder string) error {
	_ = os.Chmod(folder, 0o700) // if it fails, a later call returns the error
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	t := tree{root: root, prefix: rand.Text()}
	for {
		before := t.changed
		seen, err := t.forEach(root, t.remove)
		if seen == 0 || t.changed == before { // the folder is empty, or nothing in it can be removed
			return err
		}
	}
}

// tree is a folder that is being emptied.
type tree struct {
	root    *os.Root
	prefix  string // of the new names of folders that are moved up
	changed int    // how many entries were removed or moved up
}

// remove removes an entry of the root.
func (t *tree) remove(_ *os.Root, entry os.DirEntry) error {
	if !entry.IsDir() {
		return t.root.Remove(entry.Name())
	}
	_ = t.root.Chmod(entry.Name(), 0o700)
	folder, err := t.root.OpenRoot(entry.Name())
	if err != nil {
		return err
	}
	defer folder.Close()
	_, err = t.forEach(folder, func(folder *os.Root, below os.DirEntry) error {
		if !below.IsDir() {
			return folder.Remove(below.Name())
		}
		_ = folder.Chmod(below.Name(), 0o700) // a folder without permissions cannot be moved
		return t.root.Rename(filepath.Join(entry.Name(), below.Name()), t.prefix+strconv.Itoa(t.changed))
	})
	return errors.Join(err, t.root.Remove(entry.Name()))
}

// forEach calls do for each entry of a folder. The system may skip entries, because the folder changes meanwhile.
// forEach returns how many entries it saw, and the first error.
func (t *tree) forEach(folder *os.Root, do func(*os.Root, os.DirEntry) error) (seen int, err error) {
	file, err := folder.Open(".")
	if err != nil {
		return 0, err
	}
	defer file.Close()
	for {
		entries, readErr := file.ReadDir(256)
		for _, entry := range entries {
			seen++
			if doErr := do(folder, entry); doErr == nil {
				t.changed++
			} else if err == nil {
				err = doErr
			}
		}
		if readErr != nil {
			if !errors.Is(readErr, io.EOF) && err == nil {
				err = readErr
			}
			return seen, err
		}
	}
}
