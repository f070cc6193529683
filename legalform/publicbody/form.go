package publicbody

import "github.com/rochdale-go/rochdale/legalform/law"

// Form is a foundation trust as a legal form with its figures.
type Form = law.Family[FoundationTrust, Figures]

// NHSFoundationTrust is the form of an NHS foundation trust, a public benefit corporation.
func NHSFoundationTrust(f Figures) *Form {
	return &Form{
		ID: "nhs-foundation-trust", Title: "NHS foundation trust", Table: rules, Figures: f,
		Fits: (*FoundationTrust).Check, Drafts: draft, Limits: PaymentAllowance, Bounds: law.Fixed(PaymentAllowance), Describes: describe,
		Proposes: func(s FoundationTrust, _ *law.Books, _ []law.Payment) FoundationTrust { return s },
	}
}

// draft is a trust with the smallest council that the Schedule allows: those whom staff must
// elect, one whom each body that must appoint appoints, and one more than all of them whom the
// public elect. Where those who work for it are to control it, the staff elect as many.
func draft(p law.Plan, f *Figures) FoundationTrust {
	staff := int64(0)
	if e, ok := f.StaffGovernors.At(p.Founded); ok {
		staff = e.Value
	}
	x := Council{
		Staff: law.Known(staff), StaffClasses: law.Known([]int64{}), Patients: law.Known(int64(0)), Universities: law.Known(int64(0)),
		CareTrusts: law.Known(int64(0)), Authorities: law.Known(int64(1)), Partners: law.Known([]Partner{}),
	}
	if p.Founded.Before(lastStaged) {
		x.CareTrusts = law.Known(int64(1))
	}
	_, others := x.Seats()
	x.Public = law.Known(others + 1)
	if control, _ := p.StaffControl.Get(); control {
		_, rest := x.Seats()
		x.Staff = law.Known(rest + 1)
	}
	return FoundationTrust{
		PublicConstituency: law.Known(true), StaffConstituency: law.Known(true), TeachingHospital: law.Known(false), Council: law.Known(x),
	}
}

// PaymentAllowance says how much of a payment a foundation trust may make. It has no shares,
// and its members have no part in its surplus; pay for work, and what it spends on its
// services, have no limit in the rules here.
func PaymentAllowance(_ *FoundationTrust, _ *Figures, p law.Payment, _ *law.Books) law.Allowance {
	switch p.Kind {
	case law.StaffBonus, law.ToCommunity:
		return law.Open()
	case law.PerformanceInterest:
		a := law.Open()
		a.Lack("performance_interest", "May a foundation trust agree to interest that follows its profits? No rule on it is modelled.")
		return a
	default:
		a := law.NoSuch("a public benefit corporation has no shares, and provides health services: its members have no part in its surplus")
		a.Provision = s43
		return a
	}
}

var s43 = act2006.At("s. 43(1)", "section/43")

func describe(_ *Figures, on law.Date) law.Profile {
	p := law.Profile{
		Family: "publicbody", Under: act2006.At("ss. 30, 33-36", "section/30"), Available: append([]law.Window(nil), from2006...),
		Earlier:      law.Note{Says: "Foundation trusts under the Act of 2003 are not told of here."},
		Reserved:     law.Note{Says: "Only an NHS trust, whose application the Secretary of State supports, may be authorised to become one.", By: act2006.At("ss. 33(1), 35(1)", "section/33")},
		Incorporated: law.Yes("It is a public benefit corporation, a body corporate.", act2006.At("s. 30", "section/30")),
		Limited:      law.Depends("No provision on it was read: are members of the corporation liable for what it owes?", act2006.At("Sch 7", "schedule/7")),
		Regulators:   []law.Regulator{{Name: "NHS England, with Monitor before it", Does: "authorises and oversees it", By: act2006.At("s. 35", "section/35")}},
		Charity:      law.NeverCharity, CharityBy: act2006.At("s. 30(1)", "section/30"),
		Votes:        law.Note{Says: "Members of each constituency elect its governors; the council decides by the majorities of the Act.", By: act2006.At("Sch 7 paras 3, 9", "schedule/7")},
		StaffControl: law.No("More than half of the council must be elected by members other than staff.", act2006.At("Sch 7 para 9(1)", "schedule/7")),
		FixedTerm:    law.No("A member is one while eligible for the constituency, and for no term.", act2006.At("Sch 7 paras 3-6", "schedule/7")),
	}
	// Section 34, on bodies founded to become one, was omitted by s. 160 of the Act of 2012, on a
	// day of 2012 to 2013 that was not read.
	if on.Before(lastStaged) {
		p.Reserved = law.Note{
			Says: "Only an NHS trust, or until a day of 2012 to 2013 a public benefit corporation founded for it, may be authorised to become one.",
			By:   act2006.At("ss. 33-35", "section/34"),
		}
	}
	return p
}
