package simulate

import (
	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// settle moves the money of the year on the paths that go on: what is kept of it, less what
// is drawn from reserves; what is tied up, and what members take out.
func (w *world) settle(p *paths, kept, drawn *lanes) {
	var net lanes
	if p.live == full {
		for i := range kept {
			n := kept[i] - drawn[i]
			p.reserves[i] += n
			p.cash[i] += n
		}
	} else {
		for i := range net {
			net[i] = kept[i] - drawn[i]
		}
		p.live.Only(&net)
		add(&p.reserves, &net)
		add(&p.cash, &net)
	}
	if w.working.Num() != 0 {
		var tied lanes
		of(w.working, &p.income, &tied)
		for i := range net {
			net[i] = p.tied[i] - tied[i]
		}
		if p.live != full {
			p.live.Only(&net)
		}
		add(&p.cash, &net)
		p.tied = tied
	}
	w.withdraw(p)
}

// withdraw pays back the capital that members ask for, as far as there is cash that may be
// used for it.
func (w *world) withdraw(p *paths) {
	rate := w.rate(p, iWithdrawals)
	if rate == nil || !w.a.Withdrawable {
		return
	}
	for i := range rate {
		p.short[i] = 0
		if !p.live.Has(i) {
			continue
		}
		asked := engine.ApplyPPM(p.capital[i], min(max(rate[i], 0), million))
		paid := min(asked, max(0, p.cash[i]-int64(w.a.HoldBack)))
		p.capital[i] -= paid
		p.cash[i] -= paid
		p.short[i] = paid - asked
	}
}
