package society

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// AuditNeeded says what the accounts of the society's year need as the law stands on a
// date, which for a year that is over is its last day. A resolution that is valid and stands
// leaves a report or nothing; otherwise lay persons may audit the accounts of a small society,
// and only qualified auditors any other's. What the society's own rules demand is beside it.
func AuditNeeded(s *Society, f *Figures, on law.Date) AuditDuty {
	a := s.Accounts.Ptr()
	if a == nil {
		return AuditDuty{Missing: []law.Missing{{Path: "accounts"}}}
	}
	q := inquiry{society: s, figures: f, on: on, small: SmallSociety(s, f, on)}
	q.putOptOut()
	q.gather()
	d := AuditDuty{Rules: a.RulesDemand, Act: q.level()}
	d.Missing = q.missing
	d.Tests = append(append(d.Tests, q.optOut...), q.report...)
	if q.sized {
		d.Tests = append(d.Tests, q.small)
	}
	if d.Missing != nil {
		d.Act = 0
		return d
	}
	d.vary(&q)
	return d
}

// An AuditDuty is what the accounts of a year need, and why.
type AuditDuty struct {
	// Act is the least that the Act asks for, provisional where there is a Doubt; 0 where a
	// fact is missing.
	Act AuditLevel `json:"act,omitzero"`
	// Rules is the least that the society's own rules demand, where that is stated.
	Rules law.Fact[AuditLevel] `json:"rules,omitzero"`
	// Tests are what was tried, in the order of the Act, each with its arithmetic.
	Tests   []Criterion   `json:"tests,omitempty"`
	Missing []law.Missing `json:"missing,omitempty"`
	// Doubt is set where the readings of the law differ, and Readings are what each of them
	// would ask for, 0 where it needs a fact that is missing.
	Doubt    *law.Doubt   `json:"doubt,omitempty"`
	Readings []AuditLevel `json:"readings,omitempty"`
}

// Known reports whether there is an answer, provisional or not.
func (d *AuditDuty) Known() bool { return d.Act != 0 }

// Certain reports whether there is an answer that rests on no doubt.
func (d *AuditDuty) Certain() bool { return d.Known() && d.Doubt == nil }

// Level returns what is to be done in all, and whether the Act or the rules demand it.
func (d *AuditDuty) Level() (AuditLevel, law.Weight) {
	if rules, ok := d.Rules.Get(); ok && d.Known() && rules > d.Act {
		return rules, law.OwnRules
	}
	return d.Act, law.Statute
}

// String writes what is needed and then each test on a line of its own.
func (d *AuditDuty) String() string {
	var b strings.Builder
	level, weight := d.Level()
	switch {
	case !d.Known():
		b.WriteString("not known: a fact is missing\n")
	case d.Doubt != nil:
		fmt.Fprintf(&b, "provisionally %v\n", level)
	default:
		fmt.Fprintf(&b, "%v, by %v\n", level, weight)
	}
	for i := range d.Tests {
		t := &d.Tests[i]
		fmt.Fprintf(&b, "%s: %v. %s\n", t.Provision.Pinpoint, t.Outcome, t.Says)
	}
	return b.String()
}

// inquiry is the order in which the Act decides on the audit of a year.
type inquiry struct {
	society *Society
	figures *Figures
	on      law.Date
	// resolution says whether one was passed; optOut are the tests it must meet.
	resolution     answer
	optOut, report []Criterion
	// small is whether the society is small, and sized whether that was asked.
	small   Criterion
	sized   bool
	missing []law.Missing
	// doubts are those on which a test depends, and picks the reading of each that is followed.
	doubts []*law.Doubt
	picks  []int
}

// putOptOut puts a resolution to its tests.
func (q *inquiry) putOptOut() {
	a := q.society.Accounts.Ptr()
	q.resolution = told(&a.Disapplied)
	if _, power := q.figures.OptOutLimits.At(q.on); !power {
		q.resolution = no
	}
	x := a.OptOut.Ptr()
	if x == nil {
		if q.resolution == yes {
			q.lack(law.Missing{Path: "accounts.opt_out"})
		}
		return
	}
	q.resolution = yes
	day, ok := x.Resolved.Get()
	if !ok {
		q.lack(law.Missing{Path: "accounts.opt_out.resolved"})
		return
	}
	vote := q.figures.test(&optOutVoted, day)
	if votes, ok := x.Votes.Get(); ok {
		vote = OptOutVote(q.figures, votes, day)
	} else {
		vote.lack("accounts.opt_out.votes", "")
	}
	q.optOut = []Criterion{
		OptOutFigures(q.society, q.figures, day), vote, q.figures.optOutOpen(q.society, day), q.figures.optOutStands(q.society, day),
	}
}

// gather lists the doubts, each question once.
func (q *inquiry) gather() {
	for _, k := range append(slices.Clone(q.optOut), q.small) {
		if k.Doubt != nil && q.pick(k.Doubt) < 0 {
			q.doubts, q.picks = append(q.doubts, k.Doubt), append(q.picks, 0)
		}
	}
}

// pick is the place of a doubt among those, or less than nought.
func (q *inquiry) pick(d *law.Doubt) int {
	return slices.IndexFunc(q.doubts, func(x *law.Doubt) bool { return x.Question == d.Question })
}

// next goes on to the next choice of readings, and reports whether there is one.
func (q *inquiry) next() bool {
	for i := len(q.picks) - 1; i >= 0; i-- {
		if q.picks[i]++; q.picks[i] < len(q.doubts[i].Readings) {
			return true
		}
		q.picks[i] = 0
	}
	return false
}

// vary finds what each choice of readings asks for. Doubts that change nothing are none.
func (d *AuditDuty) vary(q *inquiry) {
	var levels []AuditLevel
	all := &law.Doubt{}
	for i, x := range q.doubts {
		if i > 0 {
			all.Question += " "
		}
		all.Question += x.Question
	}
	for more := true; more; more = q.next() {
		var r law.Reading
		for i, x := range q.doubts {
			if i > 0 {
				r.Says += "; "
			}
			r.Says += x.Readings[q.picks[i]].Says
		}
		all.Readings, levels = append(all.Readings, r), append(levels, q.level())
	}
	if slices.ContainsFunc(levels, func(l AuditLevel) bool { return l != d.Act }) {
		d.Doubt, d.Readings = all, levels
	}
}

func (q *inquiry) lack(ms ...law.Missing) {
	for _, m := range ms {
		if !slices.ContainsFunc(q.missing, func(x law.Missing) bool { return x.Path == m.Path }) {
			q.missing = append(q.missing, m)
		}
	}
}

// level is what the readings followed ask for.
func (q *inquiry) level() AuditLevel {
	least := FullAudit
	switch q.isOut() {
	case untold:
		return 0
	case yes:
		over := q.overReport()
		if over == untold {
			return 0
		}
		least = NoAudit
		if over == yes {
			least = ReportOnly
		}
	default:
		q.sized = true
		is := q.holds(&q.small)
		if is == untold {
			q.lack(q.small.Missing...)
			return 0
		}
		if is == yes {
			least = LayAudit
		}
	}
	return q.orDirected(least)
}

// isOut says whether a resolution does away with the audit: it fails by one test, whatever
// is missing for the others.
func (q *inquiry) isOut() answer {
	if q.resolution == untold {
		q.lack(law.Missing{Path: "accounts.disapplied", Question: "Was a resolution passed to disapply the duty to appoint auditors for the year?"})
	}
	all := q.resolution
	for i := range q.optOut {
		all = min(all, q.holds(&q.optOut[i]))
	}
	for i := range q.optOut {
		if all == untold {
			q.lack(q.optOut[i].Missing...)
		}
	}
	if all == yes && q.optOut == nil {
		return untold
	}
	return all
}

// overReport says whether the turnover of the preceding year calls for a report. A society
// in its first year had none.
func (q *inquiry) overReport() answer {
	p := &q.society.Accounts.Ptr().Preceding
	limit, ok := q.figures.ReportTurnover.At(q.on)
	if !ok && q.figures.northern() {
		q.lack(law.Missing{Path: "figures.society.report_turnover_ni", Question: askReport43A})
		return untold
	}
	if !ok || q.society.firstYear() == yes {
		return no
	}
	over := -notOver(&p.Turnover, limit.Value)
	if over == untold {
		q.lack(law.Missing{Path: "accounts.preceding.turnover"})
		return over
	}
	k := q.figures.test(&reporterNeeded, q.on)
	q.report = []Criterion{k.says(outcomeFrom(over), fmt.Sprintf("The turnover of the preceding year was %v; a report is needed above %v.", p.Turnover, limit.Value))}
	return over
}

func (q *inquiry) orDirected(least AuditLevel) AuditLevel {
	if least == FullAudit {
		return least
	}
	switch told(&q.society.Accounts.Ptr().Directed) {
	case no:
		return least
	case yes:
		return FullAudit
	default:
		q.lack(law.Missing{Path: "accounts.audit_directed", Question: "Has the registrar directed an audit of the year by qualified auditors?"})
		return 0
	}
}

// holds is what a test comes to under the reading followed.
func (q *inquiry) holds(k *Criterion) answer {
	if k.Doubt == nil {
		return answerFrom(k.Outcome)
	}
	return answerFrom(k.Doubt.Readings[q.picks[q.pick(k.Doubt)]].Outcome)
}

// SmallSociety puts the preceding year to the limits within which lay persons may audit the
// accounts: receipts and payments, members and assets, all three. It is doubtful in a first
// year, which has none before it.
func SmallSociety(s *Society, f *Figures, on law.Date) Criterion {
	k := f.test(&smallSociety, on)
	k.Path = "accounts.preceding"
	l, ok := f.SmallSociety.At(on)
	switch {
	case s.Accounts.Ptr() == nil:
		return k.lack("accounts", "")
	case !ok:
		return k.lack("figures.society.small_society", "What was the figure on "+on.Long()+"? The history holds none.")
	case s.firstYear() == yes:
		return k.doubt(noPreceding())
	}
	p := &s.Accounts.Ptr().Preceding
	members := untold
	if n, ok := p.Members.Get(); ok {
		members = yes
		if n > l.Value.Members {
			members = no
		}
	}
	turned, assets := notOver(&p.ReceiptsAndPayments, l.Value.ReceiptsAndPayments), notOver(&p.Assets, l.Value.Assets)
	k.says(outcomeFrom(min(turned, members, assets)), fmt.Sprintf("The preceding year had receipts and payments of %v, %v members and assets of %v; a small society's are at most %v.",
		p.ReceiptsAndPayments, p.Members, p.Assets, l.Value))
	if k.Outcome != law.Unknown {
		return k
	}
	for _, x := range []struct {
		is   answer
		path string
	}{{turned, "receipts_and_payments"}, {members, "members"}, {assets, "assets"}} {
		if x.is == untold {
			k.lack("accounts.preceding."+x.path, "")
		}
	}
	return k
}

// noPreceding is the doubt about a first year.
func noPreceding() law.Doubt {
	return law.Doubt{
		Question: "In the first year of account there is no preceding year: can what the Act asks of one be met?",
		Readings: []law.Reading{{Says: "no", Outcome: law.Breached}, {Says: "yes, since nothing exceeded the figures", Outcome: law.Met}},
	}
}
