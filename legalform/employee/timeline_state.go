package employee

import (
	"fmt"
	"slices"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// maxEntries and maxSales bound a log, which is judged once for every day that has an entry
// and every sale.
const (
	maxEntries = 2000
	maxSales   = 100
)

// register is the state of a log in the making.
type register struct {
	company  Company
	holdings map[string]int64
	issued   int64
	trustees []Trustee
	rights   Rights
	counts   []Headcount
	sales    []soldOn
	claims   map[string]claimOn
	outside  []law.Date
	days     []state
	changes  map[law.Date]*bodyChange
	// breaks are days on which an answer can change without an entry.
	breaks []law.Date
}

// state is the company as the entries of a day leave it.
type state struct {
	on law.Date
	at Company
}

type soldOn struct {
	on law.Date
	Sale
}

type claimOn struct {
	on    law.Date
	claim ReliefClaim
}

// bodyChange is what happened to the trustees on one day.
type bodyChange struct{ deaths, others int }

func newRegister(o *Opening) (*register, error) {
	r := &register{
		holdings: map[string]int64{}, claims: map[string]claimOn{}, changes: map[law.Date]*bodyChange{}, rights: o.Rights,
		company: Company{Business: o.Business, Benefits: o.Benefits, Trust: o.Trust, Control: Control{Clauses: o.Clauses}},
	}
	r.trustees = slices.Clone(o.Trust.Body.Trustees.Or(nil))
	if o.On.IsZero() {
		return nil, fmt.Errorf("%w: opening.on: no date", ErrTimeline)
	}
	for i, h := range o.Holdings {
		if err := r.issue(h); err != nil {
			return nil, fmt.Errorf("%w: opening.holdings[%d].%w", ErrTimeline, i, err)
		}
	}
	for i := range r.trustees {
		if slices.ContainsFunc(r.trustees[:i], func(t Trustee) bool { return t.ID == r.trustees[i].ID }) {
			return nil, fmt.Errorf("%w: opening.trust.body.trustees[%d].id: twice in the list", ErrTimeline, i)
		}
	}
	if c, ok := o.Count.Get(); ok {
		if err := r.count(c, o.On); err != nil {
			return nil, fmt.Errorf("%w: opening.count.%w", ErrTimeline, err)
		}
	}
	for _, act := range oldActs(&o.Trust) {
		r.breaks = append(r.breaks, act.On, law.MonthsFrom(act.On, monthsInYear))
	}
	r.watch(o.Clauses)
	return r, nil
}

func oldActs(t *Trust) []OldTrustAct {
	if o := t.Old.Ptr(); o != nil {
		return o.Acts.Or(nil)
	}
	return nil
}

// watch notes the days on which a lender who used to be a participator becomes a third party.
func (r *register) watch(clauses law.Fact[[]Clause]) {
	list := clauses.Or(nil)
	for i := range list {
		if ceased, ok := list[i].Lender.Ceased.Get(); ok {
			r.breaks = append(r.breaks, law.MonthsFrom(ceased, monthsInYear).AddDays(1))
		}
	}
}

// snapshot keeps the state at the end of a day.
func (r *register) snapshot(on law.Date) {
	c := r.company
	held, all := r.holdings[TrusteesHold], r.issued
	c.Control.Classes = law.Known([]ShareClass{{
		Name: "ordinary", Issued: law.Known(law.Pence(all)), Held: law.Known(law.Pence(held)), FixedRateOnly: law.Known(false),
	}})
	c.Control.Votes, c.Control.Profits, c.Control.Assets = r.rights.Votes, r.rights.Profits, r.rights.Assets
	if r.rights.WithShares.Or(false) {
		part := Entitlement{Available: law.Known(law.Pence(all)), Trustees: law.Known(law.Pence(held)), Waived: law.Known[law.Pence](0)}
		c.Control.Votes, c.Control.Profits, c.Control.Assets = Votes{law.Known(held), law.Known(all)}, part, part
	}
	if r.company.Trust.Body.Trustees.Stated() {
		c.Trust.Body.Trustees = law.Known(slices.Clone(r.trustees))
	}
	r.days = append(r.days, state{on, c})
}

// apply makes an entry happen. Its error begins with the field that is wrong.
func (r *register) apply(e *Entry) error {
	if n := e.stated(); n != 1 {
		return fmt.Errorf("on: %d things are stated, where an entry is one", n)
	}
	switch {
	case e.Issued.Stated():
		return within("issued", r.issue(*e.Issued.Ptr()))
	case e.Cancelled.Stated():
		return within("cancelled", r.cancel(*e.Cancelled.Ptr()))
	case e.Moved.Stated():
		m := e.Moved.Ptr()
		return within("moved", r.move(m.From, m.To, m.Shares))
	case e.Sold.Stated():
		return within("sold", r.sell(*e.Sold.Ptr(), e.On))
	case e.Claimed.Stated():
		return within("claimed", r.claim(*e.Claimed.Ptr(), e.On))
	case e.Appointed.Stated(), e.Left.Stated(), e.DirectorIn.Stated(), e.DirectorOut.Stated(), e.Powers.Stated(), e.Resident.Stated():
		return r.trustee(e)
	case e.Counted.Stated():
		return within("counted", r.count(*e.Counted.Ptr(), e.On))
	}
	r.replace(e)
	return nil
}

// replace puts a new state in the place of the old.
func (r *register) replace(e *Entry) {
	switch {
	case e.Rights.Stated():
		r.rights = *e.Rights.Ptr()
	case e.Clauses.Stated():
		r.company.Control.Clauses = e.Clauses
		r.watch(e.Clauses)
	case e.Business.Stated():
		r.company.Business = *e.Business.Ptr()
	case e.Benefits.Stated():
		r.company.Benefits = *e.Benefits.Ptr()
	case e.Deed.Stated():
		r.company.Trust.Deed = *e.Deed.Ptr()
	case e.OutsideTrusts.Stated():
		r.outside = append(r.outside, e.On)
	}
}

// stated counts the things that an entry states.
func (e *Entry) stated() (n int) {
	for _, is := range [...]bool{
		e.Issued.Stated(), e.Cancelled.Stated(), e.Moved.Stated(), e.Sold.Stated(), e.Claimed.Stated(), e.Rights.Stated(), e.Clauses.Stated(),
		e.Appointed.Stated(), e.Left.Stated(), e.DirectorIn.Stated(), e.DirectorOut.Stated(), e.Powers.Stated(), e.Resident.Stated(),
		e.Counted.Stated(), e.Business.Stated(), e.Benefits.Stated(), e.Deed.Stated(), e.OutsideTrusts.Stated(),
	} {
		if is {
			n++
		}
	}
	return n
}

func within(field string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s.%w", field, err)
}

func (r *register) issue(h Shareholding) error {
	switch {
	case h.Holder == "":
		return fmt.Errorf("holder: nobody")
	case h.Shares <= 0 || h.Shares > maxHeads-r.issued:
		return fmt.Errorf("shares: %d", h.Shares)
	}
	r.holdings[h.Holder] += h.Shares
	r.issued += h.Shares
	return nil
}

func (r *register) cancel(h Shareholding) error {
	if h.Shares <= 0 || r.holdings[h.Holder] < h.Shares {
		return fmt.Errorf("shares: %q holds %d, and not the %d", h.Holder, r.holdings[h.Holder], h.Shares)
	}
	r.holdings[h.Holder] -= h.Shares
	r.issued -= h.Shares
	return nil
}

func (r *register) move(from, to string, shares int64) error {
	switch {
	case to == "" || to == from:
		return fmt.Errorf("to: %q, from %q", to, from)
	case shares <= 0 || r.holdings[from] < shares:
		return fmt.Errorf("shares: %q holds %d, and not the %d", from, r.holdings[from], shares)
	}
	r.holdings[from] -= shares
	r.holdings[to] += shares
	return nil
}

func (r *register) sell(s Sale, on law.Date) error {
	switch {
	case len(r.sales) == maxSales:
		return fmt.Errorf("id: %q is one sale more than the %d that a log may have", s.ID, maxSales)
	case s.ID == "" || slices.ContainsFunc(r.sales, func(x soldOn) bool { return x.ID == s.ID }):
		return fmt.Errorf("id: %q is empty, or another sale's", s.ID)
	case s.Kind != ToTrustees && s.Kind != BetweenTrusts:
		return fmt.Errorf("kind: %v", s.Kind)
	}
	if err := r.move(s.From, TrusteesHold, s.Shares); err != nil {
		return err
	}
	r.sales = append(r.sales, soldOn{on, s})
	return nil
}

func (r *register) claim(c SaleClaim, on law.Date) error {
	if _, twice := r.claims[c.Sale]; twice {
		return fmt.Errorf("sale: %q has been claimed for", c.Sale)
	}
	if !slices.ContainsFunc(r.sales, func(x soldOn) bool { return x.ID == c.Sale }) {
		return fmt.Errorf("sale: there has been no sale %q", c.Sale)
	}
	c.Claim.On = law.Known(on)
	r.claims[c.Sale] = claimOn{on, c.Claim}
	return nil
}

func (r *register) count(h Headcount, on law.Date) error {
	if h.From.IsZero() {
		h.From = on
	}
	if h.From != on {
		return fmt.Errorf("from: %v, in an entry of %v", h.From, on)
	}
	if n := len(r.counts); n > 0 && r.counts[n-1].From == on {
		return fmt.Errorf("from: a second count of %v", on)
	}
	r.counts = append(r.counts, h)
	return nil
}

// trustee changes the trustees, and keeps whether a death did it.
func (r *register) trustee(e *Entry) error {
	change := r.changes[e.On]
	if change == nil {
		change = &bodyChange{}
		r.changes[e.On] = change
	}
	died := e.Left.Stated() && e.Left.Ptr().Died || e.DirectorOut.Stated() && e.DirectorOut.Ptr().Died
	switch {
	case died:
		change.deaths++
	case !e.Resident.Stated(): // residence is lost by what else happened on the day
		change.others++
	}
	if !r.company.Trust.Body.Trustees.Stated() && !e.Powers.Stated() && !e.Resident.Stated() {
		return fmt.Errorf("on: the opening does not say who the trustees were")
	}
	switch {
	case e.Appointed.Stated():
		return within("appointed", r.appoint(*e.Appointed.Ptr()))
	case e.Left.Stated():
		return within("left", r.leave(*e.Left.Ptr()))
	case e.DirectorIn.Stated():
		return within("director_in", r.directorIn(*e.DirectorIn.Ptr()))
	case e.DirectorOut.Stated():
		return within("director_out", r.directorOut(*e.DirectorOut.Ptr()))
	case e.Powers.Stated():
		r.company.Trust.Body.SolePowers = e.Powers
	case e.Resident.Stated():
		r.company.Trust.Body.Resident = e.Resident
	}
	return nil
}

// find returns the place of a trustee.
func (r *register) find(id string) int {
	return slices.IndexFunc(r.trustees, func(t Trustee) bool { return t.ID == id })
}

func (r *register) appoint(t Trustee) error {
	if t.ID == "" || r.find(t.ID) >= 0 {
		return fmt.Errorf("id: %q is empty, or a trustee already", t.ID)
	}
	r.trustees = append(r.trustees, t)
	return nil
}

func (r *register) leave(d Departure) error {
	i := r.find(d.Trustee)
	if i < 0 || d.Director != "" {
		return fmt.Errorf("trustee: %q is no trustee, or a director is named", d.Trustee)
	}
	r.trustees = slices.Delete(slices.Clone(r.trustees), i, i+1)
	return nil
}

func (r *register) directorIn(d DirectorChange) error {
	i := r.find(d.Trustee)
	if i < 0 {
		return fmt.Errorf("trustee: %q is no trustee", d.Trustee)
	}
	list := slices.Clone(r.trustees[i].Directors.Or(nil))
	if d.Director.ID == "" || slices.ContainsFunc(list, func(x TrusteeDirector) bool { return x.ID == d.Director.ID }) {
		return fmt.Errorf("director.id: %q is empty, or a director already", d.Director.ID)
	}
	r.direct(i, append(list, d.Director))
	return nil
}

func (r *register) directorOut(d Departure) error {
	i := r.find(d.Trustee)
	if i < 0 {
		return fmt.Errorf("trustee: %q is no trustee", d.Trustee)
	}
	list := slices.Clone(r.trustees[i].Directors.Or(nil))
	j := slices.IndexFunc(list, func(x TrusteeDirector) bool { return x.ID == d.Director })
	if j < 0 {
		return fmt.Errorf("director: %q is no director of %q", d.Director, d.Trustee)
	}
	r.direct(i, slices.Delete(list, j, j+1))
	return nil
}

// direct gives a trustee other directors, and leaves earlier states as they are.
func (r *register) direct(i int, list []TrusteeDirector) {
	r.trustees = slices.Clone(r.trustees)
	r.trustees[i].Directors = law.Known(list)
}
