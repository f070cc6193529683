package employee

import (
	"fmt"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Partnership is a company held in trust for those who work in it, under a constitution
// that divides power among authorities. Its rules are its own, and none of them is law.
type Partnership struct {
	Name        string   `json:"name"`
	Authorities []string `json:"authorities"`
	// Holder is the company that holds the shares in trust, by settlements of these years.
	Holder      string  `json:"holder"`
	Settlements []int   `json:"settlements"`
	Council     Council `json:"council"`
	// BoardSize is the number of directors, and CouncilElects how many of them the council
	// elects. The council also elects the trustees of the constitution.
	BoardSize     int `json:"board_size"`
	CouncilElects int `json:"council_elects"`
	// AmendedWithChair says that the council amends the constitution only with the chair's
	// agreement.
	AmendedWithChair bool `json:"amended_with_chair"`
	// Dismissal holds the readings of the majority by which the council dismisses the chair;
	// the first is provisional.
	Dismissal      []governance.Threshold `json:"dismissal"`
	DismissalDoubt string                 `json:"dismissal_doubt"`
	SupportVotes   int                    `json:"support_votes_a_year"`
	SupportBinding bool                   `json:"support_votes_binding"`
	By             law.Provision          `json:"by"`
}

// A Council is a body of elected and other members.
type Council struct {
	Seats []CouncilSeats `json:"seats"`
}

// CouncilSeats are places on a council that are filled in one way.
type CouncilSeats struct {
	Name    string `json:"name"`
	Count   int64  `json:"count"`
	Elected bool   `json:"elected,omitempty"`
}

// Size is the number of members.
func (c *Council) Size() (n int64) {
	for _, s := range c.Seats {
		n += s.Count
	}
	return n
}

// Elected is how many of the members are elected.
func (c *Council) Elected() (n int64) {
	for _, s := range c.Seats {
		if s.Elected {
			n += s.Count
		}
	}
	return n
}

// ElectedShare is the elected part of the council; nothing where it has no members.
func (c *Council) ElectedShare() law.Ratio {
	if c.Size() <= 0 {
		return law.Ratio{}
	}
	return law.Per(c.Elected(), c.Size())
}

// JohnLewis returns the constitution of the John Lewis Partnership as its annual reports of
// 2014 and 2015 describe it, with the council of 2014-15. The sources do not name the four
// constituencies whose elected members they count, nor the majority for dismissing the chair.
func JohnLewis() Partnership {
	return Partnership{
		Name:        "John Lewis Partnership",
		Authorities: []string{"Partnership Council", "Partnership Board", "Chairman"},
		Holder:      "John Lewis Partnership Trust Limited", Settlements: []int{1929, 1950},
		Council: Council{Seats: []CouncilSeats{
			{Name: "first constituency", Count: 38, Elected: true},
			{Name: "second constituency", Count: 25, Elected: true},
			{Name: "third constituency", Count: 2, Elected: true},
			{Name: "fourth constituency", Count: 1, Elected: true},
			{Name: "President", Count: 1},
			{Name: "Chairman's appointees", Count: 3},
			{Name: "Partnership Board", Count: 15},
		}},
		BoardSize: 15, CouncilElects: 5, AmendedWithChair: true,
		Dismissal: []governance.Threshold{
			governance.AtLeast(2, 3, governance.AllEntitled),
			governance.MoreThan(1, 2, governance.VotesCast),
		},
		DismissalDoubt: "By what majority may the council dismiss the chair? Two-thirds of the whole voting membership is often quoted; no source was found.",
		SupportVotes:   2,
		By:             law.Instrument{Title: "John Lewis Partnership plc, annual report and accounts 2015"}.At("", ""),
	}
}

// ErrPartnership is wrapped by every refusal of votes in a partnership.
var ErrPartnership = fmt.Errorf("%w: cannot be decided", ErrStructure)

// Amends reports whether the constitution is amended: the council must want it, and where the
// constitution says so the chair must agree.
func (p *Partnership) Amends(council, chair bool) bool {
	return council && (chair || !p.AmendedWithChair)
}

// A Dismissal is what a vote to dismiss the chair comes to. The majority is in doubt, so the
// outcome is unknown; Doubt says what each reading gives, and Tests how.
type Dismissal struct {
	Outcome law.Outcome       `json:"outcome"`
	Doubt   law.Doubt         `json:"doubt"`
	Tests   []governance.Test `json:"tests"`
}

// Dismisses puts a vote of the council on dismissing the chair to each reading of the
// majority; met is dismissed. With one reading there is no doubt. It refuses more votes than
// members.
func (p *Partnership) Dismisses(inFavour, against int64) (Dismissal, error) {
	tally := governance.Tally{For: inFavour, Against: against, Entitled: p.Council.Size()}
	if err := tally.Check(); err != nil || tally.Entitled == 0 || len(p.Dismissal) == 0 {
		return Dismissal{}, fmt.Errorf("%w: %d for and %d against, on a council of %d", ErrPartnership, inFavour, against, p.Council.Size())
	}
	d := Dismissal{Outcome: law.Unknown, Doubt: law.Doubt{Question: p.DismissalDoubt}}
	for _, t := range p.Dismissal {
		test := t.Test("dismissal", tally)
		outcome := law.Breached
		if test.Passed {
			outcome = law.Met
		}
		d.Tests = append(d.Tests, test)
		d.Doubt.Readings = append(d.Doubt.Readings, law.Reading{Says: t.String(), Outcome: outcome})
	}
	if len(p.Dismissal) == 1 {
		d.Outcome = d.Doubt.Readings[0].Outcome
	}
	return d, nil
}
