package employee_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

var (
	fivePerCent = law.Percent(5)
	twoFifths   = law.Per(2, 5)
	aGroup      = law.Known(true)
	noGroup     = law.Known(false)
)

// person works where told, and is nobody's kin and no participator.
func person(id string, employed, office employee.Place) employee.Head {
	return employee.Head{
		ID: id, Employed: law.Known(employed), Office: law.Known(office),
		Participator: law.Known(false), ConnectedWith: law.Known([]string{}),
	}
}

func owner(h employee.Head, capital, class, assets law.Ratio) employee.Head {
	h.Participator = law.Known(true)
	h.Interest = employee.Interest{OfCapital: law.Known(capital), OfClass: law.Known(class), OnWindingUp: law.Known(assets)}
	return h
}

func third(id string, employed, office employee.Place) employee.Head {
	return owner(person(id, employed, office), law.Per(1, 3), law.Per(1, 3), law.Per(1, 3))
}

func kin(h employee.Head, of ...string) employee.Head {
	h.ConnectedWith = law.Known(of)
	return h
}

func staff(n int) (list []employee.Head) {
	for i := range n {
		list = append(list, person(fmt.Sprint("staff-", i), employee.InCompany, employee.Nowhere))
	}
	return list
}

func fraction(t *testing.T, principal law.Fact[bool], people ...employee.Head) employee.Fraction {
	t.Helper()
	f, err := employee.FractionOf(people, principal, fivePerCent)
	require.NoError(t, err)
	return f
}

func TestA15TwoOfFivePassAndFourOfNineFail(t *testing.T) {
	passes, fails := employee.Fraction{Participators: 2, Employees: 5}, employee.Fraction{Participators: 3, Connected: 1, Employees: 9}
	assert.False(t, passes.Exceeds(twoFifths), "exactly 2/5 does not exceed it")
	assert.True(t, fails.Exceeds(twoFifths))
	assert.Equal(t, "4/9", fails.String())
}

func TestA16ThreeOwnerDirectorsWithoutContractsSwellTheNumeratorOnly(t *testing.T) {
	people := append(staff(7), third("ann", employee.Nowhere, employee.InCompany),
		third("bob", employee.Nowhere, employee.InCompany), third("cid", employee.Nowhere, employee.InCompany))
	f := fraction(t, noGroup, people...)
	require.True(t, f.Known())
	assert.Equal(t, "3/7", f.String())
	assert.True(t, f.Exceeds(twoFifths))
	assert.Equal(t, employee.Counted{ID: "ann", Above: true, Why: "participator"}, f.Who[7])
	assert.Equal(t, employee.Counted{ID: "staff-0", Below: true, Why: "not a participator"}, f.Who[0])
}

func TestLP01WhoIsCountedInTheNumerator(t *testing.T) {
	ann := third("ann", employee.InCompany, employee.InCompany)
	for name, x := range map[string]struct {
		principal law.Fact[bool]
		people    []employee.Head
		want      string
	}{
		"a participator who is an employee counts once above and once below":  {noGroup, []employee.Head{ann}, "1/1"},
		"a participator outside the business counts nowhere":                  {noGroup, []employee.Head{third("x", employee.Nowhere, employee.Nowhere)}, "0/0"},
		"an employee connected with one counts above":                         {noGroup, []employee.Head{ann, kin(person("nephew", employee.InCompany, employee.Nowhere), "ann")}, "2/2"},
		"the connection may be told of either":                                {noGroup, []employee.Head{kin(ann, "nephew"), person("nephew", employee.InCompany, employee.Nowhere)}, "2/2"},
		"a connected director without a contract counts above alone":          {noGroup, []employee.Head{ann, kin(person("aunt", employee.Nowhere, employee.InCompany), "ann")}, "2/1"},
		"two connected participators count once each":                         {noGroup, []employee.Head{kin(ann, "bob"), third("bob", employee.InCompany, employee.Nowhere)}, "2/2"},
		"connected with a participator who does not work for the company":     {noGroup, []employee.Head{third("x", employee.Nowhere, employee.Nowhere), kin(person("son", employee.InCompany, employee.Nowhere), "x")}, "0/1"},
		"connected with somebody who is on no list":                           {noGroup, []employee.Head{ann, kin(person("b", employee.InCompany, employee.Nowhere), "stranger")}, "1/2"},
		"connected through a person who is no participator":                   {noGroup, []employee.Head{ann, kin(person("b", employee.InCompany, employee.Nowhere), "c"), person("c", employee.InCompany, employee.Nowhere)}, "1/3"},
		"a participator employed only in the group is not counted as one":     {aGroup, []employee.Head{third("g", employee.InGroup, employee.Nowhere)}, "0/1"},
		"an employee of the group connected with a participator counts above": {aGroup, []employee.Head{ann, kin(person("g", employee.InGroup, employee.Nowhere), "ann")}, "2/2"},
		"an officer of the group connected with one counts above":             {aGroup, []employee.Head{ann, kin(person("g", employee.Nowhere, employee.InGroup), "ann")}, "2/1"},
		"the same where the company is not the principal company":             {noGroup, []employee.Head{ann, kin(person("g", employee.InGroup, employee.Nowhere), "ann")}, "1/1"},
	} {
		t.Run(name, func(t *testing.T) {
			f := fraction(t, x.principal, x.people...)
			assert.Empty(t, f.Missing)
			assert.Equal(t, x.want, f.String())
		})
	}
}

func TestLP02OnlyEmployeesAreInTheDenominator(t *testing.T) {
	f := fraction(t, aGroup, person("a", employee.InCompany, employee.Nowhere), person("b", employee.InGroup, employee.InCompany),
		person("c", employee.Nowhere, employee.InCompany), person("d", employee.Nowhere, employee.InGroup))
	assert.Equal(t, int64(2), f.Employees)
}

func TestLP03AParticipatorBelowFivePerCentInEveryWayIsIgnored(t *testing.T) {
	four, five := law.Percent(4), fivePerCent
	worker := person("a", employee.InCompany, employee.Nowhere)
	for name, x := range map[string]struct {
		of   employee.Head
		want int64
	}{
		"4% of everything":                       {owner(worker, four, four, four), 0},
		"exactly 5% of the capital":              {owner(worker, five, four, four), 1},
		"3% of the votes but 6% of one class":    {owner(worker, law.Percent(3), law.Percent(6), four), 1},
		"exactly 5% of the assets on winding up": {owner(worker, four, four, five), 1},
	} {
		t.Run(name, func(t *testing.T) {
			f := fraction(t, noGroup, x.of)
			require.True(t, f.Known())
			assert.Equal(t, x.want, f.Participators)
		})
	}
}

func TestTheFractionNamesWhatIsMissingAndNothingElse(t *testing.T) {
	worker := person("a", employee.InCompany, employee.Nowhere)
	big := worker
	big.Participator, big.Interest.OfCapital = law.Known(true), law.Known(law.Percent(40))
	half := worker
	half.Participator, half.Interest.OfCapital = law.Known(true), law.Known(law.Percent(4))
	var nobody employee.Head
	group := person("g", employee.InGroup, employee.Nowhere)
	silent := person("s", employee.InCompany, employee.Nowhere)
	silent.ConnectedWith = law.Fact[[]string]{}
	told := third("o", employee.InCompany, employee.Nowhere)
	mute := told
	mute.ConnectedWith = law.Fact[[]string]{}
	for name, x := range map[string]struct {
		principal law.Fact[bool]
		people    []employee.Head
		want      []string
	}{
		"40% of the capital needs no more":                    {noGroup, []employee.Head{big}, nil},
		"4% of the capital does":                              {noGroup, []employee.Head{half}, []string{"people[0].interest.of_class"}},
		"nothing at all":                                      {noGroup, []employee.Head{nobody}, []string{"people[0].employed", "people[0].office"}},
		"somebody in the group":                               {law.Fact[bool]{}, []employee.Head{group, group2()}, []string{"principal_company"}},
		"nobody in the group":                                 {law.Fact[bool]{}, []employee.Head{worker}, nil},
		"kin, where the owner's list is stated":               {noGroup, []employee.Head{told, silent}, nil},
		"kin, where nobody's list is stated":                  {noGroup, []employee.Head{mute, silent}, []string{"people[0].connected_with"}},
		"kin, where everybody else's list is stated":          {noGroup, []employee.Head{mute, worker}, nil},
		"kin do not matter where there is no owner who works": {noGroup, []employee.Head{silent}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			f := fraction(t, x.principal, x.people...)
			var got []string
			for _, m := range f.Missing {
				got = append(got, m.Path)
			}
			assert.Equal(t, x.want, got)
		})
	}
}

func group2() employee.Head { return person("g2", employee.Nowhere, employee.InGroup) }

func TestTheFractionRefusesOneIDTwice(t *testing.T) {
	_, err := employee.FractionOf([]employee.Head{{ID: "a"}, {ID: "b"}, {ID: "a"}}, noGroup, fivePerCent)
	assert.ErrorContains(t, err, "people[2].id: the same id as people[0]")
}

func TestAHeadcountOfNumbers(t *testing.T) {
	h := count("2020-01-01", 2, 1, 10)
	f, err := h.Fraction(noGroup, fivePerCent)
	require.NoError(t, err)
	assert.Equal(t, "3/10", f.String())

	h.Connected = law.Known[int64](-1)
	_, err = h.Fraction(noGroup, fivePerCent)
	assert.ErrorContains(t, err, "connected: -1 is not a number of people")

	h.Connected = law.Fact[int64]{}
	f, err = h.Fraction(noGroup, fivePerCent)
	require.NoError(t, err)
	assert.False(t, f.Known())
	assert.Equal(t, "connected", f.Missing[0].Path)

	h.People = law.Known(staff(4))
	f, err = h.Fraction(noGroup, fivePerCent)
	require.NoError(t, err)
	assert.Equal(t, "0/4", f.String(), "a list of people goes before numbers")
}

// Whatever the order of the list, nobody counts twice, and the list and the numbers agree.
func TestTheFractionDoesNotDependOnTheOrderOfTheList(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	places := []employee.Place{employee.Nowhere, employee.InCompany, employee.InGroup}
	for range 300 {
		people := make([]employee.Head, 1+rng.IntN(12))
		for i := range people {
			h := person(fmt.Sprint(i), places[rng.IntN(3)], places[rng.IntN(3)])
			if rng.IntN(3) == 0 {
				h = owner(h, law.Percent(rng.Int64N(8)), law.Percent(rng.Int64N(8)), law.Percent(rng.Int64N(8)))
			}
			if rng.IntN(3) == 0 {
				h = kin(h, fmt.Sprint(rng.IntN(len(people))))
			}
			people[i] = h
		}
		f := fraction(t, aGroup, people...)
		var above, below int64
		for _, w := range f.Who {
			if w.Above {
				above++
			}
			if w.Below {
				below++
			}
		}
		assert.Equal(t, f.Numerator(), above)
		assert.Equal(t, f.Employees, below)
		assert.LessOrEqual(t, f.Numerator(), int64(len(people)))
		rng.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		g := fraction(t, aGroup, people...)
		assert.Equal(t, f.String(), g.String())
		assert.Equal(t, f.Participators, g.Participators)
	}
}
