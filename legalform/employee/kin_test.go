package employee_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestAEB10WhoIsConnected(t *testing.T) {
	for way, want := range map[employee.Relation]bool{
		{Is: employee.SpouseOrCivilPartner}:                        true,
		{Is: employee.SpouseOrCivilPartner, OfSpouse: true}:        false,
		{Is: employee.BrotherOrSister}:                             true,
		{Is: employee.NephewOrNiece}:                               true,
		{Is: employee.UncleOrAunt, Spouse: true}:                   true,
		{Is: employee.Descendant, OfSpouse: true, Spouse: true}:    true,
		{Is: employee.Ancestor, OfSpouse: true}:                    true,
		{Is: employee.OtherKin}:                                    false,
		{Is: employee.OtherKin, Spouse: true}:                      false,
		{}:                                                         false,
		{Is: employee.SpouseOrCivilPartner, Spouse: true}:          false,
		{Is: employee.NephewOrNiece, OfSpouse: true, Spouse: true}: true,
		{Is: employee.Kinship(99)}:                                 false,
	} {
		assert.Equal(t, want, way.Connects(), "%+v", way)
	}
}

func TestEBT05AParitarianBoard(t *testing.T) {
	on := law.MustDate("2015-01-01")
	director := func(professional, chosen bool) employee.ESOTDirector {
		return employee.ESOTDirector{Resident: true, Professional: professional, ChosenByStaff: chosen}
	}
	good := []employee.ESOTDirector{director(true, false), director(false, true), director(false, false)}
	got, err := employee.ParitarianBoard(good, on, &enacted)
	require.NoError(t, err)
	assert.Empty(t, got.Lacks)
	require.NotNil(t, got.Doubt, "when the paragraph began and ended is not known")
	assert.Len(t, got.Doubt.Readings, 2)
	for _, x := range []struct {
		board []employee.ESOTDirector
		lacks int
	}{
		{good[:2], 2}, // two directors, one of them not professional
		{[]employee.ESOTDirector{director(false, true), director(false, true), director(false, true)}, 1},
		{[]employee.ESOTDirector{director(true, false), director(true, false), director(false, true)}, 1},
		{[]employee.ESOTDirector{director(true, false), director(false, true), director(false, false), director(false, false)}, 1},
		{append([]employee.ESOTDirector{{}}, good...), 2},
		{nil, 3},
	} {
		got, err := employee.ParitarianBoard(x.board, on, &enacted)
		require.NoError(t, err)
		assert.Len(t, got.Lacks, x.lacks, "%+v: %v", x.board, got.Lacks)
	}
	_, err = employee.ParitarianBoard(good, law.MustDate("2010-12-31"), &enacted)
	assert.Error(t, err)
}
