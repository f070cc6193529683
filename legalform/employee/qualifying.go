package employee

import "github.com/rochdale-go/rochdale/legalform/law"

// qualifying is what section 312B asks of a payment, of its award and of its employer.
var qualifying = bonusPayments.With(bonusParticipation).With(bonusEquality).With(bonusEmployer)

// ofAward is what it asks of the award and of the employer alone.
var ofAward = bonusParticipation.With(bonusEquality).With(bonusEmployer)

// QualifyingBonus judges the award of a company by what sections 312C to 312G ask of the
// scheme and of the employer, on the day on which it is paid, and says whether it meets all
// of them: met, breached or unknown; not in force before the exemption began, and not
// applicable where there is no award. What is asked of each payment by itself is judged with
// the payments (Company.Bonuses). The report says why.
func QualifyingBonus(c *Company, f *Figures) (law.Outcome, *law.Report) {
	on, _ := c.BonusAward.Paid.Get()
	rep := ofAward.Judge(c, f, on, law.UnitedKingdom)
	n := map[law.Outcome]int{}
	for _, r := range rep.Results {
		n[r.Outcome]++
	}
	for _, o := range [...]law.Outcome{law.Breached, law.Unknown, law.Met, law.NotApplicable} {
		if n[o] > 0 {
			return o, rep
		}
	}
	return law.NotInForce, rep
}
