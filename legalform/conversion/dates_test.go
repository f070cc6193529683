package conversion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// The days are written out again here, from the instruments that appointed them.
func TestTheDaysAreThoseOfTheInstruments(t *testing.T) {
	const gb, uk, ew, ni = law.GreatBritain, law.UnitedKingdom, law.EnglandAndWales, law.NorthernIreland
	open := law.From
	days := map[string][]law.Window{
		"private-to-public":         {open("2009-10-01", uk)}, // Companies Act 2006, by its last commencement order
		"public-to-private":         {open("2009-10-01", uk)},
		"company-to-charity":        {open("2012-03-14", ew)}, // Charities Act 2011
		"company-to-employee-trust": {open("2014-04-06", uk)}, // Finance Act 2014 Sch 37
		"employee-trust-to-company": {open("2014-04-06", uk)},

		"company-to-cic-2005":      {open("2005-07-01", gb).Until("2009-09-30"), open("2007-04-06", ni).Until("2009-09-30")}, // SI 2004/3322, SI 2007/1093
		"company-to-cic-2009":      {open("2009-10-01", uk)},                                                                 // SI 2009/1941
		"charity-to-cic-2005":      {open("2005-07-01", ew).Until("2009-09-30")},
		"charity-to-cic-2009":      {open("2009-10-01", ew)},
		"scottish-charity-to-cic":  {open("2009-10-01", law.Scotland)}, // SI 2009/1942 reg 2
		"cic-to-charity-2005":      {open("2005-07-01", gb).Until("2009-09-30"), open("2007-04-06", ni).Until("2009-09-30")},
		"cic-to-charity-2009":      {open("2009-10-01", uk)},
		"cic-to-locked-society":    {open("2009-10-01", gb)}, // SI 2009/1942 reg 5
		"cic-to-locked-society-ni": {open("2009-10-01", ni)},

		"association-to-northern-society":               {open("1969-11-25", ni)}, // Act of 1969, at its passing
		"company-to-northern-society":                   {open("1969-11-25", ni)},
		"northern-society-to-company":                   {open("1969-11-25", ni)},
		"northern-society-to-cic":                       {open("2007-04-06", ni)}, // SI 2007/1093
		"northern-society-to-charitable-company":        {open("2005-07-01", ni)},
		"locked-northern-society-to-charitable-company": {open("2006-07-31", ni)}, // SR 2006/258
		"northern-society-to-other-kind":                {open("2018-04-06", ni)}, // Act of 2016
		"cic-to-cio":                                    {open("2018-01-01", ew)}, // SI 2017/1232 reg 1
		"cic-schedule":                                  {open("2005-07-01", gb), open("2007-04-06", ni)},

		"locked-society-to-cic-2002":                {open("2006-04-06", gb).Until("2014-07-31")}, // SI 2006/264 reg 1
		"locked-society-to-cic-2014":                {open("2014-08-01", gb)},
		"society-to-cic-2002":                       {open("2005-07-01", gb).Until("2014-07-31")},
		"society-to-cic-2014":                       {open("2014-08-01", gb)},
		"society-to-company-1965":                   {open("1966-01-01", gb).Until("2002-09-07")},
		"society-to-company-2002":                   {open("2002-09-08", gb).Until("2014-07-31")}, // two months after 8 July 2002
		"society-to-company-2014":                   {open("2014-08-01", gb)},
		"society-to-charitable-company-2002":        {open("2005-07-01", gb).Until("2014-07-31")},
		"society-to-charitable-company-2014":        {open("2014-08-01", gb)},
		"locked-society-to-charitable-company-2002": {open("2006-04-06", gb).Until("2014-07-31")},
		"locked-society-to-charitable-company-2014": {open("2014-08-01", gb)},
		"society-to-other-kind":                     {open("2014-08-01", gb)},

		"company-to-society-1965":       {open("1966-01-01", gb).Until("2007-09-30")},
		"company-to-society-2007":       {open("2007-10-01", gb).Until("2014-07-31")},
		"company-to-society-2014":       {open("2014-08-01", gb)},
		"company-to-credit-union-1965":  {open("1980-01-01", gb).Until("2007-09-30")},
		"company-to-credit-union-2007":  {open("2007-10-01", gb).Until("2014-07-31")},
		"company-to-credit-union-2014":  {open("2014-08-01", gb)},
		"charitable-company-to-society": {open("2014-08-01", ew)},

		"charitable-company-to-cio":       {open("2018-01-01", ew)}, // SI 2017/1230
		"charitable-society-to-cio":       {open("2018-01-01", ew)},
		"charitable-company-to-scio":      {open("2012-01-01", law.Scotland)},
		"charitable-society-to-scio-2002": {open("2012-01-01", law.Scotland).Until("2014-07-31")},
		"charitable-society-to-scio-2014": {open("2014-08-01", law.Scotland)},
		"charity-to-academy":              {open("2010-07-29", ew)}, // SI 2010/1937 art 2
		"company-to-academy":              {open("2010-07-29", ew)},
		"academy-to-charity":              {open("2010-07-29", ew)},

		"association-to-society-1965": {open("1966-01-01", gb).Until("2014-07-31")},
		"association-to-society-2014": {open("2014-08-01", gb)},
		"charity-to-society-1965":     {open("1966-01-01", gb).Until("2014-07-31")},
		"charity-to-society-2014":     {open("2014-08-01", gb)},
		"association-to-credit-union": {open("1980-01-01", gb)},
		"friendly-to-company-1974":    {open("1976-01-01", gb).Until("1993-12-31")},
		"friendly-to-company-1992":    {open("1994-01-01", uk)},
	}
	seen := map[string]bool{}
	for e := range graph.Edges() {
		seen[e.ID] = true
		assert.Equal(t, days[e.ID], e.InForce, "%s, %s to %s", e.ID, e.From, e.To)
	}
	for id := range days {
		assert.True(t, seen[id], "no way is %s", id)
	}
	since := map[string]string{
		conversion.CIO: "2013-01-02", conversion.SCIO: "2011-04-01", conversion.CICGuarantee: "2005-07-01", conversion.LLP: "2001-04-06",
		conversion.EmployeeTrust: "2014-04-06", conversion.PreCommencement: "2014-08-01",
	}
	for f := range graph.Forms() {
		if day, ok := since[f.ID]; ok {
			assert.False(t, f.Older, f.ID)
			assert.NotZero(t, f.In(law.MustDate(day)), f.ID)
			assert.Zero(t, f.In(law.MustDate(day).AddDays(-1)), f.ID)
		} else if f.ID != conversion.CICSchedule2 && f.ID != conversion.CICSchedule3 {
			assert.True(t, f.Older, "%s", f.ID)
		}
	}
}
