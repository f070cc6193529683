package cic

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Check refuses facts that cannot be: negative amounts and counts, where only
// distributable profits and a residue may be below nothing, and support of more than there is. The error begins with the JSON
// path of the first. A form asks it of every body that it is given.
func (c *Company) Check() error {
	var k checker
	k.count("standing.directors", &c.Standing.Directors)
	k.count("standing.natural_directors", &c.Standing.NaturalDirectors)
	k.count("standing.members", &c.Standing.Members)
	k.amount("standing.allotted", &c.Standing.Allotted)
	if d := c.Dividend.Ptr(); d != nil {
		k.amount("dividend.counted_before", &d.CountedBefore)
		k.amount("dividend.exempt_before", &d.ExemptBefore)
		k.portions(d.Portions.Ptr())
	}
	if p := c.Interest.Ptr(); p != nil {
		k.amount("interest.amount", &p.Amount)
		k.amount("interest.paid_before", &p.PaidBefore)
		k.amount("interest.saved", &p.Saved)
		k.balances(p.Balances.Ptr())
	}
	if b := c.Buyback.Ptr(); b != nil {
		k.amount("buyback.price_per_share", &b.Price)
		k.value("buyback.value", &b.Value)
	}
	if r := c.Reduction.Ptr(); r != nil {
		k.amount("reduction.repaid_per_share", &r.Repaid)
		k.value("reduction.value", &r.Value)
	}
	if t := c.Transfer.Ptr(); t != nil {
		k.amount("transfer.value", &t.Value)
	}
	if w := c.WindingUp.Ptr(); w != nil {
		k.residue(w)
	}
	if v := c.Conversion.Ptr(); v != nil {
		k.support("conversion.support", v.Support.Ptr())
	}
	if l := c.Leaving.Ptr(); l != nil {
		k.support("leaving.support", l.Support.Ptr())
		k.count("leaving.society.signers", &l.Society.Signers)
		k.amount("leaving.cio.old_guarantee", &l.CIO.OldGuarantee)
		k.amount("leaving.cio.new_guarantee", &l.CIO.NewGuarantee)
	}
	return k.err
}

// checker keeps the first thing that is wrong.
type checker struct{ err error }

func (k *checker) amount(path string, f *law.Fact[law.Pence]) {
	if v, _ := f.Get(); v < 0 && k.err == nil {
		k.err = fmt.Errorf("%s: a negative amount, %v", path, v)
	}
}

func (k *checker) count(path string, f *law.Fact[int]) {
	if n, _ := f.Get(); n < 0 && k.err == nil {
		k.err = fmt.Errorf("%s: a negative number, %d", path, n)
	}
}

// amountIn is amount for a fact in a list, whose path is written only where it is wrong.
func (k *checker) amountIn(list string, i int, field string, f *law.Fact[law.Pence]) {
	if v, _ := f.Get(); v < 0 {
		k.amount(law.Path(list, i, field), f)
	}
}

func (k *checker) value(path string, v *ShareValue) {
	if n, _ := v.Nominal.Get(); n < 0 {
		k.amount(path+".nominal_paid_up", &v.Nominal)
	}
	if n, _ := v.Premium.Get(); n < 0 {
		k.amount(path+".premium_paid_to_company", &v.Premium)
	}
}

func (k *checker) portions(ps *[]Portion) {
	if ps == nil {
		return
	}
	const list = "dividend.portions"
	for i := range *ps {
		p := &(*ps)[i]
		k.amountIn(list, i, "amount", &p.Amount)
		k.amountIn(list, i, "paid_up", &p.PaidUp)
		k.amountIn(list, i, "declared_before", &p.Before)
		k.amountIn(list, i, "drawn", &p.Drawn)
		past := p.Past.Ptr()
		if past == nil {
			continue
		}
		for j := range *past {
			if v, _ := (*past)[j].Paid.Get(); v < 0 {
				k.amountIn(law.Path(list, i, "past"), j, "declared_and_paid", &(*past)[j].Paid)
			}
		}
	}
}

func (k *checker) balances(bs *[]Balance) {
	if bs == nil {
		return
	}
	for i, b := range *bs {
		if b.Amount < 0 && k.err == nil {
			k.err = fmt.Errorf("%s: a negative amount, %v", law.Path("interest.balances", i, "amount"), b.Amount)
		}
	}
}

func (k *checker) support(path string, s *Support) {
	if s == nil {
		return
	}
	one := func(path string, h Holding) {
		if (h.Favour < 0 || h.Favour > h.Whole) && k.err == nil {
			k.err = fmt.Errorf("%s: %d of %d cannot be in favour", path, h.Favour, h.Whole)
		}
	}
	one(path+".capital", s.Capital.Or(Holding{}))
	one(path+".members", s.Members.Or(Holding{}))
	for i, h := range s.Classes.Or(nil) {
		one(law.Path(path+".classes", i, ""), h)
	}
	for i, h := range s.Debentures {
		one(law.Path(path+".debentures", i, ""), h)
	}
}

func (k *checker) residue(w *WindingUp) {
	if ms := w.Members.Ptr(); ms != nil {
		for i := range *ms {
			k.amountIn("winding_up.members", i, "paid_up", &(*ms)[i].PaidUp)
			k.amountIn("winding_up.members", i, "receives", &(*ms)[i].Receives)
		}
	}
	if bs := w.Bodies.Ptr(); bs != nil {
		for i := range *bs {
			k.amountIn("winding_up.bodies", i, "receives", &(*bs)[i].Receives)
		}
	}
}
