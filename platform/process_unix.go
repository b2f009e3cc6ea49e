//go:build unix

package platform

// processes returns the process table without the fields that only membership needs.
func processes() ([]Process, error) {
	rows, err := table()
	if err != nil {
		return nil, err
	}
	list := make([]Process, len(rows))
	for i, r := range rows {
		list[i] = r.Process
	}
	return list, nil
}
