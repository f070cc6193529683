package publicbody

import (
	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rules on the council of governors.
const (
	NoConstituency         law.Code = "publicbody.no-constituency"
	ElectedMinority        law.Code = "publicbody.elected-minority"
	TooFewStaffGovernors   law.Code = "publicbody.too-few-staff-governors"
	StaffClassUnseated     law.Code = "publicbody.staff-class-unseated"
	NoCareTrustGovernor    law.Code = "publicbody.no-primary-care-trust-governor"
	NoAuthorityGovernor    law.Code = "publicbody.no-local-authority-governor"
	NoUniversityGovernor   law.Code = "publicbody.no-university-governor"
	PartnerBeyondItsNumber law.Code = "publicbody.partner-beyond-its-number"
)

var (
	from2006 = []law.Window{law.From(start2006, law.England)}
	from2012 = []law.Window{law.From(firstStage, law.England)}
	from2013 = []law.Window{law.From(lastStage, law.England)}
)

var councils = law.Topic("councils",
	rule{
		Code: NoConstituency, Provision: act2006.At("Sch 7 para 3", "schedule/7"),
		Says:    "The members of a foundation trust are of a public constituency and a staff constituency, and may be of a patients' constituency.",
		InForce: from2006, Check: constituencies,
		Remedy: "Provide for the constituency in the constitution.",
	},
	rule{
		Code: ElectedMinority, Provision: act2006.At("Sch 7 para 9(1)", "schedule/7"),
		Says:    "More than half of the members of the council must be elected by members of the trust other than those of the staff constituency.",
		InForce: from2006, Applies: hasCouncil, Check: electedMajority,
		Remedy: "Add public or patients' governors, or take seats from the others.",
	},
	rule{
		Code: TooFewStaffGovernors, Provision: act2006.At("Sch 7 para 9(2)", "schedule/7"),
		Says:    "At least three members of the council must be elected by the staff constituency.",
		InForce: from2006, Applies: hasCouncil, Check: staffSeats,
		Remedy: "Provide for more staff governors.",
	},
	rule{
		Code: StaffClassUnseated, Provision: act2006.At("Sch 7 para 9(2)", "schedule/7"),
		Says:    "Where the staff constituency has classes, at least one member of the council must be elected by each class.",
		InForce: from2006, Applies: hasClasses, Check: classSeats,
		Remedy: "Give each class a seat.",
	},
	rule{
		Code: NoCareTrustGovernor, Provision: act2006.At("Sch 7 para 9(3), as it was", "schedule/7"),
		Says:    "At least one member must be appointed by a primary care trust for which the trust provides services.",
		InForce: []law.Window{law.From(start2006, law.England).Until(beforeLast)}, Applies: hasCouncil, Check: careTrustSeat,
		Remedy: "Ask a primary care trust to appoint.", Ended: "s. 151(2) of the Health and Social Care Act 2012 repealed it",
	},
	rule{
		Code: NoAuthorityGovernor, Provision: act2006.At("Sch 7 para 9(4)-(5)", "schedule/7"),
		Says:    "At least one member of the council must be appointed by a qualifying local authority.",
		InForce: from2006, Applies: hasCouncil, Check: authoritySeat,
		Remedy: "Ask the local authority to appoint.",
	},
	rule{
		Code: NoUniversityGovernor, Provision: act2006.At("Sch 7 para 9(6)", "schedule/7"),
		Says:    "Where a hospital of the trust includes a university's medical or dental school, at least one member must be appointed by that university.",
		InForce: from2006, Applies: teaches, Check: universitySeat,
		Remedy: "Ask the university to appoint.",
	},
	rule{
		Code: PartnerBeyondItsNumber, Provision: act2006.At("Sch 7 para 9(7)", "schedule/7"),
		Says:    "An organisation named in the constitution may appoint members of the council, but no more than the number it states.",
		InForce: from2013, Applies: hasCouncil, Check: partnerSeats,
		Remedy: "Withdraw the appointments beyond the number, or amend the constitution.",
	},
)

func hasCouncil(c *kase) bool { return c.Subject.Council.Stated() }

func hasClasses(c *kase) bool {
	if !hasCouncil(c) {
		return false
	}
	classes, ok := law.Need(c, &c.Subject.Council.Ptr().StaffClasses, "council.staff_classes")
	return ok && len(classes) > 0
}

func teaches(c *kase) bool {
	if !hasCouncil(c) {
		return false
	}
	yes, ok := law.Need(c, &c.Subject.TeachingHospital, "teaching_hospital")
	return ok && yes
}

func constituencies(c *kase) {
	if public, ok := law.Need(c, &c.Subject.PublicConstituency, "public_constituency"); ok && !public {
		c.Breach("public_constituency", "The constitution has no public constituency.")
	}
	if staff, ok := law.Need(c, &c.Subject.StaffConstituency, "staff_constituency"); ok && !staff {
		c.Breach("staff_constituency", "The constitution has no staff constituency.")
	}
}

func electedMajority(c *kase) {
	x := c.Subject.Council.Ptr()
	known := true
	need := func(f *law.Fact[int64], name string) {
		_, ok := law.Need(c, f, "council."+name)
		known = known && ok
	}
	need(&x.Public, "public")
	need(&x.Patients, "patients")
	need(&x.Staff, "staff")
	if c.On.Before(lastStaged) {
		need(&x.CareTrusts, "primary_care_trusts")
	}
	need(&x.Authorities, "local_authorities")
	need(&x.Universities, "universities")
	partners, ok := law.Need(c, &x.Partners, "council.partners")
	for i := range partners {
		need(&partners[i].Appointed, law.Path("partners", i, "appointed"))
	}
	t, ok1 := law.Read(c, &c.Figures.Elected, c.On)
	if !known || !ok || !ok1 {
		return
	}
	elected, all := x.Seats()
	if r := t.Test("", governance.Tally{For: elected, Entitled: all}); !r.Passed {
		c.Breach("council", "Too few of the council are elected by members other than staff: %v.", r)
	}
}

func staffSeats(c *kase) {
	least, ok := law.Read(c, &c.Figures.StaffGovernors, c.On)
	staff, ok1 := law.Need(c, &c.Subject.Council.Ptr().Staff, "council.staff")
	if ok && ok1 && staff < least {
		c.Breach("council.staff", "Staff elect %d governors; they must elect at least %d.", staff, least)
	}
}

func classSeats(c *kase) {
	for i, n := range c.Subject.Council.Ptr().StaffClasses.Or(nil) {
		if n < 1 {
			c.Breach(law.Path("council.staff_classes", i, ""), "A class of the staff constituency elects no governor.")
		}
	}
}

func seat(c *kase, f *law.Fact[int64], path, whose string) {
	if n, ok := law.Need(c, f, path); ok && n < 1 {
		c.Breach(path, "No governor is appointed by %s.", whose)
	}
}

func careTrustSeat(c *kase) {
	seat(c, &c.Subject.Council.Ptr().CareTrusts, "council.primary_care_trusts", "a primary care trust")
}

func authoritySeat(c *kase) {
	seat(c, &c.Subject.Council.Ptr().Authorities, "council.local_authorities", "a local authority")
}

func universitySeat(c *kase) {
	seat(c, &c.Subject.Council.Ptr().Universities, "council.universities", "the university")
}

func partnerSeats(c *kase) {
	partners, ok := law.Need(c, &c.Subject.Council.Ptr().Partners, "council.partners")
	for i := range partners {
		p := &partners[i]
		limit, ok1 := law.Need(c, &p.Limit, law.Path("council.partners", i, "limit"))
		n, ok2 := law.Need(c, &p.Appointed, law.Path("council.partners", i, "appointed"))
		if ok && ok1 && ok2 && n > limit {
			c.Breach(law.Path("council.partners", i, "appointed"), "%d governors are appointed; the constitution states no more than %d.", n, limit)
		}
	}
}
