package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func printText(w io.Writer, s *statement) error {
	p := console.New(w)
	p.Wrap("", fmt.Sprintf("%s: where the surplus of the year from %s to %s goes, declared on %s as a %s. Not legal advice.%s",
		s.Name, s.Statement.Start.Long(), s.Statement.End.Long(), s.Statement.Declared.Long(), formWords(s.Statement.Form), s.notValidated()))
	p.Heading("Where each pound goes")
	p.Table([]string{"", "amount", "of each pound"}, s.whereRows())
	p.Heading("The policy, step by step")
	var rows [][]string
	for _, x := range s.Statement.Steps {
		rows = append(rows, []string{x.Step, x.Wanted.String(), x.Paid.String()})
	}
	p.Table([]string{"step", "wanted", "made"}, rows)
	for _, line := range append(s.limits(), s.remarks()...) {
		p.Wrap("- ", line)
	}
	for _, f := range s.Findings {
		p.Wrap("- ", fmt.Sprintf("%s: %s %s", f.Code, f.Message, f.Remedy))
	}
	p.Heading("Among the members")
	for _, line := range s.sharingWords() {
		p.Wrap("", line)
	}
	p.Wrap("", "")
	p.Table([]string{"award", "members", "together"}, bandRows(s))
	p.Heading("What it rests on")
	for _, line := range s.Sources {
		p.Wrap("- ", line)
	}
	return p.Err()
}

// notValidated says in front what may not be missed.
func (s *statement) notValidated() string {
	if s.Statement.Policy.NotValidated {
		return " The policy restates a law or practice from elsewhere that nobody has checked."
	}
	return ""
}

// formWords turns a form's id into words: "co-operative society".
func formWords(id string) string {
	return strings.ReplaceAll(strings.ReplaceAll(id, "-", " "), "co operative", "co-operative")
}

func (s *statement) whereRows() [][]string {
	var rows [][]string
	var sum law.Pence
	for _, x := range s.Where {
		rows = append(rows, []string{x.To, x.Amount.String(), s.ofEachPound(x.Amount)})
		sum += x.Amount
	}
	return append(rows, []string{s.whole(), sum.String(), s.ofEachPound(sum)})
}

func bandRows(s *statement) [][]string {
	var rows [][]string
	for _, b := range s.bands() {
		rows = append(rows, []string{b.name, count(b.n), b.sum.String()})
	}
	return rows
}

// count writes a number with its thousands set off.
func count(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// whole names what is divided.
func (s *statement) whole() string {
	if s.Statement.Drawn > 0 {
		return "the result and what was drawn"
	}
	return "the result for the year"
}

// limits says which steps are made for less than is wanted because of the form.
func (s *statement) limits() (out []string) {
	for i := range s.Statement.Steps {
		x := &s.Statement.Steps[i]
		if by := limitedBy(x); by != "" {
			out = append(out, fmt.Sprintf("%s: %v of %v, limited by %s.", x.Step, x.Paid+x.Returned, x.Wanted, by))
		}
	}
	return out
}

// remarks says which steps are made for less because of the year, and what else is not kept.
func (s *statement) remarks() (out []string) {
	for i := range s.Statement.Steps {
		x := &s.Statement.Steps[i]
		if limitedBy(x) == "" && (x.Short > 0 || x.Kind == "skipped") {
			out = append(out, fmt.Sprintf("%s: %v of %v: %s.", x.Step, x.Paid+x.Returned, x.Wanted, x.Why))
		}
	}
	for _, v := range s.Statement.Provisos {
		if !v.Kept {
			out = append(out, fmt.Sprintf("%s is not kept: %v, where the limit is %v.", v.Name, v.Paid, v.Limit))
		}
	}
	return out
}

// sharingWords says how the steps were shared.
func (s *statement) sharingWords() (out []string) {
	if len(s.Shared) == 0 {
		return []string{"No step is shared among the members listed: each is paid as a whole."}
	}
	for i := range s.Shared {
		out = append(out, s.Shared[i].words(s.Members)...)
	}
	return out
}

func (s *shared) words(members int) (out []string) {
	if s.Pool == 0 && len(s.line.Limits) > 0 {
		return []string{fmt.Sprintf("The form allows no %s, so there is nothing to share among the members.", s.Step)}
	}
	how := fmt.Sprintf("%s: %v is shared among %s of %s members", s.Step, s.Pool, count(s.Sharers), count(members))
	if rate := s.rateWords(); rate != "" {
		how += ", " + rate
	}
	out = append(out, how+".")
	paid := fmt.Sprintf("%s members are paid %v in cash", count(s.Paid), s.Cash)
	if s.Deferred > 0 {
		paid += fmt.Sprintf(", %v on %s", s.Deferred, s.terms.Until.Long())
	}
	if s.InShares > 0 {
		paid += fmt.Sprintf(", %v in shares of %v", s.InShares, s.terms.Nominal)
	}
	out = append(out, paid+".")
	if s.Carried > 0 {
		out = append(out, fmt.Sprintf("%v is carried forward to members' credit.", s.Carried))
	}
	if s.Residue > 0 {
		out = append(out, fmt.Sprintf("%v goes to no member, and back to reserves.", s.Residue))
	}
	if s.Small > 0 {
		out = append(out, fmt.Sprintf("%s awards are below the minimum of %v.", count(s.Small), s.terms.Minimum))
	}
	if s.AtCap > 0 {
		out = append(out, fmt.Sprintf("%s awards are at the cap.", count(s.AtCap)))
	}
	return out
}

// sources says what the statement rests on, published or assumed.
func (s *statement) sources() []string {
	out := []string{
		fmt.Sprintf("Published: turnover %v, profit before tax %v, %s memberships.", s.Turnover, s.Statement.Result, count(int(s.Registered))),
		fmt.Sprintf("Assumed: share capital %v, so that %v of profit was brought forward; tax at %v.", s.plan.Capital, s.Opening, s.plan.Policy.Tax),
	}
	if about := &s.Statement.Policy; about.Title != "" {
		out = append(out, "Policy: "+about.Title+". Source: "+about.Source+".")
		if about.NotValidated {
			out = append(out, "Not validated: nobody has checked this policy against the law that it restates.")
		}
		for _, x := range about.Doubts {
			out = append(out, "In doubt: "+x+".")
		}
		for _, x := range about.LeavesOut {
			out = append(out, "Left out: "+x+".")
		}
	}
	for i := range s.Shared {
		for _, p := range s.Shared[i].Parts {
			if trade := law.Pence(p.Total); p.By == surplus.By(surplus.Trade) && trade > s.Turnover {
				out = append(out, fmt.Sprintf("In doubt: the members' trade, %v, is more than the turnover.", trade))
			}
		}
	}
	return out
}
