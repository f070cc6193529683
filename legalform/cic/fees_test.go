package cic

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestW2FormationOnlineFromMay2024Costs65(t *testing.T) {
	f := Enacted()
	due := Fee(&f, FeeFormation, ByWeb, law.MustDate("2024-05-01"))
	assert.True(t, due.Certain())
	assert.Equal(t, law.Pounds(50), due.Registrar)
	assert.Equal(t, law.Pounds(15), due.Regulator)
	assert.Equal(t, law.Pounds(65), due.Total)
}

func TestFeesByDayOfDelivery(t *testing.T) {
	f := Enacted()
	for _, x := range []struct {
		id    string
		item  FeeItem
		route FeeRoute
		on    string
		want  int64
		doubt bool
	}{
		{"FEE-1", FeeFormation, OnPaper, "2024-04-30", 35, false},
		{"FEE-2, while the start is doubtful", FeeFormation, ByWeb, "2019-06-01", 27, true},
		{"FEE-2", FeeFormation, ByWeb, "2024-04-30", 27, false},
		{"FEE-3", FeeFormation, OnPaper, "2024-05-01", 86, false},
		{"FEE-3", FeeFormation, BySoftware, "2024-05-01", 65, false},
		{"FEE-3", FeeFormation, BySoftwareSameDay, "2024-05-01", 93, false},
		{"FEE-4", FeeFormation, ByWeb, "2026-01-31", 65, false},
		{"FEE-5", FeeFormation, ByWeb, "2026-02-01", 115, true},
		{"FEE-5", FeeFormation, OnPaper, "2026-02-01", 139, true},
		{"FEE-6", FeeReport, ByWeb, "2005-07-01", 15, false},
		{"FEE-6, by every route", FeeReport, OnPaper, "2026-11-23", 15, false},
		{"FEE-7", FeeConversion, OnPaper, "2024-04-30", 25, false},
		{"FEE-7, SI 2024/155 reg 4(f)", FeeConversion, OnPaper, "2024-05-01", 45, false},
		{"FEE-7", FeeConversion, OnPaper, "2026-02-01", 45, true},
	} {
		due := Fee(&f, x.item, x.route, law.MustDate(x.on))
		require.True(t, due.Known(), x.id)
		assert.Equal(t, law.Pounds(x.want), due.Total, "%s on %s", x.id, x.on)
		assert.Equal(t, x.doubt, due.Doubt != nil, "%s on %s", x.id, x.on)
		assert.Equal(t, due.Total, due.Registrar+due.Regulator)
	}
}

func TestFeesUnknownAreSaidToBe(t *testing.T) {
	f := Enacted()
	for _, x := range []struct {
		item  FeeItem
		route FeeRoute
		on    string
		path  string
	}{
		{FeeFormation, OnPaper, "2018-01-30", "figures.cic.formation_paper"},
		{FeeFormation, ByWeb, "2018-12-31", "figures.cic.formation_web"},
		{FeeFormation, BySoftware, "2024-04-30", "figures.cic.formation_software"},
		{FeeConversion, ByWeb, "2024-05-01", "route"},
	} {
		due := Fee(&f, x.item, x.route, law.MustDate(x.on))
		require.False(t, due.Known())
		assert.Equal(t, x.path, due.Missing[0].Path)
	}
	due := Fee(&f, FeeReport, OnPaper, law.MustDate("2005-06-30"))
	assert.False(t, due.Known(), "before the Regulations")
}

func ExampleFee() {
	f := Enacted()
	due := Fee(&f, FeeFormation, ByWeb, law.MustDate("2026-11-23"))
	fmt.Println(due.Total, due.Certain())
	fmt.Println(due.Doubt)
	// Output:
	// £115.00 false
	// Were the registrar's fees raised on 1 February 2026? The instrument was not read. Provisionally: £100.00. Otherwise: £50.00.
}
