package election

import (
	"encoding/csv"
	"io"
	"strconv"
)

// CSV writes the sheet as a table of values: a row for each candidate, the non-transferable
// and, in rules whose quota changes, the quota; two columns for each stage, the change and the votes
// after it, under the number of the stage and what it does. Text that a spreadsheet would
// take for a formula begins with an apostrophe.
func (s Sheet) CSV(w io.Writer) error {
	r := s.Result
	out := csv.NewWriter(w)
	head := []string{"candidate", "name"}
	for i := range r.Stages {
		at := "stage " + strconv.Itoa(i+1) + ": " + r.Stages[i].action()
		head = append(head, at+": change", at+": votes")
	}
	head = append(head, "elected")
	_ = out.Write(head) // Error returns the first error
	place := make(map[int]string, len(r.Elected))
	for i, c := range r.Elected {
		place[c] = strconv.Itoa(i + 1)
	}
	for c := range r.Candidates {
		row := []string{strconv.Itoa(c + 1), literal(s.name(c + 1))}
		for i := range r.Stages {
			row = append(row, r.Unit.Format(r.change(i, c)), r.Unit.Format(r.Stages[i].Votes[c]))
		}
		_ = out.Write(append(row, place[c+1]))
	}
	if r.adds() {
		row := []string{"", "non-transferable"}
		for i := range r.Stages {
			row = append(row, r.Unit.Format(r.change(i, len(r.Candidates))), r.Unit.Format(r.Stages[i].NonTransferable))
		}
		_ = out.Write(append(row, ""))
	}
	if len(r.Stages) > 0 && r.Stages[0].Quota != 0 {
		row := []string{"", "quota"}
		for i := range r.Stages {
			row = append(row, "", r.Unit.Format(r.Stages[i].Quota))
		}
		_ = out.Write(append(row, ""))
	}
	out.Flush()
	return out.Error()
}

// literal keeps a spreadsheet from taking a text for a formula.
func literal(text string) string {
	switch text[0] {
	case '=', '+', '-', '@':
		return "'" + text
	}
	return text
}
