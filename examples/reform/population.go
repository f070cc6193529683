package main

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A body is an organisation of the population, with what its accounts tell.
type body struct {
	id       string
	form     string // as the register has it
	turnover law.Pence
	result   law.Pence // its turnover at its own average margin
	funds    law.Pence
	members  int64 // 0 where not stated
}

// seed is the body's own, so that the draws of one are not those of another.
func (b *body) seed(of uint64) uint64 {
	h := fnv.New64a()
	h.Write([]byte(b.id))
	return h.Sum64() ^ of*0x9e3779b97f4a7c15
}

type leftOut struct {
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

// A population is the bodies that a reform is tried on.
type population struct {
	who     string
	bodies  []body
	leftOut []leftOut
}

func (p *population) out(reason string) {
	i := slices.IndexFunc(p.leftOut, func(l leftOut) bool { return l.Reason == reason })
	if i < 0 {
		i = len(p.leftOut)
		p.leftOut = append(p.leftOut, leftOut{Reason: reason})
	}
	p.leftOut[i].Count++
}

// populations says which bodies of the register each name stands for.
func populations(name string) (who string, has func(*accounts.Body) bool, err error) {
	switch name {
	case "companies":
		return "companies and community interest companies", func(b *accounts.Body) bool {
			return b.Form == "Company" || b.Form == "Community Interest Company"
		}, nil
	case "societies":
		return "registered societies that are not of finance", func(b *accounts.Body) bool {
			return b.Form == "Society" && b.Sector != "Finance"
		}, nil
	case "all":
		return "bodies of every form", func(*accounts.Body) bool { return true }, nil
	}
	return "", nil, fmt.Errorf("-population: no %.40q; there are companies, societies, all", name)
}

// populationFor picks the bodies for a form, or those that are named, that can be read.
func populationFor(o *options, form string, r *accounts.Register, read func(*accounts.Body) (body, string)) (*population, error) {
	name := o.population
	if name == "" {
		name = "companies"
		if strings.Contains(form, "society") {
			name = "societies"
		}
	}
	who, has, err := populations(name)
	if err != nil {
		return nil, err
	}
	p := &population{who: who}
	for i := range r.Bodies {
		if !has(&r.Bodies[i]) {
			continue
		}
		b, why := read(&r.Bodies[i])
		if why == "" && b.turnover > o.largest {
			why = fmt.Sprintf("a turnover above %v", o.largest)
		}
		if why != "" {
			p.out(why)
			continue
		}
		p.bodies = append(p.bodies, b)
	}
	if len(p.bodies) == 0 {
		return nil, fmt.Errorf("-population: none of the %s has accounts that tell enough", who)
	}
	slices.SortFunc(p.leftOut, func(a, b leftOut) int { return b.Count - a.Count })
	return p, nil
}

// leastTurnover is that below which the margin of a body says little.
const leastTurnover = 10_000

// bodyOf reads the latest accounts of a body that tell enough, or says why none do.
func bodyOf(b *accounts.Body) (out body, why string) {
	var margins []law.Ratio
	latest := -1
	for i := range b.Years {
		y := &b.Years[i]
		turnover, profit := y.Turnover.Or(0), y.Profit.Or(0)
		if !y.Profit.Stated() || turnover < leastTurnover || profit > turnover || profit < -turnover {
			continue
		}
		margins = append(margins, law.Per(profit, turnover))
		if y.Funds.Stated() {
			latest = i
		}
	}
	switch {
	case len(margins) == 0:
		return out, "no accounts with a turnover of £10,000 or more and a result no larger than it"
	case latest < 0:
		return out, "no such accounts that state members' funds"
	}
	y := &b.Years[latest]
	turnover := law.Pounds(y.Turnover.Or(0))
	var sum law.Pence
	for _, m := range margins {
		sum += m.Of(turnover)
	}
	return body{
		id: b.ID, form: b.Form, turnover: turnover, result: sum / law.Pence(len(margins)),
		funds: law.Pounds(y.Funds.Or(0)), members: y.Members.Or(0),
	}, ""
}

// withMembers reads the latest accounts that state both funds and members.
func withMembers(b *accounts.Body) (out body, why string) {
	for _, y := range slices.Backward(b.Years) {
		funds, ok1 := y.Funds.Get()
		members, ok2 := y.Members.Get()
		switch {
		case !ok1 || !ok2 || members < 1:
			continue
		case funds <= 0:
			return out, "members' funds below nothing: no capital is left"
		}
		return body{id: b.ID, form: b.Form, turnover: law.Pounds(y.Turnover.Or(0)), funds: law.Pounds(funds), members: members}, ""
	}
	return out, "no accounts that state both members' funds and members"
}
