package evidence

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

// A Definition says what a count counts.
type Definition uint8

// The definitions in use until 2015. The wider net is that of July 2014: it cannot be the
// measure of April 2014, which found a third fewer.
const (
	GovernmentLive Definition = iota + 1
	RequestLive
	UpAndRunning
	EmergingAndEstablished
	LiveNarrow
	LiveWide
	EngagedWith
)

var definitionNames = []string{
	"", "government-live", "right-to-request-live", "up-and-running", "emerging-and-established", "live", "live-wider-net", "engaged-with",
}

// Says puts the definition in words.
func (d Definition) Says() string {
	return map[Definition]string{
		GovernmentLive:         "live, as the government counted in 2010; critics call it low",
		RequestLive:            "live under the right to request alone",
		UpAndRunning:           "up and running",
		EmergingAndEstablished: "emerging and established together",
		LiveNarrow:             "live",
		LiveWide:               "live, as the government counted from July 2014: a wider net",
		EngagedWith:            "bodies and projects that the programme was engaged with",
	}[d]
}

// String gives the JSON value.
func (d Definition) String() string { return law.NameOf(definitionNames, d) }

// MarshalText writes String.
func (d Definition) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *Definition) UnmarshalText(b []byte) error {
	return law.ParseName(d, definitionNames, b, "a definition of a count")
}

// A Bound says how a number is meant.
type Bound uint8

// The bounds.
const (
	Exactly Bound = iota
	About
	MoreThan
	UpTo
)

var boundNames = []string{"exactly", "about", "more-than", "up-to"}

// String gives the JSON value.
func (b Bound) String() string { return law.NameOf(boundNames, b) }

// MarshalText writes String.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads what String writes.
func (b *Bound) UnmarshalText(t []byte) error { return law.ParseName(b, boundNames, t, "a bound") }

// A Figure is a number as it was published.
type Figure struct {
	Number int64 `json:"number"`
	Bound  Bound `json:"bound,omitzero"`
}

// String writes "about 70".
func (f Figure) String() string {
	switch f.Bound {
	case Exactly:
	case About:
		return fmt.Sprintf("about %d", f.Number)
	case MoreThan:
		return fmt.Sprintf("more than %d", f.Number)
	case UpTo:
		return fmt.Sprintf("up to %d", f.Number)
	}
	return fmt.Sprint(f.Number)
}

// A Count is a published stock of mutuals.
type Count struct {
	At     lifecycle.When `json:"at"`
	Of     Definition     `json:"of"`
	Bodies Figure         `json:"bodies"`
	// Staff work in them, and Turnover is what they have a year, in millions of pounds.
	Staff    law.Fact[Figure] `json:"staff,omitzero"`
	Turnover law.Fact[Figure] `json:"turnover_millions,omitzero"`
	// Health is how many are in health and social care.
	Health law.Fact[int64] `json:"health_and_social_care,omitzero"`
	Basis
}

func count(at string, of Definition, n int64, b Bound, basis Basis) Count {
	return Count{At: lifecycle.MustWhen(at), Of: of, Bodies: Figure{n, b}, Basis: basis}
}

func (c Count) staffed(n int64, b Bound) Count { c.Staff = law.Known(Figure{n, b}); return c }

func (c Count) turning(millions int64, b Bound) Count {
	c.Turnover = law.Known(Figure{millions, b})
	return c
}

func (c Count) caring(n int64) Count { c.Health = law.Known(n); return c }

// Counts lists the published counts in the order of their days.
func Counts() []Count {
	return []Count{
		count("2010", GovernmentLive, 9, Exactly, reported("S29", "S70").doubting("Some say 2009.")),
		count("2011-06", RequestLive, 20, Exactly, reported("S30")),
		count("2011-09/2011-11", RequestLive, 45, About, reported("S27", "S88")).staffed(25_000, UpTo).turning(900, About),
		count("2012-06", GovernmentLive, 54, About, derived("The stock had grown six-fold since 2010.", "S65")),
		count("2013-04", UpAndRunning, 70, About, reported("S67").saying("0.14% of public spending.")),
		count("2013-07", EmergingAndEstablished, 70, Exactly, reported("S73")).turning(1000, MoreThan),
		count("2013/2014", EmergingAndEstablished, 120, MoreThan, reported("S72").saying("In 13 sectors.").doubting("The date is not sure.")),
		count("2014-04", LiveNarrow, 66, Exactly, reported("S68").saying("Two are in housing.")).caring(58),
		count("2014-07", LiveWide, 100, Exactly, reported("S69")).staffed(35_000, Exactly).turning(1500, Exactly),
		count("2014-12", LiveWide, 100, MoreThan, reported("S46")).staffed(35_000, MoreThan).turning(1500, MoreThan),
		count("2014-12", EngagedWith, 200, About, reported("S46")),
		count("2015-02", LiveWide, 100, MoreThan, reported("S71")).staffed(35_000, MoreThan).turning(1500, MoreThan),
	}
}

// Series lists the counts of one definition.
func Series(of Definition) []Count {
	var out []Count
	for _, c := range Counts() {
		if c.Of == of {
			out = append(out, c)
		}
	}
	return out
}

// ErrDefinitions is wrapped by every refusal to set counts of different things against each
// other.
var ErrDefinitions = errors.New("the counts are of different things")

// Added returns how many mutuals one count has more than an earlier one of the same
// definition, and the months between them. It refuses counts of different definitions.
func Added(earlier, later *Count) (bodies int64, between lifecycle.Months, err error) {
	if earlier.Of != later.Of {
		return 0, between, fmt.Errorf("%w: %v, and %v", ErrDefinitions, earlier.Of, later.Of)
	}
	between, ok := earlier.At.Until(later.At)
	if !ok || later.At.Last.Before(earlier.At.First) {
		return 0, between, fmt.Errorf("at: %v is not after %v", later.At, earlier.At)
	}
	return later.Bodies.Number - earlier.Bodies.Number, between, nil
}

// A Span is what one reading makes of the counts: it sets some of different definitions
// against each other, as if they were one series.
type Span struct {
	From    lifecycle.When `json:"from"`
	To      lifecycle.When `json:"to"`
	Added   int64          `json:"added"`
	PerYear int64          `json:"per_year"`
	// Of has both definitions where they differ.
	Of []Definition `json:"of"`
	Basis
}

// Spans lists the rates of arrival that the counts give if read as one series: constant, and
// not compounding. An adviser who followed the lists doubts that they sped up at all, since 40
// of the stock came from the earlier right to request.
func Spans() []Span {
	one := derived("Read as one series, although the definitions differ.", "S29", "S65", "S67", "S69")
	same := derived("A derived count set against a reported one.", "S29", "S65")
	return []Span{
		{lifecycle.MustWhen("2010"), lifecycle.MustWhen("2012-06"), 45, 24, []Definition{GovernmentLive}, same},
		{lifecycle.MustWhen("2012-06"), lifecycle.MustWhen("2013-04"), 16, 20, []Definition{GovernmentLive, UpAndRunning}, one},
		{lifecycle.MustWhen("2013-04"), lifecycle.MustWhen("2014-07"), 30, 24, []Definition{UpAndRunning, LiveWide}, one},
	}
}
