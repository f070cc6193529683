package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/simulate"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// eventWords names a trouble.
func eventWords(e simulate.Event) string {
	switch e {
	case simulate.OutOfCash:
		return "out of cash"
	case simulate.NetLiabilities:
		return "net liabilities"
	case simulate.ContractLost:
		return "contract lost"
	case simulate.TooFewMembers:
		return "too few members"
	case simulate.Inquorate:
		return "no quorum"
	case simulate.WithdrawalsHeld:
		return "withdrawals held"
	case simulate.Compulsory:
		return "duty not met"
	case simulate.Overflow:
		return "beyond reckoning"
	}
	return string(e)
}

// kindWords names who is paid, and how.
func kindWords(k law.PaymentKind) string {
	switch k {
	case law.Dividend:
		return "capital: dividend"
	case law.ShareInterest:
		return "capital: interest"
	case law.LockedDividend:
		return "locked body: dividend"
	case law.Patronage:
		return "members: patronage"
	case law.StaffBonus:
		return "staff: bonus"
	case law.ToCommunity:
		return "the community"
	default:
		return strings.ReplaceAll(k.String(), "-", " ")
	}
}

// driverWords names a driver, or the loss of a tender.
func driverWords(name string) string {
	if contract, ok := strings.CutPrefix(name, "tender/"); ok {
		return "losing " + contract
	}
	return strings.ReplaceAll(name, "-", " ")
}

func measureWords(m simulate.Measure) string {
	switch m {
	case simulate.PaidInAll:
		return "paid in all"
	case simulate.Measure(simulate.OutOfCash):
		return "out of cash"
	default:
		return string(m)
	}
}

// String writes "28.0% (27.7-28.3)".
func (o odds) String() string {
	if o.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%v (%.1f-%.1f)", o.Odds, 100*o.Low, 100*o.High)
}

// String writes the median, and between what nine paths in ten lie.
func (s spread) String() string {
	if s.P5 == s.P95 {
		return thousands(s.P50)
	}
	return fmt.Sprintf("%s (%s to %s)", thousands(s.P50), thousands(s.P5), thousands(s.P95))
}

// thousands writes whole pounds with commas, in millions from ten of them on.
func thousands(p law.Pence) string {
	pounds := int64(law.MulDiv(p, 1, 100, law.HalfUp))
	if pounds <= -10_000_000 || pounds >= 10_000_000 {
		return strings.Replace(fmt.Sprintf("£%.2fm", float64(pounds)/1e6), "£-", "-£", 1)
	}
	sign := ""
	if pounds < 0 {
		sign, pounds = "-", -pounds
	}
	s := fmt.Sprint(pounds)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + "£" + s
}

// String writes "-£2,046 ± £31", or points of a per cent for odds.
func (d difference) String() string {
	if d.Measure == simulate.Measure(simulate.OutOfCash) {
		return fmt.Sprintf("%+.2f ± %.2f points", 100*d.Mean, 100*d.StandardError)
	}
	return fmt.Sprintf("%s ± %s", thousands(pence(d.Mean)), thousands(pence(d.StandardError)))
}

func pence(pounds float64) law.Pence { return law.Pence(math.Round(100 * pounds)) }

// explains says which drivers go with the spread of reserves, those with a hundredth or more.
func (x *outcome) explains() string {
	var parts []string
	for _, i := range x.Explains {
		if i.Share < 0.01 {
			break
		}
		way := "lowers"
		if i.Rises {
			way = "raises"
		}
		parts = append(parts, fmt.Sprintf("%s %.0f%% (%s them)", driverWords(i.Driver), 100*i.Share, way))
	}
	if len(parts) == 0 {
		return "nothing that is drawn"
	}
	return strings.Join(parts, ", ")
}

// rule says by what a payment is held back.
func (h *held) rule() string {
	switch {
	case h.By == "":
		return "the form has no such payment"
	case h.Provision == nil:
		return string(h.By)
	}
	return fmt.Sprintf("%s: %v", h.By, *h.Provision)
}

// stepWords says a step of the policy, with what it pays.
func stepWords(s *surplus.Step) string {
	names := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		names[i] = kindWords(k)
	}
	if len(names) == 0 {
		return s.String() + ", kept"
	}
	return s.String() + ", as " + strings.Join(names, " or else ")
}

func origin(o spinout.Origin) string {
	if o.Source != "" {
		return o.Source
	}
	return "assumption: " + o.Assumption
}

// about says what was run.
func (r *report) about() string {
	return fmt.Sprintf("%s, out of %s, from %s in %s: %s ahead on %d paths from seed %d, the same draws under every form. "+
		"What is given are odds within the model, with the range that chance leaves at 95%%, and no forecast. Not legal advice.",
		r.Service, r.Parent, r.On.Long(), r.In.Name(), years(r.Years), r.Paths, r.Seed)
}

func years(n int) string {
	if n == 1 {
		return "1 year"
	}
	return fmt.Sprintf("%d years", n)
}
