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

// kept is about Windows: here a file can be removed whoever uses it.
func inUse(error) bool { return false }

// removeTree removes a folder with what is in it.
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

// empty removes what is in a folder. Folders of its folders are brought up into it, one step each, where they are as near
// as any: [os.RemoveAll] has a descriptor open for each folder on the way down, and a walk needs a path, which a system
// takes up to a length only.
func emptyFolder(folder string) error {
	_ = os.Chmod(folder, 0o700) // what cannot be changed is told by what follows
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	t := tree{root: root, prefix: rand.Text()}
	for {
		before := t.done
		seen, err := t.forEach(root, t.remove)
		if seen == 0 || t.done == before { // there is nothing, or nothing more to be done about it
			return err
		}
	}
}

// tree is a folder that is being emptied.
type tree struct {
	root   *os.Root
	prefix string // of the new names of what is brought up
	done   int    // how much was removed or brought up
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
		_ = folder.Chmod(below.Name(), 0o700) // one that is closed cannot be moved
		return t.root.Rename(filepath.Join(entry.Name(), below.Name()), t.prefix+strconv.Itoa(t.done))
	})
	return errors.Join(err, t.root.Remove(entry.Name()))
}

// each does something with each entry of a folder, as far as the system lists what changes meanwhile. It returns how many
// it saw, and the first error.
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
				t.done++
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
