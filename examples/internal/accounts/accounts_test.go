package accounts_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/accounts"
	"github.com/rochdale-go/rochdale/legalform/law"
)

const head = "CUK Organisation ID,Turnover,Profit before tax,Member/Shareholder Funds,Memberships,Employees,Is Most Recent?,Year End Date,Economic Year\n"

func TestTheExtractIsWhatItsSourceSays(t *testing.T) {
	r, err := accounts.Shipped()
	require.NoError(t, err)
	assert.Len(t, r.Bodies, 4_273)
	assert.Equal(t, 8_681, r.Accounts())
	known := 0
	for _, b := range r.Bodies {
		if b.Form != "" || b.Ownership != "" {
			known++
		}
		for i := range b.Years[1:] {
			assert.True(t, b.Years[i+1].End.After(b.Years[i].End), "oldest first")
		}
	}
	assert.Positive(t, known)
}

func TestAccountsCarriedForwardCountOnce(t *testing.T) {
	r, err := accounts.Read(strings.NewReader("\ufeff"+head+
		"R2,100,-5,,7,,1,2012-12-31,2016\nR2,100,-5,,7,,1,2012-12-31,2015\nR2,90,0,50,7,3,0,2011-12-31,2012\nR1,,,,,,0,2011-12-31,2012\n"),
		strings.NewReader("Legal Form,CUK Organisation ID,Ownership Classification,\"Sector - Simplified, High Level\"\nSociety,R2,Workers,Housing\nCompany,R9,,\n"))
	require.NoError(t, err)
	assert.Equal(t, 4, r.Rows)
	assert.Equal(t, 3, r.Accounts())
	require.Len(t, r.Bodies, 2)
	assert.Equal(t, "R1", r.Bodies[0].ID)
	assert.Equal(t, accounts.Body{ID: "R2", Form: "Society", Sector: "Housing", Ownership: "Workers", Years: []accounts.Year{
		{law.MustDate("2011-12-31"), law.Known[int64](90), law.Known[int64](0), law.Known[int64](50), law.Known[int64](7), law.Known[int64](3)},
		{End: law.MustDate("2012-12-31"), Turnover: law.Known[int64](100), Profit: law.Known[int64](-5), Members: law.Known[int64](7)},
	}}, r.Bodies[1], "nothing stated is not nought")
}

func TestWhatIsWrongIsNamed(t *testing.T) {
	for want, text := range map[string]string{
		"accounts: no header":                              "",
		`no column "Turnover"`:                             strings.Replace(head, "Turnover", "Sales", 1),
		"line 2: Year End Date":                            head + "R1,1,1,1,1,1,1,31/12/2012,2016\n",
		`line 3: Turnover: "1.5" is no whole number`:       head + "R1,1,1,1,1,1,1,2012-12-31,2016\nR1,1.5,1,1,1,1,1,2013-12-31,2016\n",
		`Profit before tax: "-1000000000001" is no whole`:  head + "R1,1,-1000000000001,1,1,1,1,2012-12-31,2016\n",
		"CUK Organisation ID: none":                        head + ",1,1,1,1,1,1,2012-12-31,2016\n",
		"R1: other figures for the year to 2012-12-31":     head + "R1,1,1,1,1,1,1,2012-12-31,2016\nR1,2,1,1,1,1,1,2012-12-31,2015\n",
		"accounts: record on line 2: wrong number of fiel": head + "R1,1\n",
	} {
		_, err := accounts.Read(strings.NewReader(text), nil)
		require.ErrorContains(t, err, want)
	}
	_, err := accounts.Read(strings.NewReader(head), strings.NewReader("x\n"))
	require.ErrorContains(t, err, `organisations: no column "CUK Organisation ID"`)
}

func FuzzRead(f *testing.F) {
	f.Add(head+"R1,1,-1,1,1,1,1,2012-12-31,2016\n", "CUK Organisation ID,Legal Form,\"Sector - Simplified, High Level\",Ownership Classification\nR1,,,\n")
	f.Add(head+"R1,\"1\n\",1,1,1,1,1,2012-12-31,2016\n", "")
	f.Fuzz(func(t *testing.T, rows, bodies string) {
		r, err := accounts.Read(strings.NewReader(rows), strings.NewReader(bodies))
		if err != nil {
			assert.Nil(t, r, "no partial result")
			return
		}
		assert.LessOrEqual(t, r.Accounts(), r.Rows)
		for _, b := range r.Bodies {
			assert.NotEmpty(t, b.Years)
		}
	})
}
