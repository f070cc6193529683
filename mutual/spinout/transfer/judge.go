package transfer

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

var rules = staff.With(pensions).With(plan).With(subsidy)

// Rules returns the checklists as one table, read-only: employees, pensions, the plan, subsidy.
func Rules() *law.Rules[Transfer, Figures] { return rules }

// Judge tries every rule on a transfer as at a day.
func Judge(t *Transfer, on law.Date, in law.Extent, f *Figures) (*law.Report, error) {
	if on.IsZero() {
		return nil, fmt.Errorf("on: %w: no day to judge at", law.ErrDate)
	}
	if err := t.Check(); err != nil {
		return nil, err
	}
	return rules.Judge(t, f, on, in), nil
}

// A Deadline is a day that follows from the day of a transfer.
type Deadline struct {
	Who  string   `json:"who"`
	Does string   `json:"does"`
	By   law.Date `json:"by"`
	// Provision is where the day comes from.
	Provision law.Provision `json:"provision"`
	Link      string        `json:"link,omitempty"`
}

// Deadlines lists the days that follow from the day of a relevant transfer, in their order.
// Nothing follows for a transfer before the regulations of 2006. For informing and
// consulting representatives the law gives no number of days: "long enough before".
func Deadlines(on law.Date, f *Figures) []Deadline {
	var out []Deadline
	if by, ok := InformBy(on, f); ok {
		out = append(out, Deadline{Who: "the transferor", Does: "notifies the transferee of the employee liability information", By: by, Provision: tupe2006.At("reg 11(6)", "regulation/11")})
	}
	if months, ok := f.ComplaintMonths.At(on); ok {
		by := law.MonthsBeginningWith(on, months.Value)
		if len(out) > 0 {
			out = append(out, Deadline{Who: "the transferee", Does: "may complain to a tribunal of missing liability information", By: by, Provision: tupe2006.At("reg 12(2)", "regulation/12")})
		}
		out = append(out, Deadline{Who: "employees, representatives or a union", Does: "may complain to a tribunal of a failure to inform or consult", By: by, Provision: tupe2006.At("reg 15(12)", "regulation/15")})
	}
	for i := range out {
		out[i].Link = out[i].Provision.Link(on)
	}
	return out
}

// MostForConsulting returns the most compensation that a tribunal may order for a failure to
// inform or consult so many employees of a week's pay, for which both employers are liable
// (regs 15(9), 16(3)); false where the law of the day has none or the numbers cannot be.
func MostForConsulting(employees int64, week law.Pence, on law.Date, f *Figures) (law.Pence, bool) {
	weeks, ok := f.ConsultingWeeks.At(on)
	if !ok || employees < 0 || employees > mostHeads || week < 0 || week > law.Pounds(10_000) {
		return 0, false
	}
	return law.Pence(employees) * week * law.Pence(weeks.Value), true
}

// LeastForInformation returns the least compensation, as a rule, for liability information
// that is missing of so many employees (reg 12(5)).
func LeastForInformation(employees int64, on law.Date, f *Figures) (law.Pence, bool) {
	sum, ok := f.InformationSum.At(on)
	if !ok || employees < 0 || employees > mostHeads {
		return 0, false
	}
	return law.Pence(employees) * sum.Value, true
}

// StickingVAT returns the VAT on what a body buys in with VAT in a year, value before tax,
// less the part that it recovers, to the next lower penny; false where the rate of the day
// is not modelled or the numbers cannot be.
func StickingVAT(spend law.Pence, recovered law.Ratio, on law.Date, f *Figures) (law.Pence, bool) {
	rate, ok := f.VATRate.At(on)
	if !ok || badAmount(spend) || recovered.Cmp(law.Ratio{}) < 0 || recovered.Cmp(law.Percent(100)) > 0 {
		return 0, false
	}
	tax := rate.Value.Of(spend)
	return tax - recovered.OfUp(tax), true
}
