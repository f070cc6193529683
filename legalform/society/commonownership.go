package society

import "github.com/rochdale-go/rochdale/legalform/law"

// Codes of what a common ownership enterprise must satisfy to be given its certificate, and
// must go on satisfying, since the certificate may be revoked.
const (
	NotCertifiableBody       law.Code = "society.common-ownership-body"
	OutsidersInCommon        law.Code = "society.common-ownership-outsiders"
	WorkersShutOut           law.Code = "society.common-ownership-workers-shut-out"
	UnequalInCommon          law.Code = "society.common-ownership-votes"
	AssetsMadeOver           law.Code = "society.common-ownership-assets"
	ResidueToMembersInCommon law.Code = "society.common-ownership-residue"
	WorkersWithoutControl    law.Code = "society.common-ownership-control"
	NotCoOperativeEnterprise law.Code = "society.co-operative-enterprise"
)

// CertifiedBody is what kind of body is to be certified.
type CertifiedBody uint8

// The kinds. A company is one limited by guarantee without a share capital.
const (
	CertifiedSociety CertifiedBody = iota + 1
	CertifiedCompany
	OtherBody
)

var certifiedBodies = []string{"", "registered-society", "guarantee-company", "other"}

// String gives the JSON value.
func (b CertifiedBody) String() string { return law.NameOf(certifiedBodies, b) }

// MarshalText writes String.
func (b CertifiedBody) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *CertifiedBody) UnmarshalText(text []byte) error {
	return law.ParseName(b, certifiedBodies, text, "a body to be certified")
}

// CommonOwnership is what a certificate as a common ownership enterprise goes by. The facts
// about provisions are about its rules, or its articles where it is a company.
type CommonOwnership struct {
	Body law.Fact[CertifiedBody] `json:"body,omitzero"`
	// BonaFide: a company is a bona fide co-operative society.
	BonaFide law.Fact[bool] `json:"bona_fide,omitzero"`
	// OnlyEmployed: only persons employed by the body or a subsidiary may be members.
	// AllEmployed: all of them may be, subject to qualifications that the members make.
	OnlyEmployed law.Fact[bool] `json:"only_employed,omitzero"`
	AllEmployed  law.Fact[bool] `json:"all_employed,omitzero"`
	// Discriminates: those qualifications go by politics or religion.
	Discriminates law.Fact[bool] `json:"discriminates,omitzero"`
	EqualVotes    law.Fact[bool] `json:"equal_votes,omitzero"`
	// AssetsKept: assets serve objects that do not include making them over to members but
	// for value or in sharing profits.
	AssetsKept law.Fact[bool] `json:"assets_kept,omitzero"`
	// ResidueKept: on a winding up what is left goes to another common ownership enterprise, a
	// central fund for them, or else to charity, and not to members.
	ResidueKept law.Fact[bool] `json:"residue_kept,omitzero"`
	// Controlled: a majority of those who work for it and its subsidiaries control it.
	Controlled law.Fact[bool] `json:"controlled_by_workers,omitzero"`
	// Substance is put where the other certificate, as a co-operative enterprise, is sought:
	// that by what its constitution provides it is in substance a co-operative association.
	Substance law.Fact[bool] `json:"co_operative_in_substance,omitzero"`
}

var (
	act1976  = law.Instrument{Title: "Industrial Common Ownership Act 1976 (c. 78)", Path: "ukpga/1976/78"}
	from1976 = []law.Window{law.From("1976-11-22", law.GreatBritain)}
)

func commonAsks(of func(*CommonOwnership) *law.Fact[bool], field, asks string, keeps bool, otherwise string) judgement {
	return judgement{
		func(s *Society) *law.Fact[bool] { return of(s.CommonOwnership.Ptr()) }, "common_ownership." + field, asks, keeps, otherwise,
	}
}

// commonOwnershipRules: section 1, on grants and loans, was repealed on 22 July 2004; section
// 2, which says who may be certified, was not. The Act does not extend to Northern Ireland.
var commonOwnershipRules = law.Topic("common ownership",
	rule{
		Code: NotCertifiableBody, Provision: act1976.At("s. 2(1)(a)", "section/2"),
		Says: "A common ownership enterprise is a registered society, or a company limited by guarantee without a share capital that is a bona fide " +
			"co-operative society.",
		InForce: from1976, Applies: hasCommonOwnership, Check: certifiableBody,
		Remedy: "Register as a society, or as such a company.",
	},
	rule{
		Code: OutsidersInCommon, Provision: act1976.At("s. 2(1)(b)(i)", "section/2"),
		Says:    "Its rules must secure that only persons employed by it, or by a subsidiary, may be members.",
		InForce: from1976, Applies: hasCommonOwnership,
		Check: judgedBy(commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.OnlyEmployed }, "only_employed",
			"Do the rules secure that only persons employed by it or a subsidiary may be members?", true, "Persons whom neither it nor a subsidiary employs may be members.")),
		Remedy: "End the membership of those who do not work for it, founders too.",
	},
	rule{
		Code: WorkersShutOut, Provision: act1976.At("s. 2(1)(b)(i)", "section/2"),
		Says: "Its rules must secure that all persons employed may be members, subject to qualifications which the members make and which do not " +
			"discriminate by politics or religion.",
		InForce: from1976, Applies: hasCommonOwnership,
		Check: judgedBy(
			commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.AllEmployed }, "all_employed",
				"May all employed persons be members, subject to qualifications that the members make?", true, "Some employed persons may not be members."),
			commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.Discriminates }, "discriminates",
				"Do the qualifications discriminate by politics or religion?", false, "The qualifications for membership discriminate by politics or religion."),
		),
		Remedy: "Open membership to all who are employed, with no qualification but age, service and the like.",
	},
	rule{
		Code: UnequalInCommon, Provision: act1976.At("s. 2(1)(b)(i)", "section/2"),
		Says:    "Its rules must secure that members have equal voting rights at its meetings.",
		InForce: from1976, Applies: hasCommonOwnership,
		Check: judgedBy(commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.EqualVotes }, "equal_votes",
			"Have members equal voting rights?", true, "Members have not equal voting rights.")),
		Remedy: "Give each member one vote.",
	},
	rule{
		Code: AssetsMadeOver, Provision: act1976.At("s. 2(1)(b)(ii)", "section/2"),
		Says: "Its assets must be applied only for objects which do not include making them over to a member except for value, or under " +
			"arrangements for sharing profits among members.",
		InForce: from1976, Applies: hasCommonOwnership,
		Check: judgedBy(commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.AssetsKept }, "assets_kept",
			"Do the rules keep assets from members, but for value or in sharing profits?", true, "The rules let assets go to members without value and otherwise than in sharing profits.")),
		Remedy: "Change the objects so that members take assets only for value or as a share of profits.",
	},
	rule{
		Code: ResidueToMembersInCommon, Provision: act1976.At("s. 2(1)(b)(iii)", "section/2"),
		Says: "What is left on a winding up or dissolution must not be distributed among members, but go to another common ownership enterprise or a " +
			"central fund for them and, so far as it does not, be held for charitable purposes.",
		InForce: from1976, Applies: hasCommonOwnership,
		Check: judgedBy(commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.ResidueKept }, "residue_kept",
			"Do the rules send what is left to common ownership, or else to charity, and nothing to members?", true, "The rules do not keep what is left on a winding up from members.")),
		Remedy: "Provide so in the rules.",
	},
	rule{
		Code: WorkersWithoutControl, Provision: act1976.At("s. 2(1)(c), (2)(b)", "section/2"),
		Says:    "It must be controlled by a majority of the people working for it and for its subsidiaries.",
		InForce: from1976, Applies: hasCommonOwnership,
		Check: judgedBy(commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.Controlled }, "controlled_by_workers",
			"Do a majority of those who work for it and its subsidiaries control it?", true, "A majority of those who work for it do not control it.")),
		Remedy: "Bring a majority of those who work for it into membership and control.",
	},
	rule{
		Code: NotCoOperativeEnterprise, Provision: act1976.At("s. 2(2)(a)", "section/2"),
		Says: "A co-operative enterprise is, having regard to how its constitution applies its income for its members, in substance a " +
			"co-operative association.",
		InForce: from1976, Applies: seeksOtherCertificate,
		Check: judgedBy(commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.Substance }, "co_operative_in_substance",
			"Is it in substance a co-operative association?", true, "It is in substance no co-operative association.")),
		Remedy: "Change how the constitution applies income.",
	},
)

func hasCommonOwnership(c *kase) bool { return c.Subject.CommonOwnership.Stated() }

func seeksOtherCertificate(c *kase) bool {
	return hasCommonOwnership(c) && c.Subject.CommonOwnership.Ptr().Substance.Stated()
}

func certifiableBody(c *kase) {
	x := c.Subject.CommonOwnership.Ptr()
	body, ok := law.Need(c, &x.Body, "common_ownership.body")
	switch {
	case !ok || body == CertifiedSociety:
	case body == CertifiedCompany:
		commonAsks(func(x *CommonOwnership) *law.Fact[bool] { return &x.BonaFide }, "bona_fide",
			"Is the company a bona fide co-operative society?", true, "The company is no bona fide co-operative society.").put(c)
	default:
		c.Breach("common_ownership.body", "The body is neither a registered society nor a company limited by guarantee without a share capital.")
	}
}
