package election

import "strings"

// pairs print the table of a rule that compares candidates two by two, a line for each.
func (s *Sheet) pairs() (out []string) {
	r := s.Result
	if len(r.Pairwise) == 0 {
		return nil
	}
	out = append(out, "The figures of the stage are how many others do not come before each. Preferred, by how many votes to how many:")
	for i, row := range r.Pairwise {
		var over []string
		for j, n := range row {
			if i != j && r.stands(i+1) && r.stands(j+1) {
				over = append(over, "to "+s.name(j+1)+" "+r.Unit.Format(n)+"-"+r.Unit.Format(r.Pairwise[j][i]))
			}
		}
		if len(over) > 0 {
			out = append(out, s.name(i+1)+" "+strings.Join(over, ", ")+".")
		}
	}
	return out
}
