package right

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of the two policies.
const (
	RequestNotOpen    law.Code = "rtr.not-open"
	RequestNotStaff   law.Code = "rtr.not-staff"
	RequestNotHealth  law.Code = "rtr.not-community-health"
	RequestNotOfTrust law.Code = "rtr.not-of-primary-care-trust"
	ProvideNotOpen    law.Code = "rtp.not-open"
	ProvideNotStaff   law.Code = "rtp.not-staff"
	ProvideNotCare    law.Code = "rtp.not-health-or-care"
)

type (
	rule  = law.Rule[Matter, Figures]
	kase  = law.Case[Matter, Figures]
	event = law.Event[Matter]
)

var askedOn = event{Path: "asked", Of: func(m *Matter) law.Fact[law.Date] { return m.Asked }}

// request is the Right to Request: the staff of a primary care trust could put a proposal to
// its board, which had to consider it.
var request = law.Topic("right to request",
	rule{
		Code: RequestNotOpen, Provision: lastWave.At("", ""),
		Says:    "Proposals were taken from 2008 until the last wave was announced.",
		InForce: inRequest, Weight: law.Guidance, Event: askedOn, Check: requestOpen,
		Remedy: "Look for the right of a later day.", Ended: "no wave came after the third; the Right to Provide was promised in its place",
	},
	rule{
		Code: RequestNotStaff, Provision: requestWho.At("", ""),
		Says:    "The proposal comes from staff of the primary care trust.",
		InForce: inRequest, Weight: law.Guidance, Event: askedOn, Check: staffAsk,
		Remedy: "Let those who are employed in the service propose.", Ended: "the right ended with its last wave",
	},
	rule{
		Code: RequestNotHealth, Provision: requestWho.At("", ""),
		Says:    "The service is of community health.",
		InForce: inRequest, Weight: law.Guidance, Event: askedOn, Check: communityHealth,
		Remedy: "Leave other services out of the proposal.", Ended: "the right ended with its last wave",
	},
	rule{
		Code: RequestNotOfTrust, Provision: requestWho.At("", ""),
		Says:    "A primary care trust provides the service, and is asked.",
		InForce: inRequest, Weight: law.Guidance, Event: askedOn, Check: ofTrust,
		Remedy: "Put the proposal to the board of the primary care trust that provides the service.", Ended: "the right ended with its last wave",
	},
)

// provide is the Right to Provide of the Department of Health: staff of health and social care
// could put an expression of interest to their organisation's board.
var provide = law.Topic("right to provide",
	rule{
		Code: ProvideNotOpen, Provision: provideSays.At("", ""),
		Says:    "Expressions of interest were taken from March 2011 until 31 December 2011.",
		InForce: inProvide, Weight: law.Guidance, Event: askedOn, Check: provideOpen,
		Remedy: "Look for the right of a later day.", Ended: "expressions of interest were due by that day",
	},
	rule{
		Code: ProvideNotStaff, Provision: provideSays.At("", ""),
		Says:    "The expression of interest comes from staff of the organisation, one person or a team.",
		InForce: inProvide, Weight: law.Guidance, Event: askedOn, Check: staffAsk,
		Remedy: "Let those who are employed in the service ask.", Ended: "expressions of interest were due by that day",
	},
	rule{
		Code: ProvideNotCare, Provision: provideSays.At("", ""),
		Says:    "The service is of the National Health Service or of social care.",
		InForce: inProvide, Weight: law.Guidance, Event: askedOn, Check: healthOrCare,
		Remedy: "Leave other services out of the expression of interest.", Ended: "expressions of interest were due by that day",
	},
)

// requestOpen has an answer in every reading but that of a day before the scheme began.
func requestOpen(c *kase) {
	if open, ok := law.Read(c, &c.Figures.RequestOpen, c.On); ok && !open {
		c.Breach("asked", "No proposal was taken on %s.", c.On.Long())
	}
}

func provideOpen(c *kase) {
	if open, ok := law.Read(c, &c.Figures.ProvideOpen, c.On); ok && !open {
		c.Breach("asked", "No expression of interest was taken on %s.", c.On.Long())
	}
}

func staffAsk(c *kase) {
	h := &c.Subject.Holder
	kind, ok := law.Need(c, &h.Kind, "holder.kind")
	if ok && kind != Employees {
		c.Breach("holder.kind", "The right is that of staff, and %v asks.", kind)
	}
	if !ok || kind != Employees {
		return
	}
	if own, ok := law.Need(c, &h.OfAuthority, "holder.of_authority"); ok && !own {
		c.Breach("holder.of_authority", "Those who ask are not employed by the organisation that they ask.")
	}
	if n, ok := law.Need(c, &h.Staff, "holder.staff"); ok && n < 1 {
		c.Breach("holder.staff", "Nobody of the staff asks.")
	}
}

func communityHealth(c *kase) {
	if kind, ok := law.Need(c, &c.Subject.Service.Kind, "service.kind"); ok && kind != CommunityHealth {
		c.Breach("service.kind", "The right was to community health services, and this one is of the kind %v.", kind)
	}
}

func ofTrust(c *kase) {
	if kind, ok := law.Need(c, &c.Subject.Authority.Kind, "authority.kind"); ok && kind != PrimaryCareTrust {
		c.Breach("authority.kind", "The right was to services of primary care trusts, and a %v is asked.", kind)
	}
	if own, ok := law.Need(c, &c.Subject.Service.Provided, "service.provided"); ok && !own {
		c.Breach("service.provided", "The primary care trust does not provide the service.")
	}
}

func healthOrCare(c *kase) {
	kind, ok := law.Need(c, &c.Subject.Service.Kind, "service.kind")
	if ok && kind != CommunityHealth && kind != OtherHealth && kind != SocialCare {
		c.Breach("service.kind", "The scheme was for health and social care, and this service is of the kind %v.", kind)
	}
}
