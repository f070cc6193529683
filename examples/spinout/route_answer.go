package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/programme"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

// An outset is a case's way out, as far as it is known.
type outset struct {
	// Begun is the day on which the staff ask, with why it is that day; On is the first day.
	Begun    law.Date `json:"begun"`
	BegunWhy string   `json:"begun_why"`
	On       law.Date `json:"on"`
	// Rights are those on the day on which the staff ask, Later those on the first day.
	Rights *right.Answer `json:"rights"`
	Later  *right.Answer `json:"rights_on_first_day"`
	// Routes are for a procurement that begins on the first day, and empty where it is not known
	// whether it is for health care of the National Health Service.
	Routes []route.Option `json:"routes,omitempty"`
	// Reservation is of a contract whose procurement begins and ends on the first day, for the
	// body that Tests judge.
	Reservation *route.Reservation `json:"reservation"`
	Tests       *psm.Tests         `json:"tests"`
	Gates       []lifecycle.Gate   `json:"gates"`
	Usual       lifecycle.Months   `json:"usual_months"`
	// Odds are those of a case with support and of one that has to ask for it, or of the case's
	// own kind alone where it is known.
	Odds     []*programme.Prospect       `json:"odds"`
	Observed law.Fact[evidence.Observed] `json:"observed,omitzero"`
	// Waves are those of the Right to Request, where the staff had it.
	Waves   []evidence.RequestWave `json:"right_to_request_waves,omitempty"`
	Sources []evidence.Source      `json:"sources"`
	Basis   []spinout.Origin       `json:"basis"`
}

// How the odds are worked out.
const (
	oddsRuns   = 10_000
	oddsMonths = 120
	oddsSeed   = 2010
)

// setOut answers for a case of England that begins on a day, and returns nothing for another:
// the rights and the routes are of England. The way's own day of asking belongs to the case's
// own first day, and to no other.
func setOut(c *spinout.Case, w *way, on law.Date) (*outset, error) {
	if c.In != law.England {
		return nil, nil //nolint:nilnil // nothing is said, and nothing is wrong
	}
	x := evidence.Start()
	out := &outset{On: on, Basis: w.basis()}
	median := int(x.DurationMedian.Value.Num() / x.DurationMedian.Value.Den())
	out.Begun = on.AddMonths(-median)
	out.BegunWhy = fmt.Sprintf("assumption: %d months before the first day, as long as half of the bodies observed took", median)
	if begun, ok := w.Begun.Value.Get(); ok && on == c.Founded.Value {
		if !begun.Before(on) {
			return nil, fmt.Errorf("way: %w: begun: %v is not before the first day, %v", errWay, begun, on)
		}
		out.Begun, out.BegunWhy = begun, origin(spinout.Origin{Source: w.Begun.Source, Assumption: w.Begun.Assumption})
	}
	if err := out.rights(c, w); err != nil {
		return nil, fmt.Errorf("way: %w", err)
	}
	if err := out.routes(c, w); err != nil {
		return nil, fmt.Errorf("way: %w", err)
	}
	if err := out.odds(c, w, x); err != nil {
		return nil, err
	}
	return out, nil
}

func (o *outset) rights(c *spinout.Case, w *way) error {
	f := right.Enacted()
	s := right.Service{
		Name: c.Service, Kind: w.Service.Value, Provided: w.Provided.Value, InEngland: law.Known(true), NamedPerson: w.NamedPerson.Value,
	}
	h := right.Holder{Kind: w.Holder.Value, Staff: law.Known(int64(c.Staff.Value)), OfAuthority: w.OfAuthority.Value}
	a := right.Authority{Name: c.Parent, Kind: w.Authority.Value}
	var err error
	if o.Rights, err = right.Which(&s, &h, &a, o.Begun, &f); err != nil {
		return err
	}
	o.Later, err = right.Which(&s, &h, &a, o.On, &f)
	return err
}

func (o *outset) routes(c *spinout.Case, w *way) error {
	body := psm.Body{
		Name: c.Name, LeftPublicSector: w.Left.Value, PublicServices: w.PublicServices.Value, ForServices: w.ForServices.Value,
		MainlyReservable: w.MainlyReservable.Value, SocialImpact: w.SocialImpact.Value, StaffInfluence: w.StaffInfluence.Value,
		StaffOwn: w.StaffOwn.Value, EmployeesControl: w.EmployeesControl.Value, NotForProfit: w.NotForProfit.Value,
		ProfitsToMembers: w.ProfitsToMembers.Value,
	}
	award := route.Award{
		Contract: route.Contract{
			Name: c.Service, CPV: w.CPV.Value, Begun: law.Known(o.On), Awarded: law.Known(o.On), Months: w.Months.Value,
			AboveThreshold: w.AboveThreshold.Value, Health: w.Health.Value, CitesArticle: w.Cites.Value, Flexible: w.Flexible.Value,
		},
		Bidder: route.Bidder{
			Body: body, Mission: w.Mission.Value, Reinvests: w.Reinvests.Value, Distributes: w.Distributes.Value,
			Participatory: w.Participatory.Value, Structure: w.Structure.Value, Past: law.Known([]route.Past{}),
		},
	}
	var err error
	if health, ok := w.Health.Value.Get(); ok {
		if o.Routes, err = route.Routes(health, o.On); err != nil {
			return err
		}
	}
	figures := route.Enacted()
	if o.Reservation, err = route.MayReserve(&award, o.On, &figures); err != nil {
		return err
	}
	tests := psm.Enacted()
	o.Tests, err = psm.Compare(&body, o.On, &tests)
	return err
}

func (o *outset) odds(c *spinout.Case, w *way, x evidence.Parameters) error {
	for _, g := range lifecycle.Gates() {
		if g.Of.BeforeLaunch() {
			o.Gates = append(o.Gates, g)
		}
	}
	o.Usual, _ = lifecycle.Remaining(lifecycle.Idea)
	with := []bool{true, false}
	if supported, ok := w.Supported.Value.Get(); ok {
		with = []bool{supported}
	}
	for _, supported := range with {
		one := programme.Case{Name: c.Name, Staff: law.Known(c.Staff.Value), Supported: law.Known(supported)}
		_, _, day := o.Begun.Civil()
		p, err := programme.ProspectOf(one, o.Begun.AddDays(1-day), oddsMonths, x, oddsSeed, oddsRuns)
		if err != nil {
			return err
		}
		o.Odds = append(o.Odds, p)
	}
	named := map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			named[id] = true
		}
	}
	if o.Rights.Rights[0].Outcome == law.Met {
		o.Waves = evidence.RequestWaves()
	}
	for _, w := range o.Waves {
		cite(w.Sources)
	}
	for _, d := range evidence.Durations() {
		if d.Body == c.Name {
			o.Observed = law.Known(d)
			cite(d.Sources)
		}
	}
	for _, p := range o.Odds {
		for i := range p.Parameters {
			cite(p.Parameters[i].Sources)
		}
	}
	for _, s := range evidence.Sources() {
		if named[s.ID] {
			o.Sources = append(o.Sources, s)
		}
	}
	return nil
}

// writeBeside writes a comparison as JSON with the way out as one more member of it.
func writeBeside(w io.Writer, c *spinout.Comparison, o *outset) error {
	if o == nil {
		return c.WriteJSON(w)
	}
	var all, own bytes.Buffer
	if err := c.WriteJSON(&all); err != nil {
		return err
	}
	e := json.NewEncoder(&own)
	e.SetEscapeHTML(false)
	if err := e.Encode(o); err != nil {
		return err
	}
	comparison := bytes.TrimSuffix(bytes.TrimSpace(all.Bytes()), []byte("}"))
	var out bytes.Buffer
	if err := json.Indent(&out, fmt.Appendf(comparison, `,"way": %s}`, own.Bytes()), "", "  "); err != nil {
		return err
	}
	_, err := out.WriteTo(w)
	return err
}
