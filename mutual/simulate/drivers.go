package simulate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rochdale-go/rochdale/mutual/internal/engine"
)

// The drivers: what may turn out otherwise than assumed. Each is drawn anew every year.
const (
	// Growth is added to the growth of income beside contracts, Uplift to that of contracts,
	// Inflation to that of costs and PayRise to that of pay; what they do lasts.
	Growth    = "growth"
	Uplift    = "uplift"
	Inflation = "inflation"
	PayRise   = "pay-rise"
	// Disruption is a part of the year's income that is gained, or with a minus lost, for that
	// year, while costs stay; Margin is a part of the year's income that is added to its result.
	Disruption = "disruption"
	// Margin is a part of the year's income that is gained, or with a minus lost, for that year.
	Margin = "margin"
	// Price is the change of a contract's price when it is won again.
	Price = "price"
	// Turnover is the part of the staff who leave and are replaced. Those of them who were
	// members leave the membership.
	Turnover = "turnover"
	// Withdrawals is the part of withdrawable capital that members ask back.
	Withdrawals = "withdrawals"
	// BaseRate is the Bank of England's rate, which cash earns and an overdraft costs.
	BaseRate = "base-rate"
	// Turnout is the part of the members who come to the year's general meeting.
	Turnout = "turnout"
)

// driverNames lists the drivers in the order in which they are told.
var driverNames = [...]string{Growth, Uplift, Inflation, PayRise, Disruption, Margin, Price, Turnover, Withdrawals, BaseRate, Turnout}

// tender is the name of the draw that decides a contract's tender.
func tender(contract string) string { return "tender/" + contract }

// mostDriver bounds the values of a driver, in millionths: ten times either way.
const mostDriver = 10 * million

// Drivers are distributions by the name of what they drive. What is not there does nothing.
type Drivers map[string]Distribution

// Check refuses a driver that is not known, and a distribution that cannot be; the error
// begins with the place.
func (d Drivers) Check() error {
	_, err := d.tables()
	return err
}

// tables are the drivers made ready, by their place in driverNames, nil for none. Its errors
// are those of Check.
func (d Drivers) tables() (out [len(driverNames)]*engine.Table, err error) {
	for i, name := range driverNames {
		dist, ok := d[name]
		if !ok {
			continue
		}
		t, err := dist.Table()
		if err != nil {
			return out, fmt.Errorf("drivers.%s.%w", name, err)
		}
		if low, high := t.At(0), t.At(1<<64-1); low < -mostDriver || high > mostDriver {
			return out, fmt.Errorf("drivers.%s: a value beyond %d%% either way", name, mostDriver*100/million)
		}
		out[i] = &t
	}
	for _, name := range slices.Sorted(maps.Keys(d)) {
		if !slices.Contains(driverNames[:], name) {
			return out, fmt.Errorf("drivers.%.40s: no such driver; there are %s", name, strings.Join(driverNames[:], ", "))
		}
	}
	return out, nil
}

// Names lists the drivers that are there, in the order in which they are told.
func (d Drivers) Names() []string {
	var out []string
	for _, name := range driverNames {
		if _, ok := d[name]; ok {
			out = append(out, name)
		}
	}
	return out
}
