package pathfinder

import (
	"bytes"
	_ "embed" // the records
	"errors"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/evidence"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

//go:embed data/pathfinders.json
var pathfinders []byte

//go:embed data/others.json
var others []byte

// A Record is what is known of one project. A fact that is not stated is known to nobody here.
type Record struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Pathfinder says whether it was one of the 21, and Wave in which it was announced.
	Pathfinder law.Fact[evidence.Claim[bool]] `json:"pathfinder,omitzero"`
	Wave       law.Fact[evidence.Claim[int]]  `json:"wave,omitzero"`
	Announced  law.Date                       `json:"announced,omitzero"`
	// Was is the service that was to leave.
	Was    law.Fact[evidence.Claim[string]] `json:"was,omitzero"`
	Sector law.Fact[evidence.Claim[string]] `json:"sector,omitzero"`
	Parent law.Fact[evidence.Claim[string]] `json:"parent,omitzero"`
	Place  law.Fact[evidence.Claim[string]] `json:"place,omitzero"`
	Staff  law.Fact[evidence.Claim[Range]]  `json:"staff,omitzero"`
	// Form is the legal form that it took, and Plan what was planned.
	Form law.Fact[evidence.Claim[string]] `json:"form,omitzero"`
	Plan law.Fact[evidence.Claim[string]] `json:"plan,omitzero"`
	Log  law.Fact[lifecycle.Log]          `json:"log,omitzero"`
	// Facts are what else is told, a sentence each.
	Facts []evidence.Basis `json:"facts,omitempty"`
}

// A Range is a number known within bounds.
type Range struct {
	Least int `json:"least"`
	Most  int `json:"most"`
}

// ErrRecord is wrapped by every complaint about records that cannot be.
var ErrRecord = errors.New("not a record of a project")

// Read reads a list of records strictly: every error names the place.
func Read(r io.Reader) ([]Record, error) {
	var list []Record
	if err := law.Decode(r, &list); err != nil {
		return nil, fmt.Errorf("records: %w", err)
	}
	seen := map[string]bool{}
	for i := range list {
		x := &list[i]
		if seen[x.ID] {
			return nil, fmt.Errorf("records: %w: [%d].id: %q is there twice", ErrRecord, i, x.ID)
		}
		seen[x.ID] = true
		if err := x.Check(); err != nil {
			return nil, fmt.Errorf("records: %w: [%d].%w", ErrRecord, i, err)
		}
	}
	return list, nil
}

// Check refuses a record without a name, with a fact that rests on nothing, or with a log
// that cannot have happened; the error begins with the place.
func (r *Record) Check() error {
	if r.ID == "" {
		return errors.New("id: none is given")
	}
	if r.Name == "" {
		return errors.New("name: none is given")
	}
	if c := r.Staff.Ptr(); c != nil && (c.Value.Least < 1 || c.Value.Most < c.Value.Least) {
		return fmt.Errorf("staff.value: %d to %d is no number of staff", c.Value.Least, c.Value.Most)
	}
	for _, x := range r.bases() {
		if x.basis != nil {
			if err := x.basis.Check(); err != nil {
				return fmt.Errorf("%s.%w", x.path, err)
			}
		}
	}
	l := r.Log.Ptr()
	if l == nil {
		return nil
	}
	if _, err := l.Replay(); err != nil {
		return fmt.Errorf("log: %w", err)
	}
	return checkSources(l)
}

type basisAt struct {
	path  string
	basis *evidence.Basis
}

func (r *Record) bases() []basisAt {
	list := []basisAt{
		{"pathfinder", basisOf(&r.Pathfinder)},
		{"wave", basisOf(&r.Wave)},
		{"was", basisOf(&r.Was)},
		{"sector", basisOf(&r.Sector)},
		{"parent", basisOf(&r.Parent)},
		{"place", basisOf(&r.Place)},
		{"staff", basisOf(&r.Staff)},
		{"form", basisOf(&r.Form)},
		{"plan", basisOf(&r.Plan)},
	}
	for i := range r.Facts {
		list = append(list, basisAt{law.Path("facts", i, ""), &r.Facts[i]})
	}
	return list
}

func basisOf[T any](f *law.Fact[evidence.Claim[T]]) *evidence.Basis {
	if c := f.Ptr(); c != nil {
		return &c.Basis
	}
	return nil
}

// checkSources refuses an event or a party of which nobody tells and nothing is in doubt, and
// sources that are not listed.
func checkSources(l *lifecycle.Log) error {
	check := func(path string, ids []string, doubt string) error {
		if len(ids) == 0 && doubt == "" {
			return fmt.Errorf("%s.sources: none, and nothing in doubt", path)
		}
		for j, id := range ids {
			if _, ok := evidence.SourceOf(id); !ok {
				return fmt.Errorf("%s.%s: no source is listed as %q", path, law.Path("sources", j, ""), id)
			}
		}
		return nil
	}
	for i := range l.Events {
		if err := check(law.Path("log.events", i, ""), l.Events[i].Sources, l.Events[i].Doubt); err != nil {
			return err
		}
	}
	for i := range l.Parties {
		if err := check(law.Path("log.parties", i, ""), l.Parties[i].Sources, l.Parties[i].Doubt); err != nil {
			return err
		}
	}
	return nil
}

// Known lists the pathfinders that sources name, in the order of their announcement.
func Known() []Record { return must(pathfinders) }

// Others lists bodies that were no pathfinders, and went the same way or tried to.
func Others() []Record { return must(others) }

func must(file []byte) []Record {
	list, err := Read(bytes.NewReader(file))
	if err != nil { // a test reads them
		panic("pathfinder: " + err.Error())
	}
	return list
}

// ByID finds the record of an id among those named and the others.
func ByID(id string) (Record, bool) {
	for _, r := range append(Known(), Others()...) {
		if r.ID == id {
			return r, true
		}
	}
	return Record{}, false
}

// History replays the record's log. It is false where there is none, and nothing can be told.
func (r *Record) History() (*lifecycle.History, bool) {
	l := r.Log.Ptr()
	if l == nil {
		return nil, false
	}
	h, err := l.Replay()
	return h, err == nil
}

// Fate returns what became of the project, where anybody knows.
func (r *Record) Fate() law.Fact[lifecycle.State] {
	if h, ok := r.History(); ok {
		return h.Fate()
	}
	return law.Fact[lifecycle.State]{}
}

// Months returns the months from the announcement to the first day of trading; nought where
// it came first. It is false where it did not launch, or the announcement is not known.
func (r *Record) Months() (lifecycle.Months, bool) {
	h, ok := r.History()
	if !ok || r.Announced.IsZero() {
		return lifecycle.Months{}, false
	}
	return h.LaunchFrom(lifecycle.On(r.Announced))
}

// Sure reports whether the project was one of the 21 beyond doubt.
func (r *Record) Sure() bool {
	c := r.Pathfinder.Ptr()
	return c != nil && c.Value && c.Sure()
}

// InWave reports whether it was announced in a wave.
func (r *Record) InWave(n int) bool {
	c := r.Wave.Ptr()
	return c != nil && c.Value == n
}
