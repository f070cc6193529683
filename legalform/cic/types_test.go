package cic

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestTypesRules(t *testing.T) {
	standing := func(change func(*Standing)) func(*Company) {
		return func(c *Company) { change(&c.Standing) }
	}
	plc := func(c *Company) {
		c.Public = yes
		c.Standing.Directors, c.Standing.Secretary = law.Known(2), yes
		c.Standing.Allotted, c.Standing.TradingCertificate = pounds(50_000), yes
	}
	reregister := func(to Limited, says law.Fact[bool]) func(*Company) {
		return standing(func(s *Standing) {
			s.Reregistration = law.Known(Reregistration{On: day("2019-05-01"), To: law.Known(to), CertificateStatesCIC: says})
		})
	}
	lawtest.Suite[Company, Figures]{
		Rules: typesTable, Figures: Enacted(), Lawful: ordinary, On: "2020-01-01", In: law.England,
		Dates: map[string]func(*Company, law.Date){"standing.reregistration.on": func(c *Company, d law.Date) {
			r := *c.Standing.Reregistration.Ptr()
			r.On = law.Known(d)
			c.Standing.Reregistration = law.Known(r)
		}},
		Cases: []lawtest.Case[Company]{
			{Name: "s. 26(2): limited by shares", Code: WrongForm, Want: law.Met},
			{Name: "s. 26(2): limited by guarantee with a share capital, an old one", Code: WrongForm, Change: standing(func(s *Standing) { s.Limited = law.Known(ByGuaranteeAndShares) }), Want: law.Met},
			{Name: "s. 26(2): unlimited", Code: WrongForm, Change: standing(func(s *Standing) { s.Limited = law.Known(Unlimited) }), Want: law.Breached, At: "standing.limited"},
			{Name: "s. 26(2): nobody says", Code: WrongForm, Change: standing(func(s *Standing) { s.Limited = law.Fact[Limited]{} }), Want: law.Unknown, At: "standing.limited"},
			{Name: "s. 26(3): no charity", Code: CharityToo, Want: law.Met},
			{Name: "s. 26(3): registered as a charity as well", Code: CharityToo, Change: standing(func(s *Standing) { s.Charity = yes }), Want: law.Breached, At: "standing.charity"},
			{Name: "s. 52(1): private to public", Code: UnlimitedByRegister, Change: reregister(ByShares, yes), Want: law.Met},
			{Name: "s. 52(1): to unlimited", Code: UnlimitedByRegister, Change: reregister(Unlimited, yes), Want: law.Breached, At: "standing.reregistration.to"},
			{Name: "s. 52(1): not re-registered", Code: UnlimitedByRegister, Want: law.NotApplicable},
			{Name: "s. 52(2): the certificate says so", Code: CertificateSilent, Change: reregister(ByShares, yes), Want: law.Met},
			{Name: "s. 52(2): it does not", Code: CertificateSilent, Change: reregister(ByShares, no), Want: law.Breached, At: "standing.reregistration.certificate_states_cic"},
			{Name: "s. 52(2): not re-registered", Code: CertificateSilent, Want: law.NotApplicable},
			{Name: "s. 154(1): one director of a private company", Code: TooFewDirectors, Want: law.Met},
			{Name: "s. 154(1): none", Code: TooFewDirectors, Change: standing(func(s *Standing) { s.Directors = law.Known(0) }), Want: law.Breached, At: "standing.directors"},
			{Name: "s. 154(2): two directors of a public company", Code: TooFewDirectors, Change: plc, Want: law.Met},
			{Name: "s. 154(2): one", Code: TooFewDirectors, Change: both(plc, standing(func(s *Standing) { s.Directors = law.Known(1) })), Want: law.Breached},
			{Name: "s. 155: a natural person", Code: NoNaturalDirector, Want: law.Met},
			{Name: "s. 155: none", Code: NoNaturalDirector, Change: standing(func(s *Standing) { s.NaturalDirectors = law.Known(0) }), Want: law.Breached, At: "standing.natural_directors"},
			{Name: "s. 7: one member", Code: NoMember, Want: law.Met},
			{Name: "s. 7: none", Code: NoMember, Change: standing(func(s *Standing) { s.Members = law.Known(0) }), Want: law.Breached, At: "standing.members"},
			{Name: "s. 4(2): a public company with shares", Code: PublicWithoutShares, Change: plc, Want: law.Met},
			{Name: "s. 4(2): without", Code: PublicWithoutShares, Change: both(plc, func(c *Company) { c.Type = law.Known(ByGuarantee) }), Want: law.Breached, At: "public"},
			{Name: "s. 4(2): a private company", Code: PublicWithoutShares, Want: law.NotApplicable},
			{Name: "s. 271: a secretary", Code: NoSecretary, Change: plc, Want: law.Met},
			{Name: "s. 271: none", Code: NoSecretary, Change: both(plc, standing(func(s *Standing) { s.Secretary = no })), Want: law.Breached, At: "standing.secretary"},
			{Name: "s. 271: a private company needs none", Code: NoSecretary, Want: law.NotApplicable},
			{Name: "s. 763: exactly £50,000", Code: CapitalTooSmall, Change: plc, Want: law.Met},
			{Name: "s. 763: a penny less", Code: CapitalTooSmall, Change: both(plc, standing(func(s *Standing) { s.Allotted = pence(4_999_999) })), Want: law.Breached, At: "standing.allotted"},
			{Name: "s. 761: no certificate", Code: CapitalTooSmall, Change: both(plc, standing(func(s *Standing) { s.TradingCertificate = no })), Want: law.Breached, At: "standing.trading_certificate"},
			{Name: "s. 763: a private company", Code: CapitalTooSmall, Want: law.NotApplicable},
		},
	}.Run(t)
}

type enumeration interface {
	encoding.TextMarshaler
	String() string
}

// roundTrip checks every value of an enumeration, and that others are refused by name.
func roundTrip[E interface {
	~uint8
	enumeration
}, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, last E) {
	t.Helper()
	for i := uint8(1); i <= uint8(last); i++ {
		b, err := E(i).MarshalText()
		require.NoError(t, err)
		var back E
		require.NoError(t, P(&back).UnmarshalText(b))
		assert.Equal(t, E(i), back)
	}
	assert.True(t, strings.HasPrefix(E(uint8(last)+1).String(), "unknown"), "%v is the last", last)
	var back E
	assert.Error(t, P(&back).UnmarshalText([]byte("")), "not stated is no value")
	assert.ErrorContains(t, P(&back).UnmarshalText([]byte("no such thing")), "no such thing")
}

func TestEnumerationsMarshalBothWays(t *testing.T) {
	roundTrip(t, OtherBody)
	roundTrip(t, FollowsMixed)
	roundTrip(t, ExceptOther)
	roundTrip(t, PartnershipNotCompany)
	roundTrip(t, ResolutionsCancelled)
	roundTrip(t, UnderNorthernIrishLaw)
	roundTrip(t, SubsidiaryOfEither)
	roundTrip(t, ObjectsRefused)
	roundTrip(t, BecomePartnership)
	roundTrip(t, PetitionPresented)
	roundTrip(t, PetitionToWindUp)
	roundTrip(t, ObjectsNotPursued)
	roundTrip(t, AgainstRemoval)
	roundTrip(t, FeeReport)
	roundTrip(t, BySoftwareSameDay)
}

func TestCompanyWithEveryFormalFactMarshalsBothWays(t *testing.T) {
	c := ordinary()
	f, v, o, l, r := forming(), becoming(), altering(), becomingCharity(), reporting()
	c.Formation, c.Conversion, c.Objects, c.Leaving, c.Report = f.Formation, v.Conversion, o.Objects, l.Leaving, r.Report
	c.Standing = ordering().Standing
	c.Community = benefiting().Community
	b, err := json.Marshal(c)
	require.NoError(t, err)
	var back Company
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back))
	assert.Equal(t, c, back)
}
