package financialmutual_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/financialmutual"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestWhatAFinancialMutualPaysIsNotModelledAndSaysSo(t *testing.T) {
	for k := law.Dividend; k <= law.PerformanceInterest; k++ {
		a := financialmutual.PaymentAllowance(k)
		assert.Equal(t, k == law.StaffBonus, a.Known(), k.String())
	}
}

func TestACreditUnionOfTwentyIsTooSmall(t *testing.T) {
	form := financialmutual.CreditUnionForm(financialmutual.Enacted())
	on := law.MustDate("2015-04-01")
	for members, want := range map[int]bool{20: true, 21: false} {
		rep, err := form.Judge(form.Draft(law.Plan{Founded: on, Members: members}), on, law.Scotland)
		require.NoError(t, err)
		assert.Equal(t, want, rep.Err() != nil, "%d", members)
	}
	p, err := form.Describe(on)
	require.NoError(t, err)
	assert.Equal(t, law.Known(int64(21)), p.LeastMembers.Number)
}
