package election_test

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// met reports whether as many as are elected meet all reservations.
func met(elected []int, reserved []election.Reservation) bool {
	for _, x := range reserved {
		n := 0
		for _, c := range elected {
			for _, g := range x.Group {
				if g == c {
					n++
				}
			}
		}
		if n < x.Least || x.Most != election.AnyNumber && n > x.Most {
			return false
		}
	}
	return true
}

// meetable tries every set of candidates.
func meetable(candidates, seats int, reserved []election.Reservation) bool {
	for set := range uint(1) << candidates {
		if bits.OnesCount(set) != seats {
			continue
		}
		var in []int
		for c := range candidates {
			if set>>c&1 > 0 {
				in = append(in, c+1)
			}
		}
		if met(in, reserved) {
			return true
		}
	}
	return false
}

func TestReservationsAreMetWheneverTheyCanBe(t *testing.T) {
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		mattered, refused := 0, 0
		for seed := range uint64(600) {
			r := rand.New(rand.NewPCG(seed, 15))
			s, papers := random(t, r, election.Takes{})
			b := put(t, s, papers)
			var reserved []election.Reservation
			for range 1 + r.IntN(3) {
				x := election.Reservation{Name: "some", Most: election.AnyNumber, Least: r.IntN(s.Seats + 1)}
				for c := range s.Candidates {
					if r.IntN(2) == 0 {
						x.Group = append(x.Group, c+1)
					}
				}
				if r.IntN(2) == 0 {
					x.Most = x.Least + r.IntN(2)
				}
				reserved = append(reserved, x)
			}
			got, err := election.CountReserved(b, rule, reserved, election.Options{Seed: "x"})
			if !meetable(len(s.Candidates), s.Seats, reserved) {
				require.ErrorIs(t, err, election.ErrBallots)
				refused++
				continue
			}
			require.NoError(t, err)
			require.Len(t, got.Elected, s.Seats)
			require.True(t, met(got.Elected, reserved), "%s: %d: %v %v", rule.Describe().Name, seed, got.Elected, reserved)
			if !met(counted(t, b, rule, election.Options{Seed: "x"}).Elected, reserved) {
				mattered++
			}
		}
		assert.Greater(t, mattered, 50)
		assert.Greater(t, refused, 50)
	}
}

func TestAReservedSeatGuardsOneAndDoomsOthers(t *testing.T) {
	// 2 seats. A, B and C are of one group and D of another, with fewest votes.
	b := ballotsOf(t, "2", "6 1 2 0\n5 2 0\n4 3 1 0\n1 4 0")
	for name, c := range map[string]struct {
		reserved election.Reservation
		elected  []int
	}{
		"at least one of D: guarded":      {election.Reservation{Name: "D", Group: []int{4}, Least: 1, Most: 1}, []int{1, 4}},
		"at most one of A, B and C":       {election.Reservation{Name: "others", Group: []int{1, 2, 3}, Most: 1}, []int{1, 4}},
		"at most two: nothing changes":    {election.Reservation{Name: "others", Group: []int{1, 2, 3}, Most: 2}, []int{1, 2}},
		"none of A: doomed with the most": {election.Reservation{Name: "A", Group: []int{1}}, []int{2, 3}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
				got, err := election.CountReserved(b, rule, []election.Reservation{c.reserved}, election.Options{Seed: "x"})
				require.NoError(t, err)
				assert.Equal(t, c.elected, sorted(got.Elected), rule.Describe().Name)
				assert.Len(t, got.Varied, 1, "the sheet says so")
			}
		})
	}
}

func TestReservationsThatCannotBeAreRefused(t *testing.T) {
	b := ballotsOf(t, "2", "6 1 2 0\n5 2 0\n4 3 1 0\n1 4 0")
	for name, c := range map[string]struct {
		rule     election.Rule
		reserved []election.Reservation
		is       error
	}{
		"a rule that knows none": {election.FPTP(), nil, election.ErrRule},
		"too many":               {election.ERS97(), make([]election.Reservation, election.MaxReservations+1), election.ErrBallots},
		"more than there are":    {election.ERS97(), []election.Reservation{{Group: []int{1}, Least: 2, Most: 2}}, election.ErrBallots},
		"most below least":       {election.ERS97(), []election.Reservation{{Group: []int{1}, Least: 1, Most: 0}}, election.ErrBallots},
		"less than none":         {election.ERS97(), []election.Reservation{{Group: []int{1}, Least: -1, Most: 1}}, election.ErrBallots},
		"a stranger":             {election.Scottish(), []election.Reservation{{Group: []int{5}, Most: 1}}, election.ErrBallots},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := election.CountReserved(b, c.rule, c.reserved, election.Options{Seed: "x"})
			require.ErrorIs(t, err, c.is)
			assert.NotErrorIs(t, err, election.ErrSum)
		})
	}
}
