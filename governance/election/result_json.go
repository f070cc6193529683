package election

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// wireResult is a Result as JSON has it: figures as the text of a count sheet.
type wireResult struct {
	Rule       string          `json:"rule"`
	Varied     []string        `json:"varied,omitempty"`
	Title      string          `json:"title,omitempty"`
	Candidates []string        `json:"candidates"`
	Withdrawn  []int           `json:"withdrawn,omitempty"`
	Valid      json.Number     `json:"valid"`
	Blank      json.Number     `json:"blank,omitempty"`
	Spent      json.Number     `json:"spent,omitempty"`
	Invalid    json.Number     `json:"invalid,omitempty"`
	Seats      int             `json:"seats"`
	Quota      string          `json:"quota,omitempty"`
	Elected    []int           `json:"elected"`
	Stages     []wireStage     `json:"stages"`
	Ties       []Tie           `json:"ties,omitempty"`
	Pairwise   [][]json.Number `json:"pairwise,omitempty"`
	Lot        *Lot            `json:"lot,omitempty"`
	Vacancy    *Vacancy        `json:"vacancy,omitempty"`
	Reserved   []Reservation   `json:"reservations,omitempty"`
}

type wireStage struct {
	N          int      `json:"n"`
	Kind       Kind     `json:"kind"`
	Of         Who      `json:"of,omitzero"`
	Transfer   string   `json:"tv,omitempty"`
	Quota      string   `json:"quota,omitempty"`
	Votes      []string `json:"votes"`
	NT         string   `json:"nt"`
	Elected    []int    `json:"elected,omitempty"`
	Excluded   []int    `json:"excluded,omitempty"`
	Guarded    []int    `json:"guarded,omitempty"`
	Doomed     []int    `json:"doomed,omitempty"`
	Iterations int      `json:"iterations,omitempty"`
	Keep       []string `json:"keep,omitempty"`
	Surplus    string   `json:"surplus,omitempty"`
}

// whole writes papers as a number: without the decimal places where there are only noughts.
func (u Unit) whole(n int64) json.Number { return json.Number(u.appendWhole(nil, n)) }

func (u Unit) appendWhole(b []byte, n int64) []byte {
	b = u.Append(b, n)
	if u > 0 {
		b = bytes.TrimRight(bytes.TrimRight(b, "0"), ".")
	}
	return b
}

// MarshalJSON writes the result as the count sheet's figures: votes as decimal text with
// all places of the unit.
func (r *Result) MarshalJSON() ([]byte, error) {
	u := r.Unit
	w := wireResult{
		Rule: r.Rule, Varied: r.Varied, Title: r.Title, Candidates: r.Candidates, Withdrawn: r.Withdrawn,
		Valid: u.whole(r.Valid), Seats: r.Seats, Elected: r.Elected, Ties: r.Ties, Lot: r.Lot,
		Vacancy: r.Vacancy, Reserved: r.Reservations, Stages: make([]wireStage, len(r.Stages)),
	}
	for _, x := range []struct {
		to *json.Number
		n  int64
	}{{&w.Blank, r.Blank}, {&w.Spent, r.Spent}, {&w.Invalid, r.Invalid}} {
		if x.n != 0 {
			*x.to = u.whole(x.n)
		}
	}
	if r.Quota != 0 {
		w.Quota = u.Format(r.Quota)
	}
	if w.Elected == nil {
		w.Elected = []int{}
	}
	for i := range r.Stages {
		w.Stages[i] = u.wire(&r.Stages[i])
	}
	for _, row := range r.Pairwise {
		figures := make([]json.Number, len(row))
		for c, n := range row {
			figures[c] = u.whole(n)
		}
		w.Pairwise = append(w.Pairwise, figures)
	}
	return json.Marshal(w)
}

func (u Unit) wire(s *Stage) wireStage {
	w := wireStage{
		N: s.N, Kind: s.Kind, Of: s.Of, Votes: u.texts(s.Votes), NT: u.Format(s.NonTransferable),
		Elected: s.Elected, Excluded: s.Excluded, Guarded: s.Guarded, Doomed: s.Doomed,
		Iterations: s.Iterations, Keep: u.texts(s.Keep),
	}
	if v, ok := s.Transfer.Get(); ok {
		w.Transfer = u.Format(v)
	}
	if v, ok := s.Surplus.Get(); ok {
		w.Surplus = u.Format(v)
	}
	if s.Quota != 0 {
		w.Quota = u.Format(s.Quota)
	}
	return w
}

// texts formats figures in one string, cut up.
func (u Unit) texts(ns []int64) []string {
	if ns == nil {
		return nil
	}
	out := make([]string, len(ns))
	ends := make([]int, len(ns))
	var all []byte
	for i, n := range ns {
		all = u.Append(all, n)
		ends[i] = len(all)
	}
	text, from := string(all), 0
	for i, to := range ends {
		out[i], from = text[from:to], to
	}
	return out
}

// UnmarshalJSON reads what MarshalJSON writes, strictly: the unit is that of the text of the
// first stage, and a figure in another unit or a field that no result has is refused.
func (r *Result) UnmarshalJSON(b []byte) error {
	var w wireResult
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&w); err != nil {
		return err
	}
	var u Unit
	if len(w.Stages) > 0 {
		if u = unitOf(w.Stages[0].NT); u > maxPlaces {
			return fmt.Errorf("stages[0].nt: %d decimal places are more than %d", u, maxPlaces)
		}
	}
	p := parser{u: u}
	out := Result{
		Rule: w.Rule, Varied: w.Varied, Title: w.Title, Candidates: w.Candidates, Withdrawn: w.Withdrawn, Unit: u,
		Valid: p.papers(w.Valid, "valid"), Blank: p.papers(w.Blank, "blank"), Spent: p.papers(w.Spent, "spent"),
		Invalid: p.papers(w.Invalid, "invalid"), Seats: w.Seats, Quota: p.optional(w.Quota, "quota"),
		Elected: w.Elected, Ties: w.Ties, Lot: w.Lot, Vacancy: w.Vacancy, Reservations: w.Reserved, Stages: make([]Stage, len(w.Stages)),
	}
	for i := range w.Stages {
		out.Stages[i] = p.stage(&w.Stages[i], func(field string) string { return law.Path("stages", i, field) })
	}
	for i, row := range w.Pairwise {
		figures := make([]int64, len(row))
		for c, n := range row {
			figures[c] = p.papers(n, law.Path("pairwise", i, ""))
		}
		out.Pairwise = append(out.Pairwise, figures)
	}
	if p.err == nil {
		p.err = out.check()
	}
	if p.err == nil {
		*r = out
	}
	return p.err
}

// check refuses what no count gives: a stage without figures for each candidate, or one
// that names a stranger.
func (r *Result) check() error {
	n := len(r.Candidates)
	strangers := func(path string, lists ...[]int) error {
		for _, cs := range lists {
			for _, c := range cs {
				if c < 1 || c > n {
					return fmt.Errorf("%s: there is no candidate %d, of %d", path, c, n)
				}
			}
		}
		return nil
	}
	if err := strangers("elected", r.Elected, r.Withdrawn); err != nil {
		return err
	}
	if v := r.Vacancy; v != nil {
		if err := cmp.Or(strangers("vacancy.vacated", v.Vacated), strangers("vacancy.sitting", v.Sitting)); err != nil {
			return err
		}
	}
	for i, x := range r.Reservations {
		if err := strangers(law.Path("reservations", i, "group"), x.Group); err != nil {
			return err
		}
	}
	if r.Pairwise != nil && len(r.Pairwise) != n {
		return fmt.Errorf("pairwise: %d rows for %d candidates", len(r.Pairwise), n)
	}
	for i, row := range r.Pairwise {
		if len(row) != n {
			return fmt.Errorf("%s: %d figures for %d candidates", law.Path("pairwise", i, ""), len(row), n)
		}
	}
	for i := range r.Stages {
		s := &r.Stages[i]
		switch {
		case s.Kind == 0:
			return fmt.Errorf("%s: none is given", law.Path("stages", i, "kind"))
		case len(s.Votes) != n:
			return fmt.Errorf("%s: %d figures for %d candidates", law.Path("stages", i, "votes"), len(s.Votes), n)
		case s.Keep != nil && len(s.Keep) != n:
			return fmt.Errorf("%s: %d figures for %d candidates", law.Path("stages", i, "keep"), len(s.Keep), n)
		}
		if err := strangers(law.Path("stages", i, ""), s.Of.List(), s.Elected, s.Excluded, s.Guarded, s.Doomed); err != nil {
			return err
		}
	}
	for i, t := range r.Ties {
		if t.Why == 0 || t.By == 0 {
			return fmt.Errorf("%s: why or by is missing", law.Path("ties", i, ""))
		}
		if err := strangers(law.Path("ties", i, ""), t.Tied, []int{t.Chosen}, t.Left); err != nil {
			return err
		}
	}
	return nil
}

// A parser reads figures of one unit and keeps the first error.
type parser struct {
	u   Unit
	err error
}

func (p *parser) figure(s, path string) int64 {
	if p.err != nil {
		return 0
	}
	n, err := p.u.Parse(s)
	if err != nil {
		p.err = fmt.Errorf("%s: %w", path, err)
	}
	return n
}

// optional reads a figure that may be absent.
func (p *parser) optional(s, path string) int64 {
	if s == "" {
		return 0
	}
	return p.figure(s, path)
}

// papers reads a number of papers, which may leave out noughts at its end.
func (p *parser) papers(n json.Number, path string) int64 {
	s := string(n)
	if missing := int(p.u) - int(unitOf(s)); s != "" && missing > 0 {
		if missing == int(p.u) {
			s += "."
		}
		s += strings.Repeat("0", missing)
	}
	return p.optional(s, path)
}

func (p *parser) fact(s, path string) law.Fact[int64] {
	if s == "" {
		return law.Fact[int64]{}
	}
	return law.Known(p.figure(s, path))
}

func (p *parser) figures(ss []string, path string) []int64 {
	if ss == nil {
		return nil
	}
	out := make([]int64, len(ss))
	for i, s := range ss {
		out[i] = p.figure(s, law.Path(path, i, ""))
	}
	return out
}

func (p *parser) stage(w *wireStage, path func(string) string) Stage {
	return Stage{
		N: w.N, Kind: w.Kind, Of: w.Of, Transfer: p.fact(w.Transfer, path("tv")), Quota: p.optional(w.Quota, path("quota")),
		Votes: p.figures(w.Votes, path("votes")), NonTransferable: p.figure(w.NT, path("nt")),
		Elected: w.Elected, Excluded: w.Excluded, Guarded: w.Guarded, Doomed: w.Doomed, Iterations: w.Iterations,
		Keep: p.figures(w.Keep, path("keep")), Surplus: p.fact(w.Surplus, path("surplus")),
	}
}

// MarshalJSON writes a number or a list.
func (w Who) MarshalJSON() ([]byte, error) {
	if !w.listed && len(w.list) == 1 {
		return json.Marshal(w.list[0])
	}
	return json.Marshal(w.list)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (w *Who) UnmarshalJSON(b []byte) error {
	var one int
	if json.Unmarshal(b, &one) == nil && string(b) != "null" {
		*w = One(one)
		return nil
	}
	*w = Who{listed: true}
	return json.Unmarshal(b, &w.list)
}
