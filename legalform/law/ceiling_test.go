package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestARoomIsAShareOfItsBasisLessWhatWasPaid(t *testing.T) {
	dividends := law.KindsOf(law.Dividend, law.LockedDividend)
	paid := []law.Payment{{Kind: law.Dividend, Amount: 30}, {Kind: law.StaffBonus, Amount: 500}, {Kind: law.LockedDividend, Amount: 5}}
	for _, c := range []struct {
		name    string
		ceiling law.Ceiling
		books   law.Books
		want    law.Pence
	}{
		{"a share of profits is rounded down", law.Ceiling{Share: law.Percent(35), Of: law.OfProfits}, law.Books{Distributable: law.Known(law.Pence(199))}, 69},
		{"a deficit allows nothing", law.Ceiling{Share: law.Percent(35), Of: law.OfProfits}, law.Books{Distributable: law.Known(law.Pence(-199))}, 0},
		{"profits that are not stated allow nothing", law.Ceiling{Share: law.Percent(35), Of: law.OfProfits}, law.Books{}, 0},
		{"only the kinds named come off", law.Ceiling{Share: law.Percent(50), Of: law.OfProfits, Less: dividends}, law.Books{Distributable: law.Known(law.Pence(100)), Paid: paid}, 15},
		{"what is left of capital", law.Ceiling{Share: law.Percent(5), Of: law.OfPaidUp, Less: law.KindsOf(law.Dividend)}, law.Books{PaidUp: 1000, Paid: paid}, 20},
		{"more was paid than the ceiling", law.Ceiling{Share: law.Percent(1), Of: law.OfPaidUp, Less: dividends}, law.Books{PaidUp: 1000, Paid: paid}, 0},
		{"an amount", law.Ceiling{Of: law.OfAmount, Amount: 77}, law.Books{}, 77},
		{"nothing", law.Ceiling{Amount: 77}, law.Books{}, 0},
		{"a fact is missing", law.Ceiling{Of: law.Unsettled, Amount: 77}, law.Books{}, 0},
		{"no limit is above the most that can be paid", law.Ceiling{Share: law.Percent(200), Of: law.OfPaidUp}, law.Books{PaidUp: law.MaxPence}, law.MaxPence},
	} {
		assert.Equal(t, c.want, c.ceiling.Room(&c.books), c.name)
	}
}

func TestAnAllowanceThatNoAmountMovesIsOneCeilingOrNone(t *testing.T) {
	open := law.Open()
	assert.Empty(t, open.Ceilings())
	none := law.NoSuch("there are no shares")
	assert.Equal(t, []law.Ceiling{{}}, none.Ceilings())
	open.WithinAt(law.Guidance, 12, giftTooLarge, clubs.At("s. 2", "section/2"))
	assert.Equal(t, []law.Ceiling{{Of: law.OfAmount, Amount: 12, Code: giftTooLarge, Provision: clubs.At("s. 2", "section/2"), Weight: law.Guidance}}, open.Ceilings())
	open.Lack("rules", "What do the rules say?")
	assert.Equal(t, []law.Ceiling{{Of: law.Unsettled}}, open.Ceilings())
}

func TestAFamilyWithoutFormulasHasNoCeilings(t *testing.T) {
	m := clubFamily()
	body := lawfulClub()
	pay := law.Payment{Kind: law.Dividend, Declared: day("2020-01-01")}
	_, ok := m.Ceilings(&body, pay, nil)
	require.False(t, ok)
	m.Bounds = law.Fixed(func(*club, *clubFigures, law.Payment, *law.Books) law.Allowance { return law.Open() })
	list, ok := m.Ceilings(&body, pay, nil)
	require.True(t, ok)
	assert.Empty(t, list)
	_, ok = m.Ceilings(&club{}, pay, nil)
	require.False(t, ok, "the body is of another form of the family")
}
