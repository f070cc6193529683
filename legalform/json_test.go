package legalform_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// written writes a value as JSON and reads it back into another.
func written(t *testing.T, from, to any) {
	t.Helper()
	b, err := json.Marshal(from)
	require.NoError(t, err)
	require.NoError(t, law.Decode(bytes.NewReader(b), to), "%s", b)
}

func TestBodiesAndReportsAreReadBackAsTheyWereWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(1844, 5))
	for range 10 {
		on := law.MustDate("2004-01-01").AddDays(r.IntN(9000))
		plan := law.Plan{
			Name: "Hill", Founded: on.AddDays(-400), In: law.England, Staff: 3, Members: 3, Capital: 50_00, Locked: "Hill Charity",
			Activity: "care", DeclaredInterest: law.Known(law.Per(1, 3)),
		}
		for _, f := range legalform.In(0) {
			body, books := f.Draft(plan), someBooks(r, on)
			back := f.NewBody()
			written(t, body, back)
			assert.Equal(t, body, back, f.FormID())
			ps := []law.Payment{{Kind: law.PaymentKind(1 + r.IntN(7)), Amount: 100, Declared: on}, {Kind: law.Dividend, Amount: 1, Declared: on}}
			proposed, err := f.Propose(body, &books, ps)
			require.NoError(t, err)
			assert.Equal(t, back, body, "%s: proposing changes nothing", f.FormID())
			back = f.NewBody()
			written(t, proposed, back)
			ps[0].Amount = 200 // the caller's list is the caller's
			for i := range books.Paid {
				books.Paid[i].Amount = 200
			}
			assert.Equal(t, proposed, back, f.FormID())
			for _, in := range []law.Extent{0, law.Scotland} {
				rep, err := f.Judge(proposed, on, in)
				require.NoError(t, err)
				var again law.Report
				written(t, rep, &again)
				assert.Equal(t, rep.Findings, again.Findings, f.FormID())
				assert.Equal(t, rep.Explain(), again.Explain(), f.FormID())
				assert.Empty(t, law.Diff(rep, &again), f.FormID())
			}
		}
	}
}
