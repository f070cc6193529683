package society

import (
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// An OptOutLimit is what a society's preceding year may not exceed if it is to do without
// an audit, and the years of account for which it is the limit.
type OptOutLimit struct {
	Assets   law.Pence `json:"assets"`
	Turnover law.Pence `json:"turnover"`
	// BeginningFrom and EndingFrom leave out years that began or ended before a day: for one
	// that ended before, the limit is still the one before this.
	BeginningFrom law.Date `json:"beginning_from,omitzero"`
	EndingFrom    law.Date `json:"ending_from,omitzero"`
}

// String writes "£5,100,000.00 of assets and £10,200,000.00 of turnover".
func (l OptOutLimit) String() string {
	return l.Assets.String() + " of assets and " + l.Turnover.String() + " of turnover"
}

func enactedOptOutLimits() law.History[OptOutLimit] {
	limit := func(assets, turnover int64) OptOutLimit {
		return OptOutLimit{Assets: law.Pounds(assets), Turnover: law.Pounds(turnover)}
	}
	of1996, of2006 := limit(1_400_000, 350_000), limit(2_800_000, 5_600_000)
	of1996.BeginningFrom, of2006.EndingFrom = law.MustDate(start1996), law.MustDate("2006-06-06")
	of2018 := order2018.At("art 2", "article/2")
	return law.Since("society.opt_out_limits", "of assets at the end of, and of turnover in, the preceding year, at most",
		at(start1996, of1996, order1996.At("art 8(1)", "article/8")),
		at("2006-04-06", of2006, order2006.At("arts 2-3", "article/2")),
		at(start2014, limit(2_800_000, 5_600_000), act2014.At("s. 84(1)", "section/84")),
		at("2018-04-06", limit(5_100_000, 10_200_000), of2018),
		at("2025-04-06", limit(5_100_000, 10_200_000), of2018).InDoubt("Did an order raise the figures with those of small companies on 6 April 2025? None was found.", limit(7_500_000, 15_000_000)),
	)
}

// OptOutFigures puts the figures of the preceding year to the limits on a resolution passed
// on a day. It is doubtful in a first year, which has none before it; where the length of a
// year that is not one of twelve months decides, since the Act does not say which year's; and
// from 6 April 2025 where the society lies between the limits found and those of a small company.
func OptOutFigures(s *Society, f *Figures, resolved law.Date) Criterion {
	k := f.test(&optOutFigures, resolved)
	k.Path = "accounts.preceding"
	a := s.Accounts.Ptr()
	if a == nil {
		return k.lack("accounts", "")
	}
	if s.firstYear() == yes {
		return k.doubt(noPreceding())
	}
	start, ok1 := a.Start.Get()
	end, ok2 := a.End.Get()
	if !ok1 {
		k.lack("accounts.start", "")
	}
	if !ok2 {
		k.lack("accounts.end", "")
	}
	if !ok1 || !ok2 {
		return k
	}
	limits, question := f.optOutLimits(resolved, start, end)
	if len(limits) == 0 {
		return k.says(law.Breached, "There was no power to do without an audit for the year.")
	}
	k = s.withinLimits(f, k, limits, question, resolved)
	if f.northern() {
		return s.charityUnread(k, limits[0])
	}
	return k
}

// optOutLimits are the candidates for the limit on a resolution, the provisional one first.
func (f *Figures) optOutLimits(resolved, start, end law.Date) (limits []OptOutLimit, question string) {
	for {
		e, ok := f.OptOutLimits.At(resolved)
		switch {
		case !ok || start.Before(e.Value.BeginningFrom):
			return nil, ""
		case end.Before(e.Value.EndingFrom):
			resolved = e.From.AddDays(-1)
		default:
			return append([]OptOutLimit{e.Value}, e.Or...), e.Question
		}
	}
}

const lengthMeant = "Is the figure adjusted by the length of the preceding year or by that of the year itself, and how, if it is not of whole months?"

// withinLimits tries each candidate for the limits with each for their adjustment.
func (s *Society) withinLimits(f *Figures, k Criterion, limits []OptOutLimit, question string, resolved law.Date) Criterion {
	a := s.Accounts.Ptr()
	before, ok := a.Preceding.Start.Get()
	if !ok {
		return k.lack("accounts.preceding.start", "")
	}
	income, _ := f.CharityIncome.At(resolved)
	lengths := a.adjustments(before)
	first := s.under(limits[0], income, lengths[0].part)
	differ := ""
	for i, l := range limits {
		for _, by := range lengths {
			switch {
			case differ != "" || s.under(l, income, by.part).is() == first.is():
			case i == 0:
				differ = lengthMeant
			default:
				differ = question
			}
		}
	}
	s.sayLimits(&k, limits[0], first)
	if differ == "" || k.Missing != nil {
		return k
	}
	d := law.Doubt{Question: differ}
	for _, l := range limits {
		for _, by := range lengths {
			d.Readings = append(d.Readings, law.Reading{Says: l.String() + by.String(), Outcome: outcomeFrom(s.under(l, income, by.part).is())})
		}
	}
	return k.doubt(d)
}

// An adjustment is a part of a year that the limit of turnover is taken by.
type adjustment struct {
	part law.Ratio
	own  bool // by the length of the year itself
}

// String says the adjustment after the limits.
func (x adjustment) String() string {
	switch {
	case x.part == law.Per(1, 1):
		return ""
	case x.own:
		return ", of which " + x.part.String() + " by the length of the year itself"
	}
	return ", of which " + x.part.String() + " by the length of the preceding year"
}

// adjustments are by the length of the preceding year and by that of the year itself, each once.
func (a *Accounts) adjustments(before law.Date) (list []adjustment) {
	start, _ := a.Start.Get()
	end, _ := a.End.Get()
	for own, parts := range [][]law.Ratio{partsOfYear(before, start.AddDays(-1)), partsOfYear(start, end)} {
		for _, p := range parts {
			if !slices.ContainsFunc(list, func(x adjustment) bool { return x.part == p }) {
				list = append(list, adjustment{p, own == 1})
			}
		}
	}
	return list
}

// limbs are the two tests under one reading, and what the second was of.
type limbs struct {
	assets, second answer
	charity        answer
	most           law.Pence
}

func (x limbs) is() answer { return min(x.assets, x.second) }

// under puts the preceding year to one reading of the limits. Of a charity that is not said
// to be one or not, both tests must come to the same.
func (s *Society) under(l OptOutLimit, income *law.Entry[law.Pence], part law.Ratio) limbs {
	p := &s.Accounts.Ptr().Preceding
	x := limbs{assets: notOver(&p.Assets, l.Assets), charity: told(&s.Charity), most: part.Of(l.Turnover)}
	least := law.Pence(0)
	if income != nil {
		least = part.Of(income.Value)
	}
	turnover, gross := notOver(&p.Turnover, x.most), notOver(&p.GrossIncome, least)
	switch x.charity {
	case yes:
		x.second, x.most = gross, least
	case no:
		x.second = turnover
	default:
		if turnover == gross {
			x.second = turnover
		}
	}
	return x
}

// sayLimits puts the first reading into words, and says what it lacks.
func (s *Society) sayLimits(k *Criterion, l OptOutLimit, x limbs) {
	p := &s.Accounts.Ptr().Preceding
	limb := limbSays("turnover", &p.Turnover, x.most)
	if x.charity == yes {
		limb = limbSays("gross income", &p.GrossIncome, x.most)
	}
	k.says(outcomeFrom(x.is()), "The preceding year had"+limbSays("assets", &p.Assets, l.Assets)+" and"+limb+".")
	if x.is() != untold {
		return
	}
	if x.assets == untold {
		k.lack("accounts.preceding.assets", "")
	}
	if x.charity == untold && x.second == untold {
		k.lack("charity", "")
	}
	if x.charity != yes && !p.Turnover.Stated() {
		k.lack("accounts.preceding.turnover", "")
	}
	if x.charity == yes && !p.GrossIncome.Stated() {
		k.lack("accounts.preceding.gross_income", "")
	}
}

// limbSays is one test of an amount in words.
func limbSays(what string, f *law.Fact[law.Pence], limit law.Pence) string {
	if p, ok := f.Get(); ok {
		return " " + what + " of " + p.String() + ", where the limit is " + limit.String()
	}
	return " " + what + " that nobody has given"
}

// notOver reports whether an amount does not exceed a limit.
func notOver(f *law.Fact[law.Pence], limit law.Pence) answer {
	switch p, ok := f.Get(); {
	case !ok:
		return untold
	case p <= limit:
		return yes
	}
	return no
}

// partsOfYear measures a period as parts of a year in each way that it can be: by months,
// where it is of whole ones, or else by days, and by whole months with the days over.
func partsOfYear(first, last law.Date) []law.Ratio {
	y1, m1, _ := first.Civil()
	y2, m2, _ := last.Civil()
	n := max(0, (y2-y1)*12+int(m2)-int(m1)+1)
	for n > 0 && law.MonthsBeginningWith(first, n).After(last) {
		n--
	}
	days := int64(last.Sub(first)) + 1
	rest := days
	if n > 0 {
		rest = int64(last.Sub(law.MonthsBeginningWith(first, n)))
	}
	if rest == 0 {
		return []law.Ratio{law.Per(int64(n), 12)}
	}
	return []law.Ratio{law.Per(days, 365), law.Per(int64(n), 12).Add(law.Per(rest, 365))}
}
