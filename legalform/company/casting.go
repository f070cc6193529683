package company

import "github.com/rochdale-go/rochdale/legalform/law"

func castingVoteGiven(c *kase) bool {
	r := c.Subject.Resolution.Ptr()
	return r != nil && r.CastingVote.Or(false) && putBy(c, ShowOfHands, Poll)
}

func castingVoteSaved(c *kase) {
	if saved, ok := savedCastingVote(c); ok && !saved {
		c.Breach("resolution.casting_vote", "A casting vote was counted, to which no article of before 1 October 2007 entitles the chair.")
	}
}

// wonByCastingVote reports whether an equality was resolved by a casting vote that is saved.
func wonByCastingVote(c *kase, v *Verdict) bool {
	if !castingVoteGiven(c) || len(v.Tests) != 1 || 2*v.Tests[0].Count != v.Tests[0].Whole || !v.Tests[0].Threshold.Strict {
		return false
	}
	saved, ok := savedCastingVote(c)
	return saved || !ok
}

// The doubt about the saving for casting votes.
const (
	savedGap = "The saving for casting votes came on 14 January 2008: does it look back to 1 October 2007?"
	savedYes = "the casting vote counts"
	savedNot = "it does not"
)

// savedCastingVote reports whether the articles give a casting vote that the saving keeps:
// one that they gave before, kept or put back since. Traded companies lost the saving for
// meetings of which notice was given on or after 3 August 2009 (para 23A(4), which reg 22 of
// the Shareholders' Rights Regulations added).
func savedCastingVote(c *kase) (saved, ok bool) {
	gives, ok1 := law.Need(c, &c.Subject.Articles.CastingVote, "articles.casting_vote")
	before, ok2 := law.Need(c, &c.Subject.Articles.CastingVoteBefore2007, "articles.casting_vote_before_2007")
	if !ok1 || !ok2 || !gives || !before {
		return false, ok1 && ok2
	}
	if c.On.Before(savingDay) {
		return c.Doubt(savedGap, savedYes, savedNot) == 0, true
	}
	if c.On.Before(rightsDay) {
		return true, true
	}
	traded, ok := law.Need(c, &c.Subject.Traded, "traded")
	return ok && !traded, ok
}
