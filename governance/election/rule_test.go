package election_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestEveryRuleIsNamedCitedAndFoundAgain(t *testing.T) {
	names := map[string]bool{}
	for _, r := range election.Rules() {
		a := r.Describe()
		assert.False(t, names[a.Name], "%s twice", a.Name)
		names[a.Name] = true
		assert.Regexp(t, `^[a-z0-9]+(-[a-z0-9]+)*$`, a.Name)
		assert.NotEmpty(t, a.Title, a.Name)
		assert.NotEmpty(t, a.Source, a.Name)
		found, err := election.Lookup(a.Name)
		require.NoError(t, err)
		assert.Equal(t, r, found)
		parameters, err := election.Parameters(r)
		require.NoError(t, err)
		again, err := election.WithParameters(a.Name, parameters)
		require.NoError(t, err, string(parameters))
		assert.Equal(t, r, again)
		_, err = election.WithParameters(a.Name, []byte(`{"no_rule_has_this": 1}`))
		require.ErrorIs(t, err, election.ErrRule)
	}
	_, err := election.Lookup("guess")
	require.ErrorIs(t, err, election.ErrRule)
}

func TestParametersAreVariedByName(t *testing.T) {
	r, err := election.WithParameters("limited", []byte(`{"marks": 2}`))
	require.NoError(t, err)
	assert.Equal(t, election.Limited(2), r)
	res, err := election.Count(ballotsOf(t, "3", "1 1=2 0\n1 3 0"), r, election.Options{})
	require.NoError(t, err)
	assert.Equal(t, []string{"marks: 2 in place of 1"}, res.Varied)
}
