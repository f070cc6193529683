package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestA23ReliefForAcquisitionCosts(t *testing.T) {
	got, err := employee.RelieveCosts(law.MustDate("2026-03-31"), law.Pounds(600_000), costsOfA23(), &enacted)
	require.NoError(t, err)
	assert.Equal(t, law.Pounds(560_000), got.Relief)
	assert.Equal(t, law.Pounds(40_000), got.Taxable)
	assert.Equal(t, []law.Pence{law.Pounds(500_000), law.Pounds(40_000), law.Pounds(20_000), 0}, got.Allowed)
}

func TestAcquisitionCostsNeverGoBelowNilOrCountTwice(t *testing.T) {
	on := law.MustDate("2026-03-31")
	later := []employee.AcquisitionCost{{Kind: employee.LaterPurchase, Amount: law.Pounds(100)}}
	got, err := employee.RelieveCosts(on, law.Pounds(100), later, &enacted)
	require.NoError(t, err)
	assert.Zero(t, got.Relief, "later purchases did not result from the disposal")
	much := []employee.AcquisitionCost{{Kind: employee.PricePaid, Amount: law.Pounds(500), Before: law.Pounds(100)}}
	got, err = employee.RelieveCosts(on, law.Pounds(300), much, &enacted)
	require.NoError(t, err)
	assert.Equal(t, []law.Pence{law.Pounds(300), 0, law.Pounds(100)}, []law.Pence{got.Relief, got.Taxable, got.Unused})
	_, err = employee.RelieveCosts(law.MustDate("2024-10-29"), law.Pounds(300), much, &enacted)
	assert.ErrorIs(t, err, employee.ErrRelief)
	for _, bad := range []employee.AcquisitionCost{
		{Amount: 1},
		{Kind: employee.PricePaid, Amount: -1},
		{Kind: employee.PricePaid, Amount: 1, Excess: 2},
		{Kind: employee.PricePaid, Amount: 2, Excess: 1, Before: 2},
		{Kind: employee.PricePaid, Amount: law.MaxPence + 1},
	} {
		_, err = employee.RelieveCosts(on, law.Pounds(300), []employee.AcquisitionCost{bad}, &enacted)
		assert.ErrorIs(t, err, employee.ErrRelief, "%+v", bad)
	}
	last, ok := employee.ClaimCostsBy(on, &enacted)
	assert.True(t, ok)
	assert.Equal(t, law.MustDate("2030-04-05"), last)
	_, ok = employee.ClaimCostsBy(law.MustDate("2024-10-29"), &enacted)
	assert.False(t, ok)
}

func ExampleRelieveCosts() {
	f := employee.Enacted()
	got, err := employee.RelieveCosts(law.MustDate("2026-03-31"), law.Pounds(600_000), []employee.AcquisitionCost{
		{Kind: employee.PricePaid, Amount: law.Pounds(500_000)},
		{Kind: employee.OwnershipCost, Amount: law.Pounds(15_000)},
	}, &f)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(got.Working.String())
	// Output:
	// distribution: £600,000.00
	// acquisition costs not deducted before: £500,000.00
	// relief: £500,000.00
	// taxable: £100,000.00
}

func FuzzAcquisitionCostsAddUp(f *testing.F) {
	f.Add(int64(600), int64(500), int64(50), int64(10), uint8(3))
	f.Add(int64(1), int64(9e16), int64(9e16), int64(0), uint8(1))
	f.Fuzz(func(t *testing.T, paid, price, other, excess int64, kind uint8) {
		costs := []employee.AcquisitionCost{
			{Kind: employee.PricePaid, Amount: law.Pence(price)}, {Kind: employee.AcquisitionCostKind(kind), Amount: law.Pence(other), Excess: law.Pence(excess)},
		}
		got, err := employee.RelieveCosts(law.MustDate("2026-01-01"), law.Pence(paid), costs, &enacted)
		if err != nil {
			return
		}
		if got.Relief+got.Taxable != law.Pence(paid) || got.Taxable < 0 || got.Relief+got.Unused != got.Allowed[0]+got.Allowed[1] {
			t.Fatalf("%+v", got)
		}
	})
}
