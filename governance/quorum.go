package governance

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Quorum is how many must be present. Heads and Fraction together are the greater of the
// two, or with Lesser the lesser.
type Quorum struct {
	Heads int64 `json:"heads,omitempty"`
	// Fraction is of the members entitled to vote, rounded up.
	Fraction law.Ratio `json:"fraction,omitzero"`
	Lesser   bool      `json:"lesser,omitempty"`
	// Classes are quorums of their own, all of which are needed as well.
	Classes []ClassQuorum `json:"classes,omitempty"`
	// By is where the quorum comes from.
	By law.Provision `json:"by,omitzero"`
}

// ClassQuorum is how many of a class must be present.
type ClassQuorum struct {
	Class    string    `json:"class"`
	Heads    int64     `json:"heads,omitempty"`
	Fraction law.Ratio `json:"fraction,omitzero"`
}

// Attendance is who is present: members in person, by proxy where the constitution counts
// them, or by representative; one head a member however present.
type Attendance struct {
	Present int64            `json:"present"`
	ByClass map[string]int64 `json:"by_class,omitempty"`
}

// A QuorumTest is an attendance put to a quorum.
type QuorumTest struct {
	Name    string `json:"name"`
	Present int64  `json:"present"`
	Needed  int64  `json:"needed"`
	Met     bool   `json:"met"`
}

// String writes "staff: 4 present, 5 needed: no quorum".
func (t QuorumTest) String() string {
	end := "no quorum"
	if t.Met {
		end = "a quorum"
	}
	return fmt.Sprintf("%s: %d present, %d needed: %s", t.Name, t.Present, t.Needed, end)
}

// Needs returns how many must be present out of so many entitled.
func (q Quorum) Needs(entitled int64) int64 { return needs(q.Heads, q.Fraction, entitled, q.Lesser) }

func needs(heads int64, f law.Ratio, entitled int64, lesser bool) int64 {
	part := int64(f.OfUp(law.Pence(entitled)))
	switch {
	case f.Num() == 0:
		return heads
	case heads == 0:
		return part
	case lesser:
		return min(heads, part)
	}
	return max(heads, part)
}

// Test puts an attendance to the quorum, in all and by class; every test must be met.
func (q Quorum) Test(e *Entitled, a Attendance) ([]QuorumTest, bool) {
	need := q.Needs(e.Members)
	tests := []QuorumTest{{"members", a.Present, need, a.Present >= need}}
	met := tests[0].Met
	for _, c := range q.Classes {
		need := needs(c.Heads, c.Fraction, e.membersOf(c.Class), false)
		t := QuorumTest{c.Class, a.ByClass[c.Class], need, a.ByClass[c.Class] >= need}
		tests, met = append(tests, t), met && t.Met
	}
	return tests, met
}

func (e *Entitled) membersOf(class string) int64 {
	for _, c := range e.ByClass {
		if c.Class == class {
			return c.Members
		}
	}
	return 0
}

// Attend counts who of a list is present, each member once, in all and by class. It refuses
// a stranger; a member who may not vote is not counted.
func (e *Entitled) Attend(present []Ref) (Attendance, error) {
	a := Attendance{ByClass: map[string]int64{}}
	seen := make(map[Ref]bool, len(present))
	for i, ref := range present {
		if !e.reg.has(ref) {
			return Attendance{}, fmt.Errorf("%s: no such member of the register", law.Path("present", i, ""))
		}
		if seen[ref] || e.votes[ref] == 0 {
			continue
		}
		seen[ref] = true
		a.Present++
		a.ByClass[e.reg.classes[e.reg.class[ref]]]++
	}
	return a, nil
}

// A RequisitionRule is how many members may call for a meeting: a fraction of them, or a
// number if that is less.
type RequisitionRule struct {
	Fraction law.Ratio `json:"fraction,omitzero"`
	AtMost   int64     `json:"at_most,omitempty"`
	// Votes is a fraction of all the votes, or of the value of shares, that is enough as well.
	Votes law.Ratio `json:"votes,omitzero"`
}

// Test reports whether so many members, with so many votes, may call for a meeting: by
// either of the two ways that the constitution gives.
func (r RequisitionRule) Test(e *Entitled, members, votes int64) bool {
	byHeads := (r.Fraction.Num() > 0 || r.AtMost > 0) && members >= r.Needs(e.Members)
	byVotes := r.Votes.Num() > 0 && e.Votes > 0 && r.Votes.ReachedBy(votes, e.Votes)
	return byHeads || byVotes
}

// Needs returns how many members must join in: the fraction rounded up, or AtMost if that is
// less; at least one.
func (r RequisitionRule) Needs(members int64) int64 {
	n := int64(r.Fraction.OfUp(law.Pence(members)))
	if r.AtMost > 0 && (n == 0 || r.AtMost < n) {
		n = r.AtMost
	}
	return max(n, 1)
}
