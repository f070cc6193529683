package election_test

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// over reports whether so many are more than there may be.
func over(x election.Reservation, n int) bool {
	most, bounded := x.Most.Get()
	return bounded && n > most
}

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
		if n < x.Least || over(x, n) {
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
				x := election.Reservation{Name: "some", Least: r.IntN(s.Seats + 1)}
				for c := range s.Candidates {
					if r.IntN(2) == 0 {
						x.Group = append(x.Group, c+1)
					}
				}
				if r.IntN(2) == 0 {
					x.Most = law.Known(x.Least + r.IntN(2))
				}
				if len(x.Group) > 0 {
					reserved = append(reserved, x)
				}
			}
			got, err := election.Count(b, rule, election.Options{Seed: "x", Reservations: reserved})
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
		"at least one of D: guarded":      {election.Reservation{Name: "D", Group: []int{4}, Least: 1, Most: law.Known(1)}, []int{1, 4}},
		"at most one of A, B and C":       {election.Reservation{Name: "others", Group: []int{1, 2, 3}, Most: law.Known(1)}, []int{1, 4}},
		"at most two: nothing changes":    {election.Reservation{Name: "others", Group: []int{1, 2, 3}, Most: law.Known(2)}, []int{1, 2}},
		"none of A: doomed with the most": {election.Reservation{Name: "A", Group: []int{1}, Most: law.Known(0)}, []int{2, 3}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
				reserved := []election.Reservation{c.reserved}
				got, err := election.Count(b, rule, election.Options{Seed: "x", Reservations: reserved})
				require.NoError(t, err)
				assert.Equal(t, c.elected, sorted(got.Elected), rule.Describe().Name)
				assert.Equal(t, reserved, got.Reservations)
			}
		})
	}
}

func TestReservationsThatCannotBeAreRefusedWithTheirPlace(t *testing.T) {
	b := ballotsOf(t, "2", "6 1 2 0\n5 2 0\n4 3 1 0\n1 4 0")
	one := election.Reservation{Group: []int{1}}
	for name, c := range map[string]struct {
		rule     election.Rule
		reserved []election.Reservation
		is       error
		place    string
	}{
		"a rule that knows none": {election.FPTP(), []election.Reservation{one}, election.ErrRule, "reservations: fptp knows none"},
		"too many":               {election.ERS97(), make([]election.Reservation, election.MaxReservations+1), election.ErrBallots, "reservations: 9 are more than 8"},
		"more than there are":    {election.ERS97(), []election.Reservation{{Group: []int{1}, Least: 2}}, election.ErrBallots, "reservations: no set of the candidates meets them"},
		"most below least":       {election.ERS97(), []election.Reservation{one, {Group: []int{1}, Least: 1, Most: law.Known(0)}}, election.ErrBallots, "reservations[1].most: 0 is less than the least, 1"},
		"less than none":         {election.ERS97(), []election.Reservation{{Group: []int{1}, Least: -1}}, election.ErrBallots, "reservations[0].least: -1 is less than none"},
		"nobody":                 {election.ERS97(), []election.Reservation{{}}, election.ErrBallots, "reservations[0].group: nobody is named"},
		"somebody twice":         {election.ERS97(), []election.Reservation{{Group: []int{2, 2}}}, election.ErrBallots, "reservations[0].group[1]: candidate 2 is named twice"},
		"a stranger":             {election.Scottish(), []election.Reservation{{Group: []int{4, 5}}}, election.ErrBallots, "reservations[0].group[1]: there is no candidate 5"},
		"who sits breaks them":   {election.Scottish(), []election.Reservation{{Group: []int{1}, Most: law.Known(0)}}, election.ErrBallots, "reservations: no set of the candidates meets them"},
	} {
		t.Run(name, func(t *testing.T) {
			o := election.Options{Seed: "x", Reservations: c.reserved}
			if name == "who sits breaks them" {
				o.Vacancy = &election.Vacancy{Vacated: []int{2}, Sitting: []int{1}}
			}
			got, err := election.Count(b, c.rule, o)
			require.ErrorIs(t, err, c.is)
			require.NotErrorIs(t, err, election.ErrSum)
			require.ErrorContains(t, err, c.place)
			assert.Nil(t, got)
		})
	}
}

func TestAVacancyIsFilledUnderReservationsWheneverItCanBe(t *testing.T) {
	for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
		mattered, refused := 0, 0
		for seed := range uint64(1200) {
			r := rand.New(rand.NewPCG(seed, 97))
			s, papers := random(t, r, election.Takes{})
			b := put(t, s, papers)
			was := counted(t, b, rule, election.Options{Seed: "x"}).Elected
			leave := 1 + r.IntN(len(was))
			if len(s.Candidates) < s.Seats+leave {
				continue
			}
			v := &election.Vacancy{Vacated: was[:leave], Sitting: was[leave:]}
			x := election.Reservation{Group: sorted(r.Perm(len(s.Candidates))[:1+r.IntN(len(s.Candidates))]), Least: r.IntN(s.Seats + 1)}
			for i := range x.Group {
				x.Group[i]++
			}
			if r.IntN(2) == 0 {
				x.Most = law.Known(x.Least + r.IntN(2))
			}
			reserved := []election.Reservation{x}
			got, err := election.Count(b, rule, election.Options{Seed: "x", Vacancy: v, Reservations: reserved})
			if !fillable(len(s.Candidates), v, leave, reserved) {
				require.ErrorIs(t, err, election.ErrBallots)
				refused++
				continue
			}
			require.NoError(t, err)
			require.Len(t, got.Filling(), leave)
			require.True(t, met(slices.Concat(v.Sitting, got.Filling()), reserved), "%s: %d", rule.Describe().Name, seed)
			for _, st := range got.Stages {
				for _, c := range st.Excluded {
					require.NotContains(t, v.Sitting, c)
				}
			}
			if !met(slices.Concat(v.Sitting, counted(t, b, rule, election.Options{Seed: "x", Vacancy: v}).Filling()), reserved) {
				mattered++
			}
		}
		assert.Greater(t, mattered, 20)
		assert.Greater(t, refused, 20)
	}
}

// fillable tries every set of those who neither sit nor have left.
func fillable(candidates int, v *election.Vacancy, seats int, reserved []election.Reservation) bool {
	for set := range uint(1) << candidates {
		if bits.OnesCount(set) != seats {
			continue
		}
		in := slices.Clone(v.Sitting)
		for c := 1; c <= candidates; c++ {
			if set>>(c-1)&1 > 0 {
				in = append(in, c)
			}
		}
		if !slices.ContainsFunc(in[len(v.Sitting):], func(c int) bool { return slices.Contains(v.Sitting, c) || slices.Contains(v.Vacated, c) }) && met(in, reserved) {
			return true
		}
	}
	return false
}

func TestWhoIsGuardedOrDoomedIsToldStageByStage(t *testing.T) {
	// 2 seats, a quota of 6. A is elected, and then neither of the others of the group can be.
	b := ballotsOf(t, "2", "6 1 2 0\n5 2 0\n4 3 1 0\n1 4 0")
	reserved := []election.Reservation{{Name: "staff\u009b", Group: []int{1, 2, 3}, Most: law.Known(1)}}
	got := counted(t, b, election.Scottish(), election.Options{Reservations: reserved})
	assert.Equal(t, []int{4}, got.Stages[0].Guarded)
	assert.Equal(t, []int{2, 3}, got.Stages[0].Doomed)
	last := got.Stages[len(got.Stages)-1]
	assert.Nil(t, last.Guarded, "nobody is left to be elected")
	assert.Nil(t, last.Doomed)
	text := sheetText(t, election.Sheet{Result: got})
	assert.Contains(t, text, "\nReserved: staff: from 0 to 1 of A, B and C.\nWho must be elected for that is guarded")
	assert.Contains(t, text, "\nStage 1. Elected: A. Guarded: D. Doomed: B and C.\n")
	assert.Contains(t, text, "\nStage 2. B and C are excluded together. Elected: D.\n")

	least := counted(t, b, election.Scottish(), election.Options{Reservations: []election.Reservation{{Group: []int{4}, Least: 1}}})
	assert.Contains(t, sheetText(t, election.Sheet{Result: least}), "\nReserved: at least 1 of D.\n")
	plain := counted(t, b, election.Scottish(), election.Options{})
	assert.NotContains(t, asJSON(t, plain), "guarded")
	assert.NotContains(t, asJSON(t, plain), "reservations")
	assert.NotContains(t, asJSON(t, plain), "vacancy")
}

func TestReservationsThatBindNobodyChangeNoStage(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 16))
		s, papers := random(t, r, election.Takes{})
		b := put(t, s, papers)
		want := counted(t, b, election.Scottish(), election.Options{Seed: "x"})
		got := counted(t, b, election.Scottish(), election.Options{Seed: "x", Reservations: []election.Reservation{{Group: []int{1, 2}}}})
		require.ElementsMatch(t, want.Elected, got.Elected)
		require.Len(t, got.Stages, len(want.Stages))
		for i := range want.Stages {
			require.Equal(t, want.Stages[i].Votes, got.Stages[i].Votes)
		}
	}
}

func TestALotForAReservedSeatMatters(t *testing.T) {
	// 2 seats. C and D have 3 each, and one of them must be elected.
	b := ballotsOf(t, "2", "9 1 0\n8 2 0\n3 3 0\n3 4 0")
	o := election.Options{Reservations: []election.Reservation{{Group: []int{3, 4}, Least: 1}}}
	plain, err := election.WouldLotMatter(b, election.Scottish(), election.Options{})
	require.NoError(t, err)
	assert.False(t, plain.Matters)
	lots, err := election.WouldLotMatter(b, election.Scottish(), o)
	require.NoError(t, err)
	assert.True(t, lots.Matters)
	assert.Equal(t, [][]int{{1, 4}, {1, 3}}, [][]int{lots.Outcomes[0].Elected, lots.Outcomes[1].Elected})
}
