package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An ESOTDirector is a director of the corporate trustee of an employee share ownership
// trust under the Finance Act 1989.
type ESOTDirector struct {
	Resident bool `json:"uk_resident"`
	// Professional says that the director is a trust corporation, a solicitor or of the like.
	Professional bool `json:"professional"`
	// ChosenByStaff says that a majority of the employees, or persons elected by them, chose
	// the director, who is an employee and never had a material interest in the company.
	ChosenByStaff bool `json:"chosen_by_staff"`
}

// ESOTFigures are the figures of a paritarian board, as the text of 2011 has them.
type ESOTFigures struct {
	ESOTDirectors       law.History[int]
	ESOTProfessionals   law.History[int]
	ESOTNonProfessional law.History[int]
	ESOTChosen          law.History[law.Ratio]
}

var (
	fa1989       = law.Instrument{Title: "Finance Act 1989 (c. 26)", Path: "ukpga/1989/26"}
	paritarianBy = fa1989.At("Sch 5 para 3C", "schedule/5/paragraph/3C")
)

// What is in doubt about the paragraph, of which one text was seen.
const esotDoubt = "The paragraph was seen as it stood in 2011: when did it begin, and has it ended since?"

func enactedESOT() ESOTFigures {
	return ESOTFigures{
		ESOTDirectors:       law.Since("employee.esot_directors", "directors, at least", at("2011-01-01", 3, paritarianBy).InDoubt(esotDoubt, 0)),
		ESOTProfessionals:   law.Since("employee.esot_professionals", "professional directors, at least", at("2011-01-01", 1, paritarianBy).InDoubt(esotDoubt, 0)),
		ESOTNonProfessional: law.Since("employee.esot_non_professionals", "other directors, at least", at("2011-01-01", 2, paritarianBy).InDoubt(esotDoubt, 0)),
		ESOTChosen:          law.Since("employee.esot_chosen", "of the other directors, at least", at("2011-01-01", law.Per(1, 2), paritarianBy).InDoubt(esotDoubt, law.Ratio{})),
	}
}

// A Paritarian says whether a board is balanced as that of an employee share ownership trust
// had to be: a precedent, and no requirement of an employee-ownership trust.
type Paritarian struct {
	// Lacks says what the board lacks; nothing where it has all.
	Lacks []string `json:"lacks,omitempty"`
	// Doubt says why the answer is provisional: the dates of the paragraph are not known.
	Doubt *law.Doubt    `json:"doubt"`
	By    law.Provision `json:"by"`
}

// ParitarianBoard measures a board of directors of a corporate trustee against Finance Act
// 1989 Sch 5 para 3C: at least three directors, all resident in the United Kingdom, at least
// one of them professional and two not, and of the latter at least half chosen by the staff.
// It refuses days before 1 January 2011, for which no text was seen.
func ParitarianBoard(list []ESOTDirector, on law.Date, f *Figures) (Paritarian, error) {
	fewest, ok := f.ESOTDirectors.At(on)
	if !ok {
		return Paritarian{}, fmt.Errorf("no text of the Finance Act 1989 Sch 5 para 3C was seen for %s", on.Long())
	}
	professionals, _ := f.ESOTProfessionals.At(on)
	others, _ := f.ESOTNonProfessional.At(on)
	half, _ := f.ESOTChosen.At(on)
	p := Paritarian{By: fewest.By, Doubt: &law.Doubt{Question: fewest.Question, Readings: []law.Reading{
		{Says: "it is in force, as in 2011"}, {Says: "it is not in force, and the board is nobody's concern"},
	}}}
	var resident, professional, chosen int
	for _, d := range list {
		resident += one(d.Resident)
		professional += one(d.Professional)
		chosen += one(d.ChosenByStaff && !d.Professional)
	}
	other := len(list) - professional
	p.lacks(len(list) < fewest.Value, "%d directors, where there must be at least %d", len(list), fewest.Value)
	p.lacks(resident < len(list), "%d of %d directors resident in the United Kingdom, where all must be", resident, len(list))
	p.lacks(professional < professionals.Value, "%d professional directors, where there must be at least %d", professional, professionals.Value)
	p.lacks(other < others.Value, "%d other directors, where there must be at least %d", other, others.Value)
	p.lacks(!half.Value.ReachedBy(int64(chosen), int64(other)), "%d of %d other directors chosen by the staff, where at least %v must be", chosen, other, half.Value)
	return p, nil
}

func (p *Paritarian) lacks(is bool, format string, args ...any) {
	if is {
		p.Lacks = append(p.Lacks, fmt.Sprintf(format, args...))
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
