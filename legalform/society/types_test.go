package society

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestFullyMutualHousing(t *testing.T) {
	lawful := func() Society {
		s := lawfulBencom()
		mutual(&s)
		s.Type = law.Known(TypeHousing)
		s.Housing = law.Known(Housing{FullyMutual: isSo, OnlyTenants: isSo, OnlyMembers: isSo, LetToOutsider: notSo, AdmittedOutsider: notSo})
		return s
	}
	of := func(f func(*Housing) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
		return func(s *Society) *law.Fact[bool] { return f(s.Housing.Ptr()) }
	}
	cases := asking(nil,
		askedCase{NotFullyMutual, "housing.only_tenants", of(func(x *Housing) *law.Fact[bool] { return &x.OnlyTenants }), true},
		askedCase{NotFullyMutual, "housing.only_members", of(func(x *Housing) *law.Fact[bool] { return &x.OnlyMembers }), true},
		askedCase{LetToNonMember, "housing.let_to_outsider", of(func(x *Housing) *law.Fact[bool] { return &x.LetToOutsider }), false},
		askedCase{OutsiderAdmitted, "housing.admitted_outsider", of(func(x *Housing) *law.Fact[bool] { return &x.AdmittedOutsider }), false},
	)
	all := []law.Code{NotFullyMutual, LetToNonMember, OutsiderAdmitted}
	cases = append(cases, leaves("one that does not claim to be fully mutual may let to anybody", func(s *Society) {
		s.Housing.Ptr().FullyMutual, s.Housing.Ptr().LetToOutsider = notSo, isSo
	}, all...)...)
	cases = append(cases, leaves("no housing", func(s *Society) { s.Housing = law.Fact[Housing]{} }, all...)...)
	cases = append(cases, lawtest.Case[Society]{
		Name: "s. 1(2): whether it is fully mutual is not stated", Code: NotFullyMutual, Want: law.Unknown, At: "housing.fully_mutual",
		Change: func(s *Society) { s.Housing.Ptr().FullyMutual = law.Fact[bool]{} },
	})
	suite(typeRules, lawful, cases...).Run(t)
}

func TestCommonOwnershipCertificate(t *testing.T) {
	lawful := func() Society {
		s := lawfulBencom()
		mutual(&s)
		s.CommonOwnership = law.Known(CommonOwnership{
			Body: law.Known(CertifiedSociety), OnlyEmployed: isSo, AllEmployed: isSo, Discriminates: notSo, EqualVotes: isSo,
			AssetsKept: isSo, ResidueKept: isSo, Controlled: isSo, Substance: isSo,
		})
		return s
	}
	of := func(f func(*CommonOwnership) *law.Fact[bool]) func(*Society) *law.Fact[bool] {
		return func(s *Society) *law.Fact[bool] { return f(s.CommonOwnership.Ptr()) }
	}
	company := func(s *Society) { s.CommonOwnership.Ptr().Body = law.Known(CertifiedCompany) }
	cases := asking(nil,
		askedCase{OutsidersInCommon, "common_ownership.only_employed", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.OnlyEmployed }), true},
		askedCase{WorkersShutOut, "common_ownership.all_employed", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.AllEmployed }), true},
		askedCase{WorkersShutOut, "common_ownership.discriminates", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.Discriminates }), false},
		askedCase{UnequalInCommon, "common_ownership.equal_votes", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.EqualVotes }), true},
		askedCase{AssetsMadeOver, "common_ownership.assets_kept", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.AssetsKept }), true},
		askedCase{ResidueToMembersInCommon, "common_ownership.residue_kept", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.ResidueKept }), true},
		askedCase{WorkersWithoutControl, "common_ownership.controlled_by_workers", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.Controlled }), true},
	)
	cases = append(cases, asking(company,
		askedCase{NotCertifiableBody, "common_ownership.bona_fide", of(func(x *CommonOwnership) *law.Fact[bool] { return &x.BonaFide }), true},
	)...)
	cases = append(cases,
		lawtest.Case[Society]{Name: "s. 2(1)(a)(ii): a registered society", Code: NotCertifiableBody, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(1)(a): a company with shares", Code: NotCertifiableBody, Want: law.Breached, At: "common_ownership.body", Change: func(s *Society) {
			s.CommonOwnership.Ptr().Body = law.Known(OtherBody)
		}},
		lawtest.Case[Society]{Name: "s. 2(1)(a): a body not stated", Code: NotCertifiableBody, Want: law.Unknown, At: "common_ownership.body", Change: func(s *Society) {
			s.CommonOwnership.Ptr().Body = law.Fact[CertifiedBody]{}
		}},
		lawtest.Case[Society]{Name: "s. 2(2)(a): a co-operative in substance", Code: NotCoOperativeEnterprise, Want: law.Met},
		lawtest.Case[Society]{Name: "s. 2(2)(a): none in substance", Code: NotCoOperativeEnterprise, Want: law.Breached, At: "common_ownership.co_operative_in_substance", Change: func(s *Society) {
			s.CommonOwnership.Ptr().Substance = notSo
		}},
		lawtest.Case[Society]{Name: "s. 2(2): the other certificate is not sought", Code: NotCoOperativeEnterprise, Want: law.NotApplicable, Change: func(s *Society) {
			s.CommonOwnership.Ptr().Substance = law.Fact[bool]{}
		}},
		lawtest.Case[Society]{Name: "s. 2(1)(b)(i): a founder who does not work for it keeps a vote", Code: OutsidersInCommon, Want: law.Breached, Change: func(s *Society) {
			s.CommonOwnership.Ptr().OnlyEmployed = notSo
		}},
	)
	var codes []law.Code
	for m := range commonOwnershipRules.All() {
		assert.Equal(t, law.Statute, m.Weight)
		codes = append(codes, m.Code)
	}
	cases = append(cases, leaves("no certificate is sought", func(s *Society) { s.CommonOwnership = law.Fact[CommonOwnership]{} }, codes...)...)
	suite(commonOwnershipRules, lawful, cases...).Run(t)
}

func TestTypesAndWhatTheyShareASurplusBy(t *testing.T) {
	for ty, want := range map[Type][]SurplusBase{
		TypeConsumer: {OnPurchases}, TypeWorker: {OnHours, OnPay, OnEqualShares}, TypeProducer: {OnVolume, OnValueSupplied},
		TypeSecondary: {OnThroughput}, TypeMultiStakeholder: {OnClassFormula}, TypeHousing: nil, TypeCommunity: nil, 0: nil,
	} {
		assert.Equal(t, want, ty.SurplusBases(), "%v", ty)
	}
	for ty := TypeConsumer; ty <= TypeCommunity; ty++ {
		b, err := json.Marshal(ty)
		require.NoError(t, err)
		var got Type
		require.NoError(t, json.Unmarshal(b, &got))
		assert.Equal(t, ty, got)
	}
	var b SurplusBase
	require.Error(t, json.Unmarshal([]byte(`"by luck"`), &b))
}
