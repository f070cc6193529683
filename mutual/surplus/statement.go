package surplus

import (
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Statement is an outcome for readers: what each step asked for, what was allowed and by
// what rule, and what was paid. It prints as text and marshals as JSON.
type Statement struct {
	Version string `json:"version"`
	Form    string `json:"form"`
	Title   string `json:"title"`
	Policy  About  `json:"policy,omitzero"`

	Start    law.Date  `json:"start"`
	End      law.Date  `json:"end"`
	Declared law.Date  `json:"declared"`
	Result   law.Pence `json:"result"`
	// In is the result and what was drawn from reserves; Out is what was paid, the tax and
	// what is kept. They are the same.
	Drawn law.Pence `json:"drawn"`
	In    law.Pence `json:"in"`

	Steps []StatementLine `json:"steps"`

	Paid law.Pence `json:"paid"`
	Tax  law.Pence `json:"tax"`
	Kept law.Pence `json:"kept"`
	Out  law.Pence `json:"out"`

	Funds    []Movement         `json:"funds"`
	Provisos []StatementProviso `json:"provisos,omitempty"`
	// Wrong lists what is not kept, of every weight.
	Wrong []string `json:"wrong,omitempty"`
}

// A StatementLine is a step of a statement.
type StatementLine struct {
	Step   string    `json:"step"`
	To     Recipient `json:"to,omitzero"`
	Kind   string    `json:"kind"` // of payment, "kept", or "skipped"
	Asks   string    `json:"asks"`
	Asked  law.Pence `json:"asked"`
	Wanted law.Pence `json:"wanted"`
	// Allowed is an amount, "unlimited" or "unknown"; Binding is the rule that sets it, which
	// AllowedBy cites, and Working how it was found. With a Doubt it is provisional.
	Allowed   string     `json:"allowed"`
	Binding   law.Code   `json:"binding,omitempty"`
	AllowedBy *Citation  `json:"allowed_by,omitempty"`
	Working   string     `json:"working,omitempty"`
	Doubt     *law.Doubt `json:"doubt,omitempty"`
	Paid      law.Pence  `json:"paid"`
	Drawn     law.Pence  `json:"drawn,omitzero"`
	Returned  law.Pence  `json:"returned,omitzero"`
	// Rate is what each unit of the basis is paid, where a payment is shared.
	Rate string `json:"rate,omitempty"`
	// Short is what is wanting, and Why.
	Short law.Pence `json:"short,omitzero"`
	Why   string    `json:"why,omitempty"`
	Must  bool      `json:"must,omitempty"`
	// Rule calls for the step; Limits are what held payments back, the kinds that another
	// kind took the place of among them.
	Rule   *Citation `json:"rule,omitempty"`
	Limits []Limit   `json:"limits,omitempty"`
}

// A Limit is what a form answered where it allowed less than was asked for.
type Limit struct {
	Kind    law.PaymentKind `json:"kind"`
	Allowed string          `json:"allowed"`
	Binding law.Code        `json:"binding,omitempty"`
	Rule    *Citation       `json:"rule,omitempty"`
	Why     string          `json:"why,omitempty"`
	Missing []law.Missing   `json:"missing,omitempty"`
	Doubt   *law.Doubt      `json:"doubt,omitempty"`
	Working string          `json:"working,omitempty"`
}

// A Citation is a provision as at the day of the declaration, with its weight.
type Citation struct {
	Title    string     `json:"title"`
	Pinpoint string     `json:"pinpoint,omitempty"`
	Link     string     `json:"link,omitempty"`
	Weight   law.Weight `json:"weight"`
}

// A StatementProviso is a proviso of a statement.
type StatementProviso struct {
	Name  string    `json:"name"`
	Says  string    `json:"says"`
	Paid  law.Pence `json:"paid"`
	Limit law.Pence `json:"limit"`
	Kept  bool      `json:"kept"`
	Rule  *Citation `json:"rule,omitempty"`
}

// Statement states the outcome of a year that went through the plan.
func (pl *Plan) Statement(y *Year, out *Outcome) *Statement {
	s := &Statement{
		Version: law.Version, Form: pl.form.FormID(), Title: pl.form.FormTitle(), Policy: pl.policy.About,
		Start: y.Start, End: y.End, Declared: y.Declared,
		Result: out.Result, Drawn: out.Drawn, In: out.Result + out.Drawn, Tax: out.Tax, Kept: out.Kept,
		Steps: make([]StatementLine, 0, len(out.Lines)), Funds: append([]Movement(nil), out.Funds...),
	}
	for i := range out.Payments {
		s.Paid += out.Payments[i].Amount
	}
	s.Out = s.Paid + s.Tax + s.Kept
	for i := range out.Lines {
		s.Steps = append(s.Steps, out.stated(i, y.Declared))
	}
	for _, h := range out.Provisos {
		s.Provisos = append(s.Provisos, StatementProviso{h.Proviso.Name, h.Proviso.says(), h.Paid, h.Limit, h.Kept, cite(h.Proviso.Rule, y.Declared)})
	}
	if err := out.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice); err != nil {
		s.Wrong = strings.Split(err.Error(), "\n")
	}
	return s
}

func (o *Outcome) stated(i int, on law.Date) StatementLine {
	l := &o.Lines[i]
	s := StatementLine{
		Step: l.Step.Name, To: l.Step.To, Kind: l.Kind.String(), Asks: l.Step.String(), Asked: l.Asked, Wanted: l.Wanted,
		Allowed: allowed(&l.Allowance), Paid: l.Paid, Drawn: l.Drawn, Returned: l.Returned, Short: l.Short(),
		Must: l.Step.Must, Rule: cite(l.Step.Rule, on), Binding: l.Allowance.Binding, Doubt: l.Allowance.Doubt,
		AllowedBy: cite(Rule{l.Allowance.Provision, l.Allowance.Weight}, on), Working: l.Allowance.Working.String(),
	}
	switch {
	case l.Skipped:
		s.Kind, s.Allowed, s.Why = "skipped", "unlimited", "its condition does not hold"
	case l.Kind == 0:
		s.Kind = "kept"
	}
	if p, ok := o.Pool(i); ok {
		p.Amount += l.Returned // what was returned was at the rate too
		s.Rate = fmt.Sprintf("%v by %v", p.Rate(), p.By)
	}
	for j := range l.Refused {
		s.Limits = append(s.Limits, limit(&l.Refused[j], on))
	}
	if s.Short > 0 {
		s.Why = l.why()
	}
	return s
}

// why says what keeps a step short: the form, or the money there is.
func (l *Line) why() string {
	r := l.held()
	if r == nil {
		return fmt.Sprintf("there was %v left for it", l.Found)
	}
	a := &r.Allowance
	switch {
	case !a.Known():
		return "what the form allows is unknown: " + a.Missing[0].Path + " is not stated"
	case a.Why != "":
		return a.Why
	}
	return fmt.Sprintf("the form allows %s (%s)", allowed(a), a.Provision)
}

func limit(r *Refusal, on law.Date) Limit {
	a := &r.Allowance
	return Limit{
		Kind: r.Kind, Allowed: allowed(a), Binding: a.Binding, Rule: cite(Rule{a.Provision, a.Weight}, on), Why: a.Why,
		Missing: a.Missing, Doubt: a.Doubt, Working: a.Working.String(),
	}
}

func allowed(a *law.Allowance) string {
	switch {
	case !a.Known():
		return "unknown"
	case a.Unlimited:
		return "unlimited"
	}
	return a.Most.Decimal().StringFixed(2)
}

func cite(r Rule, on law.Date) *Citation {
	p := r.Provision
	if p.IsZero() {
		return nil
	}
	return &Citation{p.Title, p.Pinpoint, p.Link(on), r.Weight}
}

func (v *Proviso) says() string {
	if v.AtLeast != nil {
		return strings.Join(v.Steps, " and ") + ": at least " + v.AtLeast.String()
	}
	return strings.Join(v.Steps, " and ") + ": at most " + v.AtMost.String()
}

// String prints the statement for a board: a line a step, then where the year went.
func (s *Statement) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, year to %s, declared %s\n", s.Title, s.End.Long(), s.Declared.Long())
	if s.Policy.Title != "" {
		fmt.Fprintf(&b, "Policy: %s\n", s.Policy.Title)
	}
	if s.Policy.NotValidated {
		b.WriteString("Not validated: this restates a law that nobody has checked here.\n")
	}
	fmt.Fprintf(&b, "%-32s %16v\n", "result", s.Result)
	if s.Drawn != 0 {
		fmt.Fprintf(&b, "%-32s %16v\n", "drawn from reserves", s.Drawn)
	}
	for i := range s.Steps {
		s.Steps[i].write(&b)
	}
	fmt.Fprintf(&b, "%-32s %16v\n%-32s %16v\n%-32s %16v\n%-32s %16v\n", "paid", s.Paid, "tax", s.Tax, "kept", s.Kept, "in all", s.Out)
	for _, m := range s.Funds {
		fmt.Fprintf(&b, "fund %-27s %16v  (was %v)\n", m.Name, m.Closing, m.Amount)
	}
	for _, v := range s.Provisos {
		word := "kept"
		if !v.Kept {
			word = "not kept"
		}
		fmt.Fprintf(&b, "proviso %s: %v of %v, %s\n", v.Name, v.Paid, v.Limit, word)
	}
	for _, w := range s.Wrong {
		fmt.Fprintf(&b, "! %s\n", w)
	}
	return b.String()
}

func (l *StatementLine) write(b *strings.Builder) {
	fmt.Fprintf(b, "  %-30s %16v  %s", l.Step, l.Paid, l.Kind)
	if l.Rate != "" {
		fmt.Fprintf(b, ", %s", l.Rate)
	}
	if l.Drawn != 0 {
		fmt.Fprintf(b, ", %v of it drawn", l.Drawn)
	}
	if l.Returned != 0 {
		fmt.Fprintf(b, ", %v put back", l.Returned)
	}
	b.WriteString("\n")
	if l.Short > 0 || l.Kind == "skipped" {
		fmt.Fprintf(b, "    wanted %v: %s\n", l.Wanted, l.Why)
	}
	if l.Doubt != nil {
		fmt.Fprintf(b, "    provisional: %s\n", l.Doubt.Question)
	}
}
