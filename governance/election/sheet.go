package election

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A Sheet is the count sheet that a returning officer publishes: every stage of a count with
// what changed in it, who was elected or excluded, and why. It is written as text, as a table of
// values, or as a page; the same result gives the same bytes.
type Sheet struct {
	Result *Result
	// Audit, if there is one, stands at the foot: what anybody needs to count again.
	Audit *Audit
	// Closeness, if given, says how near stages came to others: see Result.Closeness.
	Closeness []Near
}

// name returns a candidate's name, without what a terminal would obey.
func (s *Sheet) name(c int) string {
	if name := strings.TrimSpace(plain(s.Result.Candidates[c-1])); name != "" {
		return name
	}
	return "candidate " + strconv.Itoa(c)
}

// plain leaves out of a text what a terminal would obey.
func plain(text string) string {
	if !strings.ContainsFunc(text, unicode.IsControl) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// named lists candidates by name: "A, B and C".
func (s *Sheet) named(cs []int) string {
	var b strings.Builder
	for i, c := range cs {
		switch {
		case i > 0 && i == len(cs)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(s.name(c))
	}
	return b.String()
}

// title names the election, or says that it has no name.
func (s *Sheet) title() string {
	if title := plain(s.Result.Title); title != "" {
		return title
	}
	return "Election"
}

// facts are the lines above the table.
func (s *Sheet) facts() []string {
	r := s.Result
	rule := r.Rule
	if known, err := Lookup(r.Rule); err == nil {
		rule = known.Describe().Title + " (" + r.Rule + "): " + known.Describe().Source
	}
	out := []string{"Rule: " + rule + "."}
	for _, v := range r.Varied {
		out = append(out, "Varied: "+v+".")
	}
	papers := fmt.Sprintf("%s, %s; %s valid papers", plural(len(r.Candidates)-len(r.Withdrawn), "candidate"), plural(r.Seats, "seat"), r.Unit.whole(r.Valid))
	for _, x := range []struct {
		n    int64
		what string
	}{{r.Blank, "blank"}, {r.Spent, "only for candidates who have withdrawn"}, {r.Invalid, "invalid"}} {
		if x.n != 0 {
			papers += fmt.Sprintf(", and %s %s", r.Unit.whole(x.n), x.what)
		}
	}
	out = append(out, papers+".")
	if gone := r.before(); len(gone) > 0 {
		out = append(out, "Withdrawn: "+s.named(gone)+".")
	}
	out = append(out, s.vacancy()...)
	out = append(out, s.reservations()...)
	if r.Quota != 0 {
		out = append(out, "Quota: "+r.Unit.Format(r.Quota)+".")
	}
	out = append(out, "Elected: "+s.inOrder(r.Elected)+".")
	if r.Vacancy != nil {
		out = append(out, "The vacancy is filled by "+s.named(r.Filling())+".")
	}
	return out
}

// inOrder lists the elected with their places: "1. A; 2. B".
func (s *Sheet) inOrder(cs []int) string {
	var b strings.Builder
	for i, c := range cs {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(strconv.Itoa(i+1) + ". " + s.name(c))
	}
	if len(cs) == 0 {
		return "nobody"
	}
	return b.String()
}

// change returns how a candidate's votes changed in a stage; with c the number of candidates,
// how the non-transferable did.
func (r *Result) change(i, c int) int64 {
	at := func(i int) int64 {
		if c == len(r.Candidates) {
			return r.Stages[i].NonTransferable
		}
		return r.Stages[i].Votes[c]
	}
	if i == 0 {
		return at(0)
	}
	return at(i) - at(i-1)
}

// adds reports whether every stage's votes and non-transferable make the valid total, as in
// rules of one vote.
func (r *Result) adds() bool {
	for i := range r.Stages {
		rest := r.Valid - r.Stages[i].NonTransferable
		for _, v := range r.Stages[i].Votes {
			if v < 0 || v > rest {
				return false
			}
			rest -= v
		}
		if rest != 0 || r.Stages[i].NonTransferable < 0 {
			return false
		}
	}
	return true
}

// action says in a few words what a stage does, naming candidates by number.
func (st *Stage) action() string {
	var list []string
	for _, c := range st.Of.List() {
		list = append(list, strconv.Itoa(c))
	}
	of := strings.Join(list, ", ")
	switch st.Kind {
	case Surplus:
		return "surplus of " + of
	case Exclude:
		return "out: " + of
	case Fill:
		return "filled: " + of
	case Round:
		return "round"
	default:
		return "first count"
	}
}

// notes say what happened in a stage and why.
func (s *Sheet) notes(i int) []string {
	r := s.Result
	st := &r.Stages[i]
	var out []string
	switch of := st.Of.List(); st.Kind {
	case Surplus:
		what := "The surplus of " + s.named(of)
		if i > 0 && len(of) == 1 {
			what += ", " + r.Unit.Format(-r.change(i, of[0]-1)) + ","
		}
		if v, ok := st.Transfer.Get(); ok {
			what += " is transferred, " + r.Unit.Format(v) + " a paper."
		} else {
			what += " is transferred."
		}
		out = append(out, what)
	case Exclude:
		switch {
		case len(of) == 1:
			out = append(out, s.named(of)+" is excluded.")
		case len(of) > 1:
			out = append(out, s.named(of)+" are excluded together.")
		}
	case Fill:
		out = append(out, "As many are left as places: no more is transferred.")
	default:
	}
	for _, t := range r.tiesAt(i) {
		out = append(out, s.tie(t))
	}
	if st.Iterations > 0 {
		out = append(out, "After "+plural(st.Iterations, "iteration")+".")
	}
	if st.Quota != 0 && (i == 0 || st.Quota != r.Stages[i-1].Quota) {
		out = append(out, "Quota: "+r.Unit.Format(st.Quota)+".")
	}
	if len(st.Elected) > 0 {
		out = append(out, "Elected: "+s.named(st.Elected)+".")
	}
	if st.Kind != Exclude && len(st.Excluded) > 0 {
		out = append(out, "Excluded: "+s.named(st.Excluded)+".")
	}
	return append(out, s.outlooks(i)...)
}

// tie says how a tie was broken.
func (s *Sheet) tie(t Tie) string {
	chosen := "the surplus of " + s.name(t.Chosen) + " goes first"
	if t.Why == ToExclude {
		chosen = s.name(t.Chosen) + " is out"
	}
	equals := s.named(t.Tied) + " are equal"
	switch {
	case t.By == ByHistory:
		return equals + "; they differed before: " + chosen + "."
	case len(t.Left) < len(t.Tied):
		return equals + "; earlier votes leave " + s.named(t.Left) + ", and by lot " + chosen + "."
	default:
		return equals + "; by lot " + chosen + "."
	}
}

// tiesAt lists the ties that a stage was decided by.
func (r *Result) tiesAt(i int) []Tie {
	var out []Tie
	for _, t := range r.Ties {
		if r.stageOf(t) == i {
			out = append(out, t)
		}
	}
	return out
}

// stageOf finds the stage that a tie decided: nobody is excluded twice, nor has two
// surpluses. Where there is none, as in counts of one stage, it is the last.
func (r *Result) stageOf(t Tie) int {
	for i := range r.Stages {
		st := &r.Stages[i]
		if t.Why == ToTransfer && st.Kind == Surplus && slices.Contains(st.Of.List(), t.Chosen) ||
			t.Why == ToExclude && slices.Contains(st.Excluded, t.Chosen) {
			return i
		}
	}
	return len(r.Stages) - 1
}
