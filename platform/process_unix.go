//go:build unix

package platform

// processes reads the table without what only the kinship needs.
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
