package financialmutual

import "github.com/rochdale-go/rochdale/legalform/law"

// CreditUnionForm is the form of a credit union of Great Britain.
func CreditUnionForm(f Figures) *law.Family[CreditUnion, Figures] {
	return &law.Family[CreditUnion, Figures]{
		ID: "credit-union", Title: "Credit union", Table: creditUnions, Figures: f,
		Fits: (*CreditUnion).Check, Drafts: draftCreditUnion,
		Limits: CreditUnionAllowance, Bounds: bounds, Proposes: proposeDividends, Describes: describeCreditUnion,
	}
}

// BuildingSocietyForm is the form of a building society.
func BuildingSocietyForm(f Figures) *law.Family[BuildingSociety, Figures] {
	return &law.Family[BuildingSociety, Figures]{
		ID: "building-society", Title: "Building society", Table: buildingSocieties, Figures: f,
		Fits:   (*BuildingSociety).Check,
		Drafts: func(law.Plan, *Figures) BuildingSociety { return BuildingSociety{OneVoteEach: law.Known(true)} },
		Limits: buildingSocietyLimits, Bounds: law.Fixed(buildingSocietyLimits),
		Proposes:  func(s BuildingSociety, _ *law.Books, _ []law.Payment) BuildingSociety { return s },
		Describes: describeBuildingSociety,
	}
}

// FriendlySocietyForm is the form of an incorporated friendly society.
func FriendlySocietyForm(f Figures) *law.Family[FriendlySociety, Figures] {
	return &law.Family[FriendlySociety, Figures]{
		ID: "friendly-society", Title: "Friendly society", Table: friendlySocieties, Figures: f,
		Fits: (*FriendlySociety).Check, Drafts: func(law.Plan, *Figures) FriendlySociety { return FriendlySociety{} },
		Limits: friendlySocietyLimits, Bounds: law.Fixed(friendlySocietyLimits),
		Proposes:  func(s FriendlySociety, _ *law.Books, _ []law.Payment) FriendlySociety { return s },
		Describes: describeFriendlySociety,
	}
}

// draftCreditUnion has the holding of a share that the Act allows its rules to ask, and
// leaves the dividend to the Act's rate.
func draftCreditUnion(p law.Plan, f *Figures) CreditUnion {
	s := CreditUnion{
		Members: law.Known(int64(p.Members)), WithoutShare: law.Known(int64(0)), OneVoteEach: law.Known(true), DividendByRules: law.Known(false),
	}
	if e, ok := f.MostShareAsked.At(p.Founded); ok {
		s.ShareAsked = law.Known(e.Value)
	}
	return s
}

func buildingSocietyLimits(_ *BuildingSociety, _ *Figures, p law.Payment, _ *law.Books) law.Allowance {
	return BuildingSocietyAllowance(p.Kind)
}

func friendlySocietyLimits(_ *FriendlySociety, _ *Figures, p law.Payment, _ *law.Books) law.Allowance {
	return FriendlySocietyAllowance(p.Kind)
}
