package company

import "github.com/rochdale-go/rochdale/legalform/law"

// A Company is a registered company as facts at a date, with at most one act of each kind
// put to it. The zero Company states nothing.
type Company struct {
	Name   law.Fact[string]   `json:"name,omitzero"`
	Public law.Fact[bool]     `json:"public,omitzero"`
	Basis  law.Fact[Basis]    `json:"basis,omitzero"`
	Formed law.Fact[law.Date] `json:"formed,omitzero"`
	// Traded says that shares carrying votes are admitted to trading on a regulated market
	// by or with the company's consent (s. 360C).
	Traded law.Fact[bool] `json:"traded,omitzero"`
	// Charity says that it is a charity; ScottishCharity that it is one under the law of Scotland.
	Charity         law.Fact[bool] `json:"charity,omitzero"`
	ScottishCharity law.Fact[bool] `json:"scottish_charity,omitzero"`
	// Members is the number of members.
	Members law.Fact[int64]        `json:"members,omitzero"`
	Classes law.Fact[[]ShareClass] `json:"classes,omitzero"`

	Articles Articles `json:"articles,omitzero"`

	Board Board `json:"board,omitzero"`

	// Acts put to the company, to be judged.
	Resolution         law.Fact[Resolution]         `json:"resolution,omitzero"`
	CirculationRequest law.Fact[CirculationRequest] `json:"circulation_request,omitzero"`
	Notice             law.Fact[Notice]             `json:"notice,omitzero"`
	SpecialNotice      law.Fact[SpecialNotice]      `json:"special_notice,omitzero"`
	AnnualMeeting      law.Fact[AnnualMeeting]      `json:"annual_meeting,omitzero"`
	Requisition        law.Fact[Requisition]        `json:"requisition,omitzero"`
	StatementRequest   law.Fact[StatementRequest]   `json:"statement_request,omitzero"`
	Meeting            law.Fact[Meeting]            `json:"meeting,omitzero"`
	PollDemand         law.Fact[PollDemand]         `json:"poll_demand,omitzero"`
	Count              law.Fact[Count]              `json:"count,omitzero"`
	Variation          law.Fact[Variation]          `json:"variation,omitzero"`
	Amendment          law.Fact[Amendment]          `json:"amendment,omitzero"`
	Reduction          law.Fact[Reduction]          `json:"reduction,omitzero"`
	Distribution       law.Fact[Distribution]       `json:"distribution,omitzero"`
	Removal            law.Fact[Removal]            `json:"removal,omitzero"`
	Authorisation      law.Fact[Authorisation]      `json:"authorisation,omitzero"`
	Interest           law.Fact[Interest]           `json:"interest,omitzero"`
	BoardDecision      law.Fact[BoardDecision]      `json:"board_decision,omitzero"`
	Direction          law.Fact[Direction]          `json:"direction,omitzero"`
	Appointment        law.Fact[Appointment]        `json:"appointment,omitzero"`
	Retirement         law.Fact[Retirement]         `json:"retirement,omitzero"`
	Membership         law.Fact[Membership]         `json:"membership,omitzero"`
	Adjournment        law.Fact[Adjournment]        `json:"adjournment,omitzero"`

	SchemeEffect        law.Fact[SchemeEffect]        `json:"scheme_effect,omitzero"`
	SocietyConversion   law.Fact[SocietyConversion]   `json:"society_conversion,omitzero"`
	ResolutionAmendment law.Fact[ResolutionAmendment] `json:"resolution_amendment,omitzero"`
}

// A ShareClass is one class of shares in issue.
type ShareClass struct {
	Name string `json:"name"`
	// Nominal is the nominal value of the issued shares, PaidUp what is paid up on them,
	// treasury shares in both; TreasuryNominal and TreasuryPaidUp are the part in treasury.
	Nominal         law.Fact[law.Pence] `json:"nominal,omitzero"`
	PaidUp          law.Fact[law.Pence] `json:"paid_up,omitzero"`
	TreasuryNominal law.Fact[law.Pence] `json:"treasury_nominal,omitzero"`
	TreasuryPaidUp  law.Fact[law.Pence] `json:"treasury_paid_up,omitzero"`
	// Voting says that the shares carry votes at general meetings, Redeemable that they are
	// to be redeemed or may be.
	Voting     law.Fact[bool] `json:"voting,omitzero"`
	Redeemable law.Fact[bool] `json:"redeemable,omitzero"`
}

type (
	rule  = law.Rule[Company, Figures]
	kase  = law.Case[Company, Figures]
	event = law.Event[Company]
)

// dated makes the event of an act from the fact in it that dates it.
func dated[A any](path string, act func(*Company) *law.Fact[A], date func(*A) law.Fact[law.Date]) event {
	return event{Path: path, Of: func(c *Company) law.Fact[law.Date] {
		if a := act(c).Ptr(); a != nil {
			return date(a)
		}
		return law.Fact[law.Date]{}
	}}
}

// isPublic and isPrivate are conditions of many rules; what is not stated is lacked.
func isPublic(c *kase) bool {
	public, ok := law.Need(c, &c.Subject.Public, "public")
	return ok && public
}

func isPrivate(c *kase) bool {
	public, ok := law.Need(c, &c.Subject.Public, "public")
	return ok && !public
}

func hasShares(c *kase) bool {
	b, ok := law.Need(c, &c.Subject.Basis, "basis")
	return ok && b.HasShares()
}

func isTraded(c *kase) bool {
	traded, ok := law.Need(c, &c.Subject.Traded, "traded")
	return ok && traded
}

// must reports a breach where a stated fact is not as it must be.
func must(c *kase, f *law.Fact[bool], want bool, path, message string) {
	if got, ok := law.Need(c, f, path); ok && got != want {
		c.Breach(path, "%s", message)
	}
}

// asked is must for a judgement that a person records.
func asked(c *kase, f *law.Fact[bool], want bool, path, question, message string) {
	if got, ok := law.Ask(c, f, path, question); ok && got != want {
		c.Breach(path, "%s", message)
	}
}
