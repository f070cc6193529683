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
	p.Wrap("", fmt.Sprintf("%s: where the surplus of the year from %s to %s goes, declared on %s as a %s. Not legal advice.",
		s.Name, s.Start.Long(), s.End.Long(), s.Declared.Long(), formWords(s.Form)))
	p.Heading("Where each pound goes")
	p.Table([]string{"", "amount", "of each pound"}, s.whereRows())
	p.Heading("The policy, step by step")
	var rows [][]string
	for _, x := range s.Steps {
		rows = append(rows, []string{x.Name, x.Wanted.String(), x.Paid.String()})
	}
	p.Table([]string{"step", "wanted", "made"}, rows)
	for _, x := range s.Steps {
		if x.Why != "" {
			p.Wrap("- ", fmt.Sprintf("%s: %v of %v, limited by %s.", x.Name, x.Paid, x.Wanted, x.Why))
		}
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
	for _, line := range s.sources() {
		p.Wrap("- ", line)
	}
	return p.Err()
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
	return append(rows, []string{"the result for the year", sum.String(), s.ofEachPound(sum)})
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

// sharingWords says how the pool was shared.
func (s *statement) sharingWords() (out []string) {
	x := &s.Sharing
	if s.Refused {
		return []string{fmt.Sprintf("The form allows no %s, so there is nothing to share among the members.", s.plan.Pool)}
	}
	how := fmt.Sprintf("%v is shared among %s of %s members", x.Pool, count(x.Sharers), count(s.Members))
	if rate := s.rateWords(); rate != "" {
		how += ", " + rate
	}
	out = append(out, how+".")
	paid := fmt.Sprintf("%s members are paid %v in cash", count(x.Paid), x.Cash)
	if x.Deferred > 0 {
		paid += fmt.Sprintf(", %v on %s", x.Deferred, s.plan.Terms.Until.Long())
	}
	if x.InShares > 0 {
		paid += fmt.Sprintf(", %v in shares of %v", x.InShares, s.plan.Terms.Nominal)
	}
	out = append(out, paid+".")
	if x.Carried > 0 {
		out = append(out, fmt.Sprintf("%v is carried forward to members' credit.", x.Carried))
	}
	if x.Residue > 0 {
		out = append(out, fmt.Sprintf("%v goes to no member, and to reserves.", x.Residue))
	}
	if x.Small > 0 {
		out = append(out, fmt.Sprintf("%s awards are below the minimum of %v.", count(x.Small), s.plan.Terms.Minimum))
	}
	if x.AtCap > 0 {
		out = append(out, fmt.Sprintf("%s awards are at the cap.", count(x.AtCap)))
	}
	return out
}

// sources says what the statement rests on, published or assumed.
func (s *statement) sources() []string {
	out := []string{
		fmt.Sprintf("Published: turnover %v, profit before tax %v, %s memberships.", s.Turnover, s.Result, count(int(s.Registered))),
		fmt.Sprintf("Assumed: share capital %v, so that %v of profit was brought forward; tax at %v.", s.plan.Capital, s.Opening, s.plan.Policy.Tax),
	}
	for _, p := range s.Sharing.Parts {
		if trade := law.Pence(p.Total); p.By == surplus.By(surplus.Trade) && trade > s.Turnover {
			out = append(out, fmt.Sprintf("In doubt: the members' trade, %v, is more than the turnover.", trade))
		}
	}
	return append(out, s.origin...)
}
