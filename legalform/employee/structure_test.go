package employee_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func holding(kind employee.HolderKind, shares int64) employee.Holding {
	return employee.Holding{Holder: kind.String(), Kind: kind, Shares: shares}
}

// EO-01
func TestFormsOfOwnership(t *testing.T) {
	for _, x := range []struct {
		want     employee.OwnershipForm
		holdings []employee.Holding
	}{
		{employee.Direct, []employee.Holding{holding(employee.EmployeeHolder, 60), holding(employee.OutsideHolder, 40)}},
		{employee.Direct, []employee.Holding{holding(employee.BoardHolder, 1), holding(employee.OutsideHolder, 40)}},
		{employee.Indirect, []employee.Holding{holding(employee.TrustForAll, 51), holding(employee.OutsideHolder, 49)}},
		{employee.Hybrid, []employee.Holding{holding(employee.TrustForAll, 51), holding(employee.EmployeeHolder, 9), holding(employee.OutsideHolder, 40)}},
		{employee.NotOwned, []employee.Holding{holding(employee.OutsideHolder, 1)}},
		{employee.NotOwned, []employee.Holding{holding(employee.TrustForAll, 0), holding(employee.OutsideHolder, 1)}},
	} {
		s := employee.Structure{Holdings: x.holdings}
		stake, err := s.Stake()
		require.NoError(t, err)
		assert.Equal(t, x.want, stake.Form)
	}
	for _, bad := range [][]employee.Holding{nil, {holding(employee.TrustForAll, 0)}, {holding(employee.TrustForAll, -1)}, {holding(0, 1)}, {holding(9, 1)}} {
		s := employee.Structure{Holdings: bad}
		_, err := s.Stake()
		assert.ErrorIs(t, err, employee.ErrStructure)
	}
}

// EO-02, EO-03: each measure on each side of its threshold; they count different things.
func TestMeasures(t *testing.T) {
	reached := func(s employee.Stake) (list []string) {
		for _, m := range employee.Measures() {
			got := m.Put(s)
			if m.Doubt != "" {
				assert.False(t, got.Reached.Stated(), "a measure in doubt is not decided")
			} else {
				assert.Equal(t, law.Known(got.Provisionally), got.Reached)
			}
			if got.Provisionally {
				list = append(list, m.Name)
			}
		}
		return list
	}
	assert.Equal(t, []string{"control by a trust", "significant stake", "index of 2012", "index of 2013", "certified, United States"}, reached(employee.Stake{Trust: 51, All: 100}))
	assert.Equal(t, []string{"significant stake", "index of 2012", "index of 2013", "certified, United States"}, reached(employee.Stake{Trust: 50, All: 100}), "half is not more than half")
	assert.Equal(t, []string{"index of 2012", "index of 2013"}, reached(employee.Stake{OffBoard: 10, All: 100}))
	assert.Equal(t, []string{"index of 2012"}, reached(employee.Stake{OffBoard: 2, OnBoard: 8, All: 100}), "the later index leaves out the board")
	assert.Equal(t, []string{"index of 2013"}, reached(employee.Stake{OffBoard: 3, All: 100}))
	assert.Equal(t, []string{"significant stake", "index of 2012", "index of 2013"}, reached(employee.Stake{OffBoard: 29, All: 100}))
	assert.Empty(t, reached(employee.Stake{OffBoard: 2, All: 100}))
}

// EO-06
func TestKindsOfTrusteeBoards(t *testing.T) {
	for want, b := range map[string]employee.TrusteeBoard{
		"paritarian":                        {Elected: 2, Appointed: 2, Independent: 1, Chair: employee.IndependentSide},
		"mixed":                             {Elected: 2, Appointed: 2, Independent: 1, Chair: employee.AppointedSide},
		"majority elected by employees":     {Elected: 3, Appointed: 2},
		"majority appointed by the company": {Elected: 1, Appointed: 2},
		"majority independent":              {Elected: 1, Appointed: 1, Independent: 3, Chair: employee.ElectedSide},
		"none":                              {},
	} {
		assert.Equal(t, want, b.Kind())
	}
	assert.Equal(t, "none", employee.TrusteeBoard{Elected: -1, Appointed: 3}.Kind())
}

// EO-05, EO-07: a stake and no voice is ownership by law, and not by the usage.
func TestVoiceIsPracticeAndNotLaw(t *testing.T) {
	s := employee.Structure{Holdings: []employee.Holding{holding(employee.TrustForAll, 100)}, Trustees: employee.TrusteeBoard{Appointed: 2, Independent: 1}}
	assert.False(t, s.HasVoice())
	c := bakery()
	assert.Equal(t, law.Met, outcome(t, &c, "2025-06-01", employee.SharesBelowControl), "the regime asks for no employee trustee, council or vote")
	s.Trustees.Elected = 1
	assert.True(t, s.HasVoice())
	s.Trustees.Elected = 0
	s.Bodies = []employee.VoiceBody{{Name: "forum", Members: 4}}
	assert.False(t, s.HasVoice())
	s.Bodies[0].Elected = 4
	assert.True(t, s.HasVoice())
}

func TestStructureJSONBothWays(t *testing.T) {
	s := employee.Structure{
		Holdings: []employee.Holding{holding(employee.TrustForAll, 51), holding(employee.BoardHolder, 49)},
		Trustees: employee.TrusteeBoard{Elected: 2, Appointed: 2, Independent: 1, Chair: employee.IndependentSide},
		Bodies:   []employee.VoiceBody{{Name: "council", Elected: 5, Members: 6}},
	}
	b, err := json.Marshal(s)
	require.NoError(t, err)
	var back employee.Structure
	require.NoError(t, law.Decode(strings.NewReader(string(b)), &back))
	assert.Equal(t, s, back)
	for _, text := range []string{`{"holdings":[{"kind":"bank"}]}`, `{"trustees":{"chair":"vicar"}}`, `{"owners":[]}`} {
		assert.Error(t, law.Decode(strings.NewReader(text), &back), text)
	}
	var form employee.OwnershipForm
	require.NoError(t, form.UnmarshalText([]byte("hybrid")))
	assert.Equal(t, employee.Hybrid, form)
}

func TestA10TheCouncilOf2014To15(t *testing.T) {
	p := employee.JohnLewis()
	assert.Equal(t, int64(85), p.Council.Size())
	assert.Equal(t, int64(66), p.Council.Elected())
	assert.Equal(t, law.Per(66, 85), p.Council.ElectedShare())
	tenths := law.MulDiv(66, 1000, 85, law.HalfUp)
	assert.Equal(t, law.Pence(776), tenths, "77.6%")
	assert.Equal(t, law.Ratio{}, (&employee.Council{}).ElectedShare())
}

// JLP-01, JLP-02, JLP-03
func TestJohnLewisDividesPower(t *testing.T) {
	p := employee.JohnLewis()
	assert.Len(t, p.Authorities, 3)
	assert.Equal(t, []int{1929, 1950}, p.Settlements)
	assert.Equal(t, 5, p.CouncilElects)
	assert.Less(t, 2*p.CouncilElects, p.BoardSize, "the council elects no majority of the board")
	assert.True(t, p.Amends(true, true))
	assert.False(t, p.Amends(true, false), "not without the chair")
	assert.False(t, p.Amends(false, true))
	assert.False(t, p.SupportBinding)
	assert.Equal(t, 2, p.SupportVotes)
}

// JLP-04
func TestTheMajorityThatDismissesTheChairIsInDoubt(t *testing.T) {
	p := employee.JohnLewis()
	for _, x := range []struct {
		yes, no       int64
		first, second law.Outcome
	}{{57, 28, law.Met, law.Met}, {56, 29, law.Breached, law.Met}, {43, 42, law.Breached, law.Met}, {42, 42, law.Breached, law.Breached}} {
		d, err := p.Dismisses(x.yes, x.no)
		require.NoError(t, err)
		assert.Equal(t, law.Unknown, d.Outcome)
		assert.Equal(t, x.first, d.Doubt.Readings[0].Outcome, "%d to %d", x.yes, x.no)
		assert.Equal(t, x.second, d.Doubt.Readings[1].Outcome, "%d to %d", x.yes, x.no)
	}
	assert.Equal(t, int64(57), p.Dismissal[0].Needs(85), "two-thirds of 85, rounded up")
	p.Dismissal = p.Dismissal[:1]
	d, err := p.Dismisses(57, 0)
	require.NoError(t, err)
	assert.Equal(t, law.Met, d.Outcome, "one reading is no doubt")
	for _, bad := range [][2]int64{{86, 0}, {-1, 0}, {50, 36}} {
		_, err := p.Dismisses(bad[0], bad[1])
		assert.ErrorIs(t, err, employee.ErrPartnership)
	}
	_, err = (&employee.Partnership{}).Dismisses(0, 0)
	assert.ErrorIs(t, err, employee.ErrPartnership)
}

func ExampleStructure_Stake() {
	s := employee.Structure{Holdings: []employee.Holding{
		{Holder: "trustees", Kind: employee.TrustForAll, Shares: 60},
		{Holder: "staff", Kind: employee.EmployeeHolder, Shares: 15},
		{Holder: "founder", Kind: employee.OutsideHolder, Shares: 25},
	}}
	stake, err := s.Stake()
	fmt.Println(stake.Form, stake.Employees(), "of", stake.All, err)
	// Output: hybrid 75 of 100 <nil>
}

func ExampleJohnLewis() {
	p := employee.JohnLewis()
	fmt.Println(p.Council.Elected(), "of", p.Council.Size(), "elected")
	d, err := p.Dismisses(56, 29)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Outcome)
	for _, r := range d.Doubt.Readings {
		fmt.Println(r.Says+":", r.Outcome)
	}
	// Output:
	// 66 of 85 elected
	// unknown
	// at least 2/3 of all entitled to vote: breached
	// more than 50% of the votes cast: met
}
