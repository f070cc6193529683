package society

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

// gone is a locked society that an instrument has lawfully dissolved.
func gone() Society {
	s := signing()
	s.Kind, s.Lock = law.Known(CommunityBenefitSociety), law.Known(StatutoryLock)
	s.Ending = law.Known(Ending{
		Way: law.Known(ByInstrument), On: on("2026-05-25"), Lodged: on("2026-05-25"), Signer: law.Known(SignedBySecretary),
		AllProperty: law.Known(true), WithinLock: law.Known(true),
	})
	return s
}

func TestEndings(t *testing.T) {
	end := func(f func(*Ending)) change { return func(s *Society) { f(s.Ending.Ptr()) } }
	certificateDate := func(d string) change { return end(func(x *Ending) { x.Lodged = on(d) }) }
	way := func(w EndingWay) change { return end(func(x *Ending) { x.Way = law.Known(w) }) }
	signed := func(by CertificateSigner) change { return end(func(x *Ending) { x.Signer = law.Known(by) }) }
	notAll := end(func(x *Ending) { x.AllProperty = law.Known(false) })
	adverts := func(gazette, local string) change {
		return func(s *Society) {
			s.Dissolution.Ptr().Gazetted, s.Dissolution.Ptr().AdvertisedLocally = on(gazette), on(local)
		}
	}
	in1990 := inTurn(certificateDate("1990-05-25"), end(func(x *Ending) { x.On = on("1990-05-25") }), adverts("1990-05-20", "1990-05-20"))
	none := func(s *Society) { s.Ending = law.Fact[Ending]{} }
	type c = lawtest.Case[Society]
	courseSuite(endings, gone,
		c{Name: "s. 126(2): the certificate is lodged on the day", Code: EndedUncertified, Want: law.Met},
		c{Name: "s. 126(2): it is lodged the day after", Code: EndedUncertified, Change: certificateDate("2026-05-26"), Want: law.Breached, At: "ending.on"},
		c{Name: "s. 126(1)(a): engagements transferred", Code: EndedUncertified, Change: inTurn(way(ByTransfer), certificateDate("2026-05-26")), Want: law.Breached},
		c{Name: "s. 126(1)(b): wound up", Code: EndedUncertified, Change: inTurn(way(ByWindingUp), certificateDate("2026-05-26")), Want: law.Breached},
		c{Name: "s. 112(2)(a): become a company", Code: EndedUncertified, Change: inTurn(way(ByConversion), certificateDate("2026-05-26")), Want: law.NotApplicable},
		c{Name: "s. 125: dissolved out of administration", Code: EndedUncertified, Change: inTurn(way(FromAdministration), certificateDate("2026-05-26")), Want: law.NotApplicable},
		c{
			Name: "s. 126(2): no certificate is stated", Code: EndedUncertified,
			Change: end(func(x *Ending) { x.Lodged = law.Fact[law.Date]{} }), Want: law.Unknown, At: "ending.certificate_lodged",
		},
		c{Name: "s. 126(2): how it ended is not stated", Code: EndedUncertified, Change: end(func(x *Ending) { x.Way = law.Fact[EndingWay]{} }), Want: law.Unknown, At: "ending.way"},
		c{Name: "s. 126: not ended", Code: EndedUncertified, Change: none, Want: law.NotApplicable},
		c{Name: "1965 s. 59: lodged on the day", Code: EndedUncertified1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 59: the day after", Code: EndedUncertified1965, Change: inTurn(in1990, certificateDate("1990-05-26")), Want: law.Breached},
		c{Name: "1965 s. 59: not ended", Code: EndedUncertified1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "s. 126(3): the secretary certifies it all", Code: CertificateWrong, Want: law.Met},
		c{Name: "s. 126(3): not all the property", Code: CertificateWrong, Change: notAll, Want: law.Breached, At: "ending.certifies_all_property"},
		c{Name: "s. 126(3)(a): the liquidator", Code: CertificateWrong, Change: signed(SignedByLiquidator), Want: law.Met},
		c{Name: "s. 126(3)(b): an approved officer", Code: CertificateWrong, Change: signed(SignedByApprovedOfficer), Want: law.Met},
		c{Name: "s. 126(3): any other", Code: CertificateWrong, Change: signed(SignedByOther), Want: law.Breached, At: "ending.certificate_signed_by"},
		c{Name: "s. 126(3): an administrator of a society not in administration", Code: CertificateWrong, Change: signed(SignedByAdministrator), Want: law.Breached},
		c{Name: "s. 126: a company needs none", Code: CertificateWrong, Change: way(ByConversion), Want: law.NotApplicable},
		c{Name: "1965 s. 59: the secretary certifies it all", Code: CertificateWrong1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 59: not all", Code: CertificateWrong1965, Change: inTurn(in1990, notAll), Want: law.Breached},
		c{Name: "1965 s. 59: not ended", Code: CertificateWrong1965, On: "1990-06-01", Change: none, Want: law.NotApplicable},

		c{Name: "Sch 2 para 7: it certifies the lock too", Code: CertificateNotOfLock, Want: law.Met},
		c{Name: "Sch 2 para 7: it does not", Code: CertificateNotOfLock, Change: end(func(x *Ending) { x.WithinLock = law.Known(false) }), Want: law.Breached, At: "ending.certifies_lock"},
		c{Name: "Sch 2 para 7: no lock", Code: CertificateNotOfLock, Change: func(s *Society) { s.Lock = law.Known(VoluntaryLock) }, Want: law.NotApplicable},

		c{Name: "s. 122(2)(b): from the certificate", Code: DissolvedEarly, Want: law.Met},
		c{Name: "s. 122(2)(b): before it", Code: DissolvedEarly, Change: certificateDate("2026-05-26"), Want: law.Breached, At: "ending.on"},
		c{Name: "s. 122(2)(a): before the advertisement", Code: DissolvedEarly, Change: adverts("2026-05-26", "2026-05-20"), Want: law.Breached},
		c{Name: "s. 122(2)(a): two advertisements, the local one to come", Code: DissolvedEarly, Change: adverts("2026-05-20", "2026-05-26"), Want: law.Unknown},
		c{Name: "s. 122: wound up", Code: DissolvedEarly, Change: way(ByWindingUp), Want: law.NotApplicable},
		c{Name: "s. 122: the instrument is not stated", Code: DissolvedEarly, Change: func(s *Society) { s.Dissolution = law.Fact[Dissolution]{} }, Want: law.Unknown, At: "dissolution"},
		c{Name: "1965 s. 58(7): from the certificate", Code: DissolvedEarly1965, Change: in1990, Want: law.Met},
		c{Name: "1965 s. 58(7): before it", Code: DissolvedEarly1965, Change: inTurn(in1990, certificateDate("1990-05-26")), Want: law.Breached},
		c{Name: "1965 s. 58: wound up", Code: DissolvedEarly1965, Change: inTurn(in1990, way(ByWindingUp)), Want: law.NotApplicable},
	).Run(t)
}

func TestDissolvedFrom(t *testing.T) {
	d := law.MustDate
	assert.Equal(t, "2026-05-20", DissolvedFrom(d("2026-05-20"), d("2026-05-19")).String())
	assert.Equal(t, "2026-05-21", DissolvedFrom(d("2026-05-20"), d("2026-05-21")).String())
	assert.True(t, DissolvedFrom(d("2026-05-20"), law.Date{}).IsZero())
	assert.True(t, DissolvedFrom(law.Date{}, d("2026-05-20")).IsZero())
}
