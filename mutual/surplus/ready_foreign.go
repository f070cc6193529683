package surplus

import "github.com/rochdale-go/rochdale/legalform/law"

// The foreign laws that these policies restate. None is validated: their weight is
// practice, never statute, and a form of the United Kingdom keeps its own limits.
var (
	ley1999   = law.Instrument{Title: "Ley 27/1999 de Cooperativas (Spain)", URL: "https://www.boe.es/buscar/act.php?id=BOE-A-1999-15681"}
	ley2019   = law.Instrument{Title: "Ley 11/2019 de Cooperativas de Euskadi (Basque Country)", URL: "https://www.boe.es/buscar/act.php?id=BOE-A-2020-615"}
	accounts  = law.Instrument{Title: "Secondary accounts of Mondragon's practice (2011, 2015)"}
	codice    = law.Instrument{Title: "Codice civile (Italy)"}
	legge1992 = law.Instrument{Title: "Legge 59/1992 (Italy)"}
	loi1978   = law.Instrument{Title: "Loi 78-763 du 19 juillet 1978 portant statut des SCOP (France), first version"}
	c672      = law.Instrument{Title: "Cooperatives Act, CQLR c. C-67.2 (Québec)", URL: "https://www.legisquebec.gouv.qc.ca/en/document/cs/C-67.2"}
	usc26     = law.Instrument{Title: "26 U.S.C. (United States)"}
	cfr26     = law.Instrument{Title: "26 CFR (United States)"}
	pioneers  = law.Instrument{Title: "Laws of the Rochdale Society of Equitable Pioneers, as later amended"}
	nyCoop    = law.Instrument{Title: "New York Cooperative Corporations Law (United States)"}
)

// ours says what every foreign policy takes from here and not from its own law.
const ours = "tax is reckoned by this package's rule, and not by the foreign law's"

// foreign marks a step as called for by a foreign law.
func foreign(s Step, p law.Provision) Step { return under(s, law.Practice, p) }

// SpanishInterestCap is the most interest on contributions by Spanish national and Basque
// law: six points above the legal rate of interest, which the year states as
// "legal-interest". Not validated.
func SpanishInterestCap() Measure {
	return Measure{Share: law.Percent(6), Above: "legal-interest", Of: OfCapital}
}

func spain() Policy {
	first, second := ley1999.At("art. 58.1", ""), ley1999.At("art. 58.2", "")
	return Policy{
		About: About{
			ID: "spain", Title: "Spain (national): mandatory reserve and education fund before tax, and half of the other profit",
			Source: "Ley 27/1999 art. 58; where a regional law applies, this one does not", NotValidated: true,
			LeavesOut: []string{
				"interest on contributions, a cost by art. 57.2(b), which the result here is stated after; its cap is SpanishInterestCap",
				"the option of one pool (art. 57.4)", "voluntary reserves", "losses put to funds or members (art. 59)", ours,
			},
			Doubts: []string{"which part of the result earlier losses come off first: here, the members'"},
		},
		Steps: []Step{
			foreign(makeGoodLosses(), first),
			must(foreign(percentOf(indivisible("mandatory reserve", "mandatory-reserve"), 20, OfMembersResult), first)),
			must(foreign(percentOf(community("education fund", EducationFund), 5, OfMembersResult), first)),
			must(foreign(percentOf(indivisible("mandatory reserve from other profit", "mandatory-reserve"), 50, OfOutsideResult), second)),
			foreign(allOf(labour("returns", Trade), OfWhatIsLeft), ley1999.At("art. 58.4", "")),
		},
	}
}

func basque() Policy {
	least, halved := ley2019.At("art. 70.2(a)", ""), ley2019.At("art. 70.3", "")
	small := func(below bool) *Condition {
		c := &Condition{Is: Measure{Share: whole, Of: OfFund, Named: []string{"mandatory-reserve"}}}
		half := &Measure{Share: law.Percent(50), Of: OfCapital}
		if c.AtLeast = half; below {
			c.Below, c.AtLeast = half, nil
		}
		return c
	}
	fund := community("public interest", EducationFund)
	fund.While = small(false)
	half := community("public interest, halved", EducationFund)
	half.While = small(true)
	more := indivisible("mandatory reserve in its place", "mandatory-reserve")
	more.While = small(true)
	return Policy{
		About: About{
			ID: "basque", Title: "Basque Country: thirty per cent after losses and tax to the reserve and to public interest",
			Source: "Ley 11/2019 art. 70, as it stood when Ley 7/2024 had amended the Act", NotValidated: true,
			LeavesOut: []string{
				"interest on contributions, capped as by SpanishInterestCap", "voluntary reserves and the share of employees who are no members",
				"losses put to funds or members (art. 73)", "the emergency use of the contribution (art. 72.6)", ours,
			},
			Doubts: []string{
				"the day on which the Act came into force", "that relief halves the contribution and not the thirty per cent in all is a reading of art. 70.3",
			},
		},
		Steps: []Step{
			foreign(makeGoodLosses(), ley2019.At("art. 70.1", "")),
			must(foreign(percentOf(fund, 10, OfLeftAfter, "losses"), least)),
			must(foreign(percentOf(half, 5, OfLeftAfter, "losses"), halved)),
			must(foreign(percentOf(more, 5, OfLeftAfter, "losses"), halved)),
			must(foreign(percentOf(indivisible("mandatory reserve", "mandatory-reserve"), 20, OfLeftAfter, "losses"), least)),
			foreign(allOf(labour("returns", Hours), OfWhatIsLeft), ley2019.At("art. 70.4", "")),
		},
	}
}

func mondragon() Policy {
	practice := accounts.At("on the use of surpluses", "")
	return Policy{
		About: About{
			ID: "mondragon", Title: "Mondragon's practice: interest on accounts, then 45 to the collective, 10 to society, 45 to members' accounts",
			Source: "what secondary accounts of 2011 and 2015 tell; practice, and no law", NotValidated: true,
			LeavesOut: []string{"that members' parts are credited to accounts, locked until they leave", "entry fees", "pay ratios", ours},
			Doubts:    []string{"interest of seven per cent is told as about that much", "older rules told: at least 10 social, at least 20 reserve, at most 70 to accounts"},
		},
		Steps: []Step{
			foreign(percentOf(interest("interest on accounts"), 7, OfCapital), practice),
			foreign(makeGoodLosses(), practice),
			foreign(percentOf(indivisible("collective reserve", "collective"), 45, OfLeftAfter, "losses"), practice),
			foreign(percentOf(community("social fund", CommunityFund), 10, OfLeftAfter, "losses"), practice),
			foreign(percentOf(labour("members' accounts", Pay), 45, OfLeftAfter, "losses"), practice),
		},
	}
}

func italy() Policy {
	capped := Step{Name: "dividend", To: Investors, By: Capital, Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}}
	capped.Share, capped.Above, capped.Of = law.Per(25, 1000), "postal-bond", OfCapital
	return Policy{
		About: About{
			ID: "italy", Title: "Italy, mainly mutual: thirty per cent to the legal reserve, three to the mutual fund, capped dividend",
			Source: "Codice civile arts 2545-quater and 2514, Legge 59/1992 art. 11(4), since 1 January 2004", NotValidated: true,
			LeavesOut: []string{
				"refunds to members by trade (ristorni)", "instruments held by members, capped two points higher",
				"the bar on dividends while net assets are a quarter of debts or less (art. 2545-quinquies)", ours,
			},
			Doubts: []string{"whether earlier losses come before the thirty per cent: here, after it"},
		},
		Steps: []Step{
			must(foreign(percentOf(indivisible("legal reserve", "legal-reserve"), 30, OfNetResult), codice.At("art. 2545-quater(1)", ""))),
			must(foreign(percentOf(community("mutual fund", MovementFund), 3, OfNetResult), legge1992.At("art. 11(4)", ""))),
			foreign(makeGoodLosses(), codice.At("art. 2545-quater", "")),
			foreign(capped, codice.At("art. 2514(1)(a)", "")),
			foreign(allOf(indivisible("kept", "legal-reserve"), OfWhatIsLeft), codice.At("art. 2514(1)(c)", "")),
		},
	}
}

func franceSCOP() Policy {
	legal := indivisible("legal reserve", "legal-reserve")
	legal.Until = &Measure{Share: whole, Of: OfHighestCapital}
	workers := Step{Name: "workers", To: Staff, By: Pay, Kinds: []law.PaymentKind{law.StaffBonus, law.Patronage}}
	shares := Step{Name: "interest on shares", To: Investors, By: Capital, Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}}
	shares.Caps = []Measure{
		{Share: whole, Of: OfPaidBy, Named: []string{"workers"}},
		{Share: whole, Of: OfPaidBy, Named: []string{"legal reserve", "development fund"}},
		{Share: law.Per(1, 3), Of: OfLeftAfter, Named: []string{"losses"}},
	}
	return Policy{
		About: About{
			ID: "france-scop", Title: "France, SCOP: fifteen per cent to the legal reserve until it equals the highest capital, a quarter to workers",
			Source: "Loi 78-763 art. 33 in its first version", NotValidated: true,
			LeavesOut: []string{
				"which employees share (three months' presence or six of service)", "the cap on the rate of interest", "the rules on participation and its reserve", ours,
			},
			Doubts: []string{
				"the present wording of arts 33 and 50", "the law fixes no least part for the development fund: thirty-five per cent and the rest are an example",
				"the limits of interest by the reserves and by a third are from memory", "that surplus is after earlier losses is from memory (art. 32)",
				"that the duty stops at the very amount, in mid-year, is a reading",
			},
		},
		Steps: []Step{
			foreign(makeGoodLosses(), loi1978.At("art. 32", "")),
			must(foreign(percentOf(legal, 15, OfLeftAfter, "losses"), loi1978.At("art. 33(1)", ""))),
			foreign(percentOf(indivisible("development fund", "development"), 35, OfLeftAfter, "losses"), loi1978.At("art. 33(2)", "")),
			must(foreign(percentOf(workers, 25, OfLeftAfter, "losses"), loi1978.At("art. 33(3)", ""))),
			foreign(percentOf(shares, 25, OfLeftAfter, "losses"), loi1978.At("art. 33(4)", "")),
			foreign(allOf(indivisible("rest to the development fund", "development"), OfWhatIsLeft), loi1978.At("art. 33(2)", "")),
		},
	}
}

func quebec() Policy {
	s146 := c672.At("s. 146", "")
	more := indivisible("further reserve", "reserve")
	more.While = &Condition{Is: Measure{Share: whole, Of: OfEquity}, Below: &Measure{Share: law.Percent(40), Of: OfDebts}}
	return Policy{
		About: About{
			ID: "quebec", Title: "Québec: a tenth to the reserve, another while equity is below forty per cent of debts, the rest as rebates",
			Source: "Cooperatives Act ss. 143 and 146, since the amendment of 2003", NotValidated: true,
			LeavesOut: []string{
				"interest on preferred shares, which the result here is stated after", "rebates paid in shares, which may stand for the further tenth",
				"the rule before 2003: a fifth while equity is below thirty per cent", ours,
			},
			Doubts: []string{"the day on which the amendment of 2003 began", "whether the Bill of 2025 has come into force"},
		},
		Steps: []Step{
			foreign(makeGoodLosses(), s146),
			must(foreign(percentOf(indivisible("reserve", "reserve"), 10, OfLeftAfter, "losses"), s146)),
			must(foreign(percentOf(more, 10, OfLeftAfter, "losses"), s146)),
			foreign(allOf(patronage("rebates"), OfWhatIsLeft), c672.At("s. 143", "")),
		},
	}
}

func subchapterT() Policy {
	by := usc26.At("s. 1388(a)", "")
	capital := Step{Name: "dividend on capital", To: Investors, By: Capital, Kinds: []law.PaymentKind{law.ShareInterest, law.Dividend}}
	return Policy{
		About: About{
			ID: "us-subchapter-t", Title: "United States, subchapter T: patronage dividend in money and written notices, the rest kept",
			Source: "26 U.S.C. ss. 1382 and 1388, 26 CFR 1.1388-1", NotValidated: true,
			LeavesOut: []string{
				"that written notices stay in the business as members' capital: here they are paid", "consent of patrons, and redemption for ninety days",
				"payment within eight and a half months (s. 1382(d))", "earnings that are not on patrons' business", ours,
			},
			Doubts: []string{"a fifth in money is a test of each dividend's notices, and no part of profit: not keeping it is not unlawful"},
		},
		Steps: []Step{
			foreign(percentOf(capital, 5, OfCapital), cfr26.At("s. 1.1388-1(a)", "")),
			foreign(percentOf(patronage("patronage dividend in money"), 18, OfLeftAfter, "dividend on capital"), by),
			foreign(percentOf(patronage("patronage dividend in notices"), 72, OfLeftAfter, "dividend on capital"), by),
			foreign(makeGoodLosses(), by),
			foreign(allOf(reserve("kept"), OfWhatIsLeft), by),
		},
		Provisos: []Proviso{{
			Name: "a fifth in money", Steps: []string{"patronage dividend in money"}, Rule: Rule{usc26.At("s. 1388(c)(1)", ""), law.Practice},
			AtLeast: &Measure{Share: law.Percent(20), Of: OfPaidBy, Named: []string{"patronage dividend in money", "patronage dividend in notices"}},
		}},
	}
}

func internalAccounts() Policy {
	s93 := nyCoop.At("s. 93", "")
	return Policy{
		About: About{
			ID: "us-internal-accounts", Title: "United States, internal capital accounts: a collective account, and members' accounts by hours",
			Source: "New York Cooperative Corporations Law s. 93, Connecticut General Statutes s. 33-418n", NotValidated: true,
			LeavesOut: []string{"that what members are credited with stays in their accounts: here it is paid", ours},
			Doubts:    []string{"the parts are an example: the statutes fix none"},
		},
		Steps: []Step{
			foreign(makeGoodLosses(), s93),
			foreign(percentOf(indivisible("collective account", "collective"), 30, OfLeftAfter, "losses"), s93),
			foreign(allOf(labour("members' accounts", Hours), OfWhatIsLeft), s93),
		},
	}
}

func rochdale() Policy {
	laws := pioneers.At("on the division of profits", "")
	education := percentOf(community("education", EducationFund), 0, OfLeftAfter, "losses")
	education.Share = law.Per(25, 1000)
	return Policy{
		About: About{
			ID: "rochdale", Title: "Rochdale: limited interest, two and a half per cent to education, the rest as dividend on purchases",
			Source: "histories of the Pioneers of 1844", NotValidated: true,
			LeavesOut: []string{"depreciation and additions to shares", ours},
			Doubts:    []string{"both figures are from memory, and came with later amendments, not in 1844"},
		},
		Steps: []Step{
			foreign(percentOf(interest("interest"), 5, OfCapital), laws),
			foreign(makeGoodLosses(), laws),
			foreign(education, laws),
			foreign(allOf(patronage("dividend"), OfWhatIsLeft), laws),
		},
	}
}
