// Package company models the company law of membership and its decisions: who votes and
// how many votes, how a resolution is passed and of what its majority is a fraction, how
// meetings are called, quorums and polls, written resolutions, class rights, reductions of
// capital, distributions, directors, and what the model articles say of them.
//
// The law is the Companies Act 2006 (c. 46), for the whole United Kingdom, from 1 October
// 2007, when Part 13 came into force, read as at 23 November 2026; with the Companies
// (Shareholders' Rights) Regulations 2009, which govern meetings of which notice was given
// on or after 3 August 2009, and the Companies (Model Articles) Regulations 2008. A text
// that was replaced is a row of its own and names its successor, so that a vote is judged
// by the law of its day. Two rules of the common law stand among the statutes', since they
// bind as those do; the model articles are a body's own rules, and no breach of them is
// called unlawful. They are judged for a company that states which schedule applies, and in
// which matters its articles alter it.
//
// Not covered: the register of members, accounts and audit, transfers and allotments,
// takeovers, insolvency, unfair prejudice, and the Companies Acts before 2006. Of what was
// saved from them the rules know a chair's casting vote, the first annual meeting after
// September 2007, boards without a natural person, conflicts and transactions of before 1
// October 2008 with the members' leave that older companies need, and reductions of capital
// by the court before 1 October 2009.
//
// Most callers want Resolve, which says whether a resolution is carried, with the
// arithmetic of every test, and Rules, which judge a Company as at a date. Calculators
// (NoticeBy, SpecialNoticeBy, LapsesOn, RequisitionNeeds, QuorumOf, PollDemanded,
// ClassConsentNeeds, DistributableProfits, ProfitsLeft; AdjournedNoticeBy, PollBy and MustRetire
// under the model articles) are the same functions that the rules use. A Company is facts: its zero value
// states nothing, and judging it answers unknown, naming what is missing. One act of each
// kind is put to a company and judged with it. Shares, Guarantee and Public are the forms of
// a company, and PaymentAllowance says how much of a payment one may make.
//
// Everything here is a value or read-only once built, and safe for concurrent use.
package company
