package election_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

func TestAResultThatNoCountGivesIsRefused(t *testing.T) {
	const good = `{"rule":"x","candidates":["A","B"],"valid":3,"seats":1,"quota":"1.51","elected":[1],"stages":[{"n":1,"kind":"exclude","of":[2],"tv":"0.33","votes":["2.00","0.00"],"nt":"1.00"}],"ties":[{"why":"exclude","tied":[1,2],"by":"lot","chosen":2,"left":[1,2]}]}`
	var r election.Result
	require.NoError(t, json.Unmarshal([]byte(good), &r))
	for _, x := range []struct{ name, was, is, want string }{
		{"a field of no result", `"seats"`, `"places"`, `json: unknown field "places"`},
		{"a figure in another unit", `"2.00"`, `"2.0"`, `stages[0].votes[0]: "2.0" is not a figure to 2 decimal places`},
		{"no figure", `"2.00"`, `""`, `stages[0].votes[0]: "" is not a figure to 2 decimal places`},
		{"a word", `"2.00"`, `"x.00"`, `stages[0].votes[0]: "x.00" is not a figure`},
		{"too large", `"2.00"`, `"99999999999999999999.00"`, `stages[0].votes[0]: "99999999999999999999.00" is too large a figure`},
		{"too fine a unit", `"nt":"1.00"`, `"nt":"1.0000000000000000"`, `stages[0].nt: 16 decimal places are more than 15`},
		{"too few figures", `"2.00","0.00"`, `"2.00"`, `stages[0].votes: 1 figures for 2 candidates`},
		{"no kind", `"kind":"exclude",`, ``, `stages[0].kind: none is given`},
		{"a stranger elected", `"elected":[1]`, `"elected":[3]`, `elected: there is no candidate 3, of 2`},
		{"a stranger excluded", `"of":[2]`, `"of":[0]`, `stages[0]: there is no candidate 0, of 2`},
		{"a stranger tied", `"chosen":2`, `"chosen":3`, `ties[0]: there is no candidate 3, of 2`},
		{"no reason", `"why":"exclude",`, ``, `ties[0]: why or by is missing`},
	} {
		t.Run(x.name, func(t *testing.T) {
			text := replaceOnce(t, good, x.was, x.is)
			require.EqualError(t, json.Unmarshal([]byte(text), &r), x.want)
		})
	}
}
