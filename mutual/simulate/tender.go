package simulate

import (
	"strconv"
)

// contracts takes in what contracts pay, up to their ends, and tenders them.
func (w *world) contracts(p *paths, c *calendar, y int) {
	if len(p.value) == 0 {
		return
	}
	p.lostTender = lanes{}
	for k := range p.value {
		value, avoid := &p.value[k], &p.avoid[k]
		for n, s := range c.stretches[k] {
			for i := range value {
				p.income[i] += value[i] * s.days / s.of
				p.result[i] -= avoid[i] * s.days / s.of
			}
			if s.ends {
				w.tender(p, k, c.stretches[k][:n+1], y)
			}
		}
	}
}

// tender decides a contract at the end of a stretch of the year: those who lose it lose its
// costs and its staff as well, who are paid up to that day.
func (w *world) tender(p *paths, k int, so []stretch, y int) {
	c, n := &w.a.Contracts[k], len(so)-1
	var lost lanes
	if so[n].tendered {
		// A second tender in one year is another variable of that year.
		p.draw.fill(&w.lost[k], again(tender(c.Name), n), y, &lost)
		if price := w.rate(p, iPrice); price != nil {
			times(&p.value[k], million, price)
			p.within(&p.value[k], mostContract)
		}
	} else {
		for i := range lost {
			lost[i] = 1
		}
	}
	var days int64
	for _, s := range so {
		days += s.days
	}
	for i := range lost {
		if lost[i] == 0 || p.value[k][i]|p.avoid[k][i] == 0 {
			continue
		}
		went := min(int64(c.Staff), p.staff[i])
		p.wages[i] += went * p.pay[i] * days / so[n].of
		p.staff[i] -= went
		p.value[k][i], p.avoid[k][i] = 0, 0
		if so[n].tendered {
			p.lostTender[i], p.gone[k][i] = 1, 1
		}
	}
}

// again names the draw for a tender that is not the first in its year.
func again(name string, n int) string {
	if n == 0 {
		return name
	}
	return name + "/" + strconv.Itoa(n+1)
}
