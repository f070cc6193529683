package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the rule on small estates.
const (
	PaidWithoutGrant     law.Code = "society.paid-without-grant"
	PaidWithoutGrant1965 law.Code = "society.paid-without-grant-1965"
)

// A SmallEstate is the distribution of a dead member's property in the society.
type SmallEstate struct {
	Died law.Fact[law.Date] `json:"died,omitzero"`
	// Property is what the member had at death in shares, loans and deposits.
	Property law.Fact[law.Pence] `json:"property,omitzero"`
	// Nominated says that any of it is the subject of a nomination.
	Nominated law.Fact[bool] `json:"nominated,omitzero"`
	// Granted says that a grant was obtained before it was distributed: probate, letters of
	// administration or, in Scotland, confirmation.
	Granted law.Fact[bool] `json:"granted,omitzero"`
	// Evidence says that those who received it appeared to the committee, on evidence that it
	// considered satisfactory, to be entitled by law.
	Evidence law.Fact[bool] `json:"evidence,omitzero"`
}

func (x *SmallEstate) check() error { return amountFact("property", &x.Property) }

func smallEstateOf(s *Society) *law.Fact[SmallEstate] { return &s.SmallEstate }

var withoutGrant = rule{
	Code: PaidWithoutGrant, Provision: act2014.At("s. 40(1)-(2)", "section/40"),
	Says: "Without probate, letters of administration or confirmation the committee may distribute a dead member's property only if it does not exceed " +
		"the limit and is not the subject of a nomination, among those who appear to it on satisfactory evidence to be entitled by law.",
	InForce: from2014, Event: dealingOn("small_estate.died", smallEstateOf, func(x *SmallEstate) law.Fact[law.Date] { return x.Died }),
	Applies: ungranted, Check: smallEnough,
	Remedy: "Wait for a grant of representation, and pay the representatives.",
}

// Before 2014 the property of an illegitimate member without issue, spouse or parents went
// as the Treasury directed (1965 Act s. 25(2)); that is not judged.
var smallEstates = law.Topic("small estates",
	under1965(withoutGrant, PaidWithoutGrant1965, act1965.At("s. 25(1)", "section/25"), start1965), withoutGrant,
)

func ungranted(c *kase) bool {
	x := c.Subject.SmallEstate.Ptr()
	if x == nil {
		return false
	}
	granted, ok := law.Need(c, &x.Granted, "small_estate.granted")
	return ok && !granted
}

func smallEnough(c *kase) {
	x := c.Subject.SmallEstate.Ptr()
	if property, ok := law.Need(c, &x.Property, "small_estate.property"); ok {
		if limit, ok := law.Read(c, &c.Figures.SmallEstateLimit, c.On); ok && property > limit {
			c.Breach("small_estate.property", "The member had %v in the society; without a grant no more than %v may be distributed.", property, limit)
		}
	}
	if yes, ok := law.Need(c, &x.Nominated, "small_estate.nominated"); ok && yes {
		c.Breach("small_estate.nominated", "The property was the subject of a nomination.")
	}
	yes, ok := law.Ask(c, &x.Evidence, "small_estate.evidence",
		"Did those who received it appear to the committee, on satisfactory evidence, to be entitled by law?")
	if ok && !yes {
		c.Breach("small_estate.evidence", "The committee had no satisfactory evidence that those who received it were entitled.")
	}
}

// SmallEstateAllowance says how much property a member may have had at death for it to be
// distributed without a grant; there is no answer before 1966, nor with the figures of
// Northern Ireland: it is the law of Great Britain.
func SmallEstateAllowance(f *Figures, died law.Date) law.Allowance {
	a := law.Open()
	if limit, ok := read(&a, &f.SmallEstateLimit, died); ok {
		code, provision := PaidWithoutGrant, withoutGrant.Provision
		if died.Before(commenced2014) {
			code, provision = PaidWithoutGrant1965, act1965.At("s. 25(1)", "section/25")
		}
		a.Within(limit, code, provision)
	}
	return a
}
