package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// papers is one paper of each kind, named and stating in English that the society is a charity.
func papers() []Paper {
	var list []Paper
	for k := NoticePaper; k <= WebsitePaper; k++ {
		list = append(list, Paper{law.Known(k), law.Known(true), law.Known(EnglishStatement), law.Known(false)})
	}
	return list
}

// displaying is a charity that shows its name, and is changing it.
func displaying() Society {
	s := applying()
	s.Charity = law.Known(true)
	s.Display = law.Known(Display{Office: law.Known(true), Elsewhere: law.Known(true), Papers: law.Known(papers())})
	s.Renaming = law.Known(Renaming{on("2026-05-01"), law.Known(true), law.Known(true), law.Known(true)})
	return s
}

func paper(k PaperKind, f func(*Paper)) change {
	return func(s *Society) {
		list := papers()
		f(&list[k-1])
		s.Display = law.Known(Display{Office: law.Known(true), Elsewhere: law.Known(true), Papers: law.Known(list)})
	}
}

func named(name string) change { return func(s *Society) { s.Name = law.Known(name) } }

func TestNaming(t *testing.T) {
	type c = lawtest.Case[Society]
	none := func(s *Society) { s.Application = law.Fact[Application]{} }
	hidden := func(s *Society) { s.Display = law.Fact[Display]{} }
	unread := func(s *Society) { s.Display = law.Known(Display{Office: law.Known(true), Elsewhere: law.Known(true)}) }
	keeps := func(s *Society) { s.Renaming = law.Fact[Renaming]{} }
	renaming := func(f func(*Renaming)) change { return func(s *Society) { f(s.Renaming.Ptr()) } }
	old := renaming(func(x *Renaming) { x.Resolved = on("2010-05-01") })
	undesirable := func(f law.Fact[bool]) change { return application(func(x *Application) { x.NameUndesirable = f }) }
	outside := func(office, elsewhere bool) change {
		return func(s *Society) {
			s.Display = law.Known(Display{Office: law.Known(office), Elsewhere: law.Known(elsewhere), Papers: law.Known([]Paper{})})
		}
	}
	nameless := func(k PaperKind) change {
		return paper(k, func(p *Paper) { p.ShowsName = law.Known(false) })
	}
	stating := func(k PaperKind, st CharityStatement, welsh law.Fact[bool]) change {
		return paper(k, func(p *Paper) { p.States, p.InWelsh = law.Known(st), welsh })
	}
	commercial := func(s *Society) { s.Charity = law.Known(false) }
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	directed := func(name string, f law.Fact[bool]) change {
		return func(s *Society) { s.Name, s.NameDispensed, s.LimitedDirected = law.Known(name), law.Known(true), f }
	}
	elusen := named("Elusen Ogwen Cyfyngedig")
	suite(naming, displaying,
		c{Name: "s. 10(1): a name that the registrar minds not", Code: NameUndesirable, Want: law.Met},
		c{Name: "s. 10(1): one it does", Code: NameUndesirable, Change: undesirable(yes), Want: law.Breached, At: "application.name_undesirable"},
		c{Name: "s. 10(1): its opinion is not known", Code: NameUndesirable, Change: undesirable(untold), Want: law.Unknown, At: "application.name_undesirable"},
		c{Name: "s. 10(1): no application", Code: NameUndesirable, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 5(1): a name that the registrar minds not", Code: NameUndesirable1965, Change: made("2010-05-01"), Want: law.Met},
		c{Name: "1965 s. 5(1): one it does", Code: NameUndesirable1965, Change: both(made("2010-05-01"), undesirable(yes)), Want: law.Breached},
		c{Name: "1965 s. 5(1): no application", Code: NameUndesirable1965, On: "2010-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 10(4): dispensed with, and nothing directed", Code: LimitedNotAdded, Change: directed("Mill Trust", no), Want: law.Met},
		c{Name: "s. 10(4): directed, and added", Code: LimitedNotAdded, Change: directed("Mill Trust Limited", yes), Want: law.Met},
		c{Name: "s. 10(4): directed, and added in Welsh", Code: LimitedNotAdded, Change: directed("Melin Cyfyngedig", yes), Want: law.Met},
		c{Name: "s. 10(4): directed, and not added", Code: LimitedNotAdded, Change: directed("Mill Trust", yes), Want: law.Breached, At: "name"},
		c{Name: "s. 10(4): whether directed is not stated", Code: LimitedNotAdded, Change: directed("Mill Trust", untold), Want: law.Unknown, At: "limited_directed"},
		c{Name: "s. 10(4): the word was never dispensed with", Code: LimitedNotAdded, Want: law.NotApplicable},
		c{Name: "1965 s. 5(5): directed, and added", Code: LimitedNotAdded1965, On: "2010-06-01", Change: directed("Mill Trust Limited", yes), Want: law.Met},
		c{Name: "1965 s. 5(5): directed, and not added", Code: LimitedNotAdded1965, On: "2010-06-01", Change: directed("Mill Trust", yes), Want: law.Breached},
		c{Name: "1965 s. 5(5): the word was never dispensed with", Code: LimitedNotAdded1965, On: "2010-06-01", Want: law.NotApplicable},

		c{Name: "guidance: a community benefit society without the word", Code: CooperativeInName, Want: law.Met},
		c{Name: "guidance: one called a co-operative", Code: CooperativeInName, Change: named("Mill Co-operative Limited"), Want: law.Breached, At: "name"},
		c{Name: "guidance: one called a coop", Code: CooperativeInName, Change: named("Mill Coop Limited"), Want: law.Breached},
		c{Name: "guidance: a co-operative society may", Code: CooperativeInName, Change: both(mutual, named("Mill Co-operative Limited")), Want: law.NotApplicable},
		c{Name: "guidance: no name stated", Code: CooperativeInName, Change: func(s *Society) { s.Name = law.Fact[string]{} }, Want: law.NotApplicable},

		c{Name: "s. 13: a general meeting, notice, and approval", Code: NameNotChanged, Want: law.Met},
		c{Name: "s. 13(1)(a): by the committee", Code: NameNotChanged, Change: renaming(func(x *Renaming) { x.AtGeneralMeeting = no }), Want: law.Breached, At: "renaming.at_general_meeting"},
		c{Name: "s. 13(2): without the notice", Code: NameNotChanged, Change: renaming(func(x *Renaming) { x.Noticed = no }), Want: law.Breached, At: "renaming.noticed"},
		c{Name: "s. 13(1)(b): without approval", Code: NameNotChanged, Change: renaming(func(x *Renaming) { x.Approved = no }), Want: law.Breached, At: "renaming.approved"},
		c{Name: "s. 13(1)(b): approval not stated", Code: NameNotChanged, Change: renaming(func(x *Renaming) { x.Approved = untold }), Want: law.Unknown, At: "renaming.approved"},
		c{Name: "s. 13: no change", Code: NameNotChanged, Change: keeps, Want: law.NotApplicable},
		c{Name: "1965 s. 5(3): a general meeting, notice, and approval", Code: NameNotChanged1965, Change: old, Want: law.Met},
		c{Name: "1965 s. 5(3)(b): without approval", Code: NameNotChanged1965, Change: both(old, renaming(func(x *Renaming) { x.Approved = no })), Want: law.Breached},
		c{Name: "1965 s. 5(3): no change", Code: NameNotChanged1965, On: "2010-06-01", Change: keeps, Want: law.NotApplicable},

		c{Name: "s. 11(1): outside the office and every shop", Code: NameNotOutside, Want: law.Met},
		c{Name: "s. 11(1)(a): not outside the office", Code: NameNotOutside, Change: outside(false, true), Want: law.Breached, At: "display.outside_office"},
		c{Name: "s. 11(1)(b): not outside every shop", Code: NameNotOutside, Change: outside(true, false), Want: law.Breached, At: "display.outside_other_places"},
		c{Name: "s. 11(1): nobody has looked", Code: NameNotOutside, Change: hidden, Want: law.NotApplicable},
		c{Name: "1965 s. 5(6): outside the office and every shop", Code: NameNotOutside1965, On: "2010-06-01", Want: law.Met},
		c{Name: "1965 s. 5(6): not outside the office", Code: NameNotOutside1965, On: "2010-06-01", Change: outside(false, true), Want: law.Breached},
		c{Name: "1965 s. 5(6): nobody has looked", Code: NameNotOutside1965, On: "2010-06-01", Change: hidden, Want: law.NotApplicable},

		c{Name: "s. 11(2): on everything", Code: NameNotOnDocuments, Want: law.Met},
		c{Name: "s. 11(2)(e): a website without the name", Code: NameNotOnDocuments, Change: nameless(WebsitePaper), Want: law.Breached, At: "display.papers[6].shows_name"},
		c{Name: "s. 11(2)(d): other business documentation", Code: NameNotOnDocuments, Change: nameless(OtherPaper), Want: law.Breached},
		c{Name: "s. 11(2): a conveyance is not among them", Code: NameNotOnDocuments, Change: nameless(ConveyancePaper), Want: law.Met},
		c{
			Name: "s. 11(2): whether it is there is not stated", Code: NameNotOnDocuments,
			Change: paper(NoticePaper, func(p *Paper) { p.ShowsName = untold }), Want: law.Unknown, At: "display.papers[0].shows_name",
		},
		c{
			Name: "s. 11(2): of what kind a paper is not stated", Code: NameNotOnDocuments,
			Change: paper(NoticePaper, func(p *Paper) { p.Kind = law.Fact[PaperKind]{} }), Want: law.Unknown, At: "display.papers[0].kind",
		},
		c{Name: "s. 11(2): nobody has read the papers", Code: NameNotOnDocuments, Change: unread, Want: law.NotApplicable},
		c{Name: "1965 s. 5(6): on everything", Code: NameNotOnDocuments1965, On: "2010-06-01", Want: law.Met},
		c{Name: "1965 s. 5(6)(b): a business letter without it", Code: NameNotOnDocuments1965, On: "2010-06-01", Change: nameless(LetterPaper), Want: law.Breached},
		c{Name: "1965 s. 5(6): a website is not among them", Code: NameNotOnDocuments1965, On: "2014-07-31", Change: nameless(WebsitePaper), Want: law.Met},
		c{Name: "1965 s. 5(6): nobody has read the papers", Code: NameNotOnDocuments1965, On: "2010-06-01", Change: unread, Want: law.NotApplicable},

		c{Name: "s. 12(1): stated on everything", Code: CharityNotStated, Want: law.Met},
		c{Name: "s. 12(1)(f): not on the website", Code: CharityNotStated, Change: stating(WebsitePaper, NoStatement, no), Want: law.Breached, At: "display.papers[6].charity_statement"},
		c{Name: "s. 12(1)(d): not on a conveyance", Code: CharityNotStated, Change: stating(ConveyancePaper, NoStatement, no), Want: law.Breached},
		c{Name: "s. 12(3): in Welsh, on what is wholly in Welsh", Code: CharityNotStated, Change: stating(NoticePaper, WelshStatement, yes), Want: law.Met},
		c{Name: "s. 12(3): in Welsh, on what is in English", Code: CharityNotStated, Change: stating(NoticePaper, WelshStatement, no), Want: law.Breached},
		c{Name: "s. 12(3): in Welsh, and the rest not read", Code: CharityNotStated, Change: stating(NoticePaper, WelshStatement, untold), Want: law.Unknown, At: "display.papers[0].in_welsh"},
		c{Name: "s. 12(2): elusen in the name, and the document in Welsh", Code: CharityNotStated, Change: both(elusen, stating(NoticePaper, NoStatement, yes)), Want: law.Met},
		c{Name: "s. 12(2): elusen in the name, and the document in English", Code: CharityNotStated, Change: both(elusen, stating(NoticePaper, NoStatement, no)), Want: law.Breached},
		c{Name: "s. 12(2): the document in Welsh, and no such word in the name", Code: CharityNotStated, Change: stating(NoticePaper, NoStatement, yes), Want: law.Breached},
		c{
			Name: "s. 12(1): whether it is stated is not stated", Code: CharityNotStated,
			Change: paper(NoticePaper, func(p *Paper) { p.States = law.Fact[CharityStatement]{} }), Want: law.Unknown, At: "display.papers[0].charity_statement",
		},
		c{Name: "s. 12(1): charitable in the name", Code: CharityNotStated, Change: named("The Charitable Society Limited"), Want: law.NotApplicable},
		c{Name: "s. 12(1): no charity", Code: CharityNotStated, Change: commercial, Want: law.NotApplicable},
		c{Name: "s. 12(1): whether it is one is not stated", Code: CharityNotStated, Change: func(s *Society) { s.Charity = untold }, Want: law.Unknown, At: "charity"},
		c{Name: "s. 12(1): nobody has read the papers", Code: CharityNotStated, Change: unread, Want: law.NotApplicable},
		c{Name: "1965 s. 5A: stated on everything", Code: CharityNotStated2003, On: "2010-06-01", Want: law.Met},
		c{Name: "1965 s. 5A: the day it came into force", Code: CharityNotStated2003, On: "2004-04-01", Want: law.Met},
		c{Name: "1965 s. 5A: the day before", Code: CharityNotStated2003, On: "2004-03-31", Want: law.NotInForce},
		c{Name: "1965 s. 5A(1)(e): not on a conveyance", Code: CharityNotStated2003, On: "2010-06-01", Change: stating(ConveyancePaper, NoStatement, no), Want: law.Breached},
		c{Name: "1965 s. 5A: a website is not among them", Code: CharityNotStated2003, On: "2014-07-31", Change: stating(WebsitePaper, NoStatement, no), Want: law.Met},
		c{Name: "1965 s. 5A: no charity", Code: CharityNotStated2003, On: "2010-06-01", Change: commercial, Want: law.NotApplicable},
	).Run(t)
}

func TestIncludesWord(t *testing.T) {
	for name, want := range map[string]bool{
		"The Company Shop Limited": true, "company": true, "In-company": false, "Companywide": false, "": false,
		"Y Gŵyl, Company!": true, "\xff\xfeCompany\xff": true,
	} {
		assert.Equal(t, want, includesWord(name, "company"), "%q", name)
	}
}
