package governance

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Ref is a member's place in a register. Votes name members by it, so that a poll of a
// million needs no look-up by name; Register.Ref finds it once.
type Ref int32

// ErrRegister is wrapped by complaints about a register.
var ErrRegister = errors.New("bad register")

// A Register is a body's members, indexed. It is read-only once built.
type Register struct {
	members []Member
	byID    map[string]Ref
	class   []uint8 // of each member, an index of classes
	classes []string
}

// maxClasses is how many classes a register may have.
const maxClasses = 250

// NewRegister indexes members. It refuses a member without an id, an id used twice, facts
// that cannot be and a class that the constitution does not name; the error names the
// place. With no classes given, every class that a member names is one.
func NewRegister(members []Member, classes ...string) (*Register, error) {
	r := &Register{
		members: members, byID: make(map[string]Ref, len(members)), class: make([]uint8, len(members)), classes: classes,
	}
	if len(members) > 1<<31-1 {
		return nil, fmt.Errorf("%w: %d members", ErrRegister, len(members))
	}
	index, err := r.indexClasses()
	if err != nil {
		return nil, err
	}
	for i := range members {
		m := &members[i]
		bad := func(field string, err error) error {
			return fmt.Errorf("%w: %s: %w", ErrRegister, law.Path("members", i, field), err)
		}
		if m.ID == "" {
			return nil, bad("id", errors.New("none is given"))
		}
		if j, twice := r.byID[m.ID]; twice {
			return nil, bad("id", fmt.Errorf("members[%d] has it already", j))
		}
		if err := m.Check(); err != nil {
			return nil, fmt.Errorf("%w: %s%w", ErrRegister, law.Path("members", i, ""), err)
		}
		r.byID[m.ID] = Ref(i)
		c, ok := index[m.Class]
		if !ok {
			if len(classes) > 0 || len(r.classes) == maxClasses {
				return nil, bad("class", fmt.Errorf("%q is not a class of the constitution", m.Class))
			}
			c = uint8(len(r.classes))
			r.classes, index[m.Class] = append(r.classes, m.Class), c
		}
		r.class[i] = c
	}
	return r, nil
}

func (r *Register) indexClasses() (map[string]uint8, error) {
	index := map[string]uint8{}
	for i, c := range r.classes {
		if _, twice := index[c]; twice {
			return nil, fmt.Errorf("%w: classes[%d]: two classes are called %q", ErrRegister, i, c)
		}
		if i == maxClasses {
			return nil, fmt.Errorf("%w: more than %d classes", ErrRegister, maxClasses)
		}
		index[c] = uint8(i)
	}
	return index, nil
}

// Len returns the number of entries, past and suspended members included.
func (r *Register) Len() int { return len(r.members) }

// Member returns an entry, read-only.
func (r *Register) Member(ref Ref) *Member { return &r.members[ref] }

// Ref finds a member by id.
func (r *Register) Ref(id string) (Ref, bool) {
	ref, ok := r.byID[id]
	return ref, ok
}

// Classes lists the classes in order.
func (r *Register) Classes() []string { return append([]string(nil), r.classes...) }

func (r *Register) has(ref Ref) bool { return ref >= 0 && int(ref) < len(r.members) }
