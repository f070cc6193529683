package society

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Codes of the rows of model rules on profit.
const (
	ProfitNotByMeeting  law.Code = "society.model-profit-not-by-meeting"
	ProfitElsewhere     law.Code = "society.model-profit-elsewhere"
	DividendInequitable law.Code = "society.model-dividend-inequitable"
	EquityAboveLabour   law.Code = "society.model-equity-above-labour"
	ProfitBeyondHalf    law.Code = "society.model-profit-beyond-half"
)

// ProfitUse is what profit is applied to under model rules.
type ProfitUse uint8

// The uses. Profit to members is their dividends and bonuses; to employees, the bonuses of
// those who are not members. Equity and its redemption are known to the company model alone.
const (
	ProfitToReserve ProfitUse = iota + 1
	ProfitToMembers
	ProfitToCommunity
	ProfitToEquity
	ProfitToEmployees
	ProfitToRedemption
	ProfitToOthers
)

var profitUses = []string{"", "reserve", "members", "community", "equity", "employees", "redemption", "others"}

// String gives the JSON value.
func (u ProfitUse) String() string { return law.NameOf(profitUses, u) }

// MarshalText writes String.
func (u ProfitUse) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what String writes.
func (u *ProfitUse) UnmarshalText(b []byte) error {
	return law.ParseName(u, profitUses, b, "a use of profit")
}

// in2014 and in2012 are the uses that each model names. Bonuses of employees are named by the
// company model only in its limit on equity, as something that is paid.
const (
	in2014 = 1<<ProfitToReserve | 1<<ProfitToMembers | 1<<ProfitToCommunity
	in2012 = in2014 | 1<<ProfitToEquity | 1<<ProfitToEmployees | 1<<ProfitToRedemption
)

// ModelProfit is an application of a year's profit.
type ModelProfit struct {
	// Decided is the day of the decision. ByMeeting: the members decided, at the annual general
	// meeting, or in the company model at any general meeting.
	Decided   law.Fact[law.Date] `json:"decided,omitzero"`
	ByMeeting law.Fact[bool]     `json:"by_meeting,omitzero"`
	// Available is the profit that there was to apply.
	Available law.Fact[law.Pence]     `json:"available,omitzero"`
	Applied   law.Fact[[]ProfitShare] `json:"applied,omitzero"`
	// Equitable: what goes to members does so equally, or by each one's relative contribution.
	Equitable law.Fact[bool] `json:"equitable,omitzero"`
}

// ProfitShare is a part of the profit and what it is applied to.
type ProfitShare struct {
	To     ProfitUse `json:"to"`
	Amount law.Pence `json:"amount"`
}

func (m *ModelRules) checkProfit() error {
	x := m.Profit.Ptr()
	if x == nil {
		return nil
	}
	for i, p := range x.Applied.Or(nil) {
		if p.Amount < 0 || p.Amount > law.MaxPence/1000 {
			return fmt.Errorf("profit.%s: not an amount that can be applied, %v", law.Path("applied", i, "amount"), p.Amount)
		}
	}
	if n := len(x.Applied.Or(nil)); n > 1000 {
		return fmt.Errorf("profit.applied: %d parts", n)
	}
	return soundAmount("profit.available", &x.Available)
}

var profitDecided = modelEvent("profit.decided", func(m *ModelRules) law.Fact[law.Date] {
	if x := m.Profit.Ptr(); x != nil {
		return x.Decided
	}
	return law.Fact[law.Date]{}
})

func hasProfit(m *ModelRules) bool { return m.Profit.Stated() }

var modelProfits = law.Topic("model profits",
	rule{
		Code: ProfitNotByMeeting, Provision: models.At("on the application of profits", ""), Weight: law.OwnRules,
		Says:    "How profits are applied is decided by the members at the annual general meeting, in the company model at a general meeting.",
		InForce: fromCompanyModel, Event: profitDecided, Applies: underModel(hasProfit, SocietyModel, WorkerCompanyModel),
		Check: judgedBy(judgement{
			func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Profit.Ptr().ByMeeting }, "model_rules.profit.by_meeting",
			"Did the members decide at the meeting for it?", true, "The members did not decide how the profit is applied.",
		}),
		Remedy: "Put the application of profit to the meeting.",
	},
	rule{
		Code: ProfitElsewhere, Provision: models.At("on the application of profits", ""), Weight: law.OwnRules,
		Says: "Profit is applied to a general reserve, to dividends to members, and to social, co-operative and community purposes, in the company " +
			"model to bonuses and to equity shares as well.",
		InForce: fromCompanyModel, Event: profitDecided, Applies: underModel(hasProfit, SocietyModel, WorkerCompanyModel), Check: profitNamed,
		Remedy: "Apply the profit to what the rules name.",
	},
	rule{
		Code: DividendInequitable, Provision: models.At("on the application of profits", ""), Weight: law.OwnRules,
		Says:    "Dividends to members are equal, or go by a formula that recognises each one's relative contribution.",
		InForce: fromCompanyModel, Event: profitDecided, Applies: paysMembers,
		Check: judgedBy(judgement{
			func(s *Society) *law.Fact[bool] { return &s.ModelRules.Ptr().Profit.Ptr().Equitable }, "model_rules.profit.equitable",
			"Are dividends to members equal, or by their relative contribution?", true, "Dividends to members are neither equal nor by their contribution.",
		}),
		Remedy: "Share the dividend equally, or by work or trade.",
	},
	rule{
		Code: EquityAboveLabour, Provision: model2012.At("on the application of profit", ""), Weight: law.OwnRules,
		Says: "What is paid out as dividends on equity shares never exceeds what is paid out as bonuses and dividends to members and to employees " +
			"who are not members.",
		InForce: fromCompanyModel, Event: profitDecided, Applies: underModel(hasProfit, WorkerCompanyModel), Check: equityBelowLabour,
		Remedy: "Lower the dividend on equity shares, or raise bonuses and members' dividends.",
	},
	rule{
		Code: ProfitBeyondHalf, Provision: model2012.At("on the application of profit", ""), Weight: law.OwnRules,
		Says:    "What is paid out to equity shareholders and members together never exceeds 50% of the profits available for distribution.",
		InForce: fromCompanyModel, Event: profitDecided, Applies: underModel(hasProfit, WorkerCompanyModel), Check: halfKept,
		Remedy: "Put more to reserve and to community purposes.",
	},
)

func profitApplied(c *kase) ([]ProfitShare, bool) {
	return law.Need(c, &c.Subject.ModelRules.Ptr().Profit.Ptr().Applied, "model_rules.profit.applied")
}

// appliedTo adds up what goes to some uses.
func appliedTo(list []ProfitShare, uses int) (p law.Pence) {
	for i := range list {
		if uses&(1<<list[i].To) != 0 {
			p += list[i].Amount
		}
	}
	return p
}

func paysMembers(c *kase) bool {
	if !follows(c, hasProfit, SocietyModel, WorkerCompanyModel) {
		return false
	}
	list, ok := profitApplied(c)
	return ok && appliedTo(list, 1<<ProfitToMembers) > 0
}

func profitNamed(c *kase) {
	list, ok := profitApplied(c)
	named := in2014
	if underCompanyModel(c) {
		named = in2012
	}
	for i := range list {
		if ok && named&(1<<list[i].To) == 0 && list[i].Amount > 0 {
			c.Breach(law.Path("model_rules.profit.applied", i, "to"), "The rules do not name this use of profit, to which %v goes: %v.", list[i].Amount, list[i].To)
		}
	}
}

func equityBelowLabour(c *kase) {
	list, ok := profitApplied(c)
	if !ok {
		return
	}
	equity, most := appliedTo(list, 1<<ProfitToEquity), labour(list)
	if equity > most {
		c.Breach("model_rules.profit.applied", "Equity shares would take %v; members and employees take %v, and that is the most.", equity, most)
	}
}

// labour is what goes to members and employees, and so the most that may go to equity.
func labour(list []ProfitShare) law.Pence {
	return appliedTo(list, 1<<ProfitToMembers|1<<ProfitToEmployees)
}

func halfKept(c *kase) {
	list, ok := profitApplied(c)
	available, ok1 := law.Need(c, &c.Subject.ModelRules.Ptr().Profit.Ptr().Available, "model_rules.profit.available")
	part, ok2 := law.Read(c, &c.Figures.ProfitToPeople, c.On)
	if !ok || !ok1 || !ok2 {
		return
	}
	members := appliedTo(list, 1<<ProfitToMembers)
	if equity, room := appliedTo(list, 1<<ProfitToEquity), besideMembers(part, available, members); equity > room || members > part.Of(available) {
		c.Breach("model_rules.profit.applied", "Equity shares and members would take %v together; %v of %v is the most.", equity+members, part, available)
	}
}

// besideMembers is what is left for equity of the part that it shares with members.
func besideMembers(part law.Ratio, available, members law.Pence) law.Pence {
	return max(0, part.Of(available)-members)
}

// EquityRoom says how much the company model lets be paid on equity shares out of a year's
// profit, given what else is applied: no more than goes to members and employees, and with
// what goes to members no more than half. What goes to equity already is left out of account.
// It is a limit of the body's own rules, and no law.
func EquityRoom(f *Figures, p *ModelProfit, on law.Date) law.Allowance {
	a := law.Open()
	a.Weight = law.OwnRules
	if err := (&ModelRules{Profit: law.Known(*p)}).checkProfit(); err != nil {
		return law.NoSuch(err.Error())
	}
	part, ok := read(&a, &f.ProfitToPeople, on)
	list, ok1 := p.Applied.Get()
	available, ok2 := p.Available.Get()
	if !ok1 {
		a.Lack("applied", "What else is the profit applied to?")
	}
	if !ok2 {
		a.Lack("available", "What profit was there to apply?")
	}
	if !ok || !ok1 || !ok2 {
		return a
	}
	members := appliedTo(list, 1<<ProfitToMembers)
	a.WithinAt(law.OwnRules, labour(list), EquityAboveLabour, byLabour)
	a.WithinAt(law.OwnRules, besideMembers(part, available, members), ProfitBeyondHalf, byLabour)
	a.Working.Add("to members and employees", labour(list))
	a.Working.Rate("part of profit for equity and members", part)
	a.Working.Add("profit available", available)
	a.Working.Add("to members", members)
	return a
}

// byLabour is cited on every call, so that citing it costs nothing.
var byLabour = model2012.At("on the application of profit", "")
