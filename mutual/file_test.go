package mutual_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
)

const small = `{
  "schema": 1, "name": "Hill CIC", "form": "cic-shares-schedule-3", "as_at": "2026-03-01", "in": "england",
  "members": [{"id": "m1", "class": "staff", "joined": "2011-04-01", "shares": 1}, {"id": "m2"}],
  "body": {
    "type": "schedule-3", "since": "2012-01-01", "articles": {"permits_dividends": true, "locked_bodies": []},
    "dividend": {
      "declared": "2026-03-01", "year_start": "2024-04-01", "distributable_profits": "20000", "counted_before": "0",
      "exempt_before": "0", "resolution": "ordinary", "portions": [{"amount": "8000", "held": "private"}]
    }
  }
}`

func ExampleRead() {
	o, err := mutual.Read(strings.NewReader(small))
	if err != nil {
		fmt.Println(err)
		return
	}
	rep, err := o.Judge(law.Date{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range rep.Findings {
		if f.Outcome == law.Breached {
			fmt.Println(f.Code)
			fmt.Println(f.Message)
		}
	}
	// Output:
	// cic.over-aggregate-cap
	// Dividends of £8,000.00 that are not exempt are more than the £7,000.00 left: 35% of distributable profits of £20,000.00, less £0.00 already declared for the year. The excess is £1,000.00.
}

func TestReadKeepsWhatIsStatedAndWhatIsNot(t *testing.T) {
	o, err := mutual.Read(strings.NewReader(small))
	require.NoError(t, err)
	assert.Equal(t, "Hill CIC", o.Name)
	assert.Equal(t, law.England, o.In)
	c, ok := o.Body.(*cic.Company)
	require.True(t, ok)
	assert.False(t, c.Public.Stated())
	assert.True(t, c.Articles.LockedBodies.Stated(), "an empty list is a fact")
	assert.Len(t, o.Members.Or(nil), 2)
	assert.False(t, o.Books.Stated())
}

func TestBadFilesNameThePlace(t *testing.T) {
	swap := func(old, with string) string {
		if !strings.Contains(small, old) {
			panic(old)
		}
		return strings.Replace(small, old, with, 1)
	}
	deep := strings.Repeat("[", 1_000_000)
	for name, tc := range map[string]struct{ file, want string }{
		"an empty file":                      {"", "empty"},
		"not JSON":                           {"hello", "document"},
		"an unknown field":                   {swap(`"name"`, `"naem": 1, "name"`), "naem"},
		"an unknown field in the body":       {swap(`"permits_dividends"`, `"permit_dividends"`), "body.articles"},
		"a duplicate key":                    {swap(`"class": "staff",`, `"class": "staff", "class": "x",`), "members[0].class"},
		"a wrong type":                       {swap(`"joined": "2011-04-01"`, `"joined": 5`), "members[0].joined"},
		"an impossible date":                 {swap(`"joined": "2011-04-01"`, `"joined": "2011-02-30"`), "members[0].joined"},
		"negative shares":                    {swap(`"shares": 1`, `"shares": -1`), "members[0].shares"},
		"one id twice":                       {swap(`"m2"`, `"m1"`), "members[1].id"},
		"no id":                              {swap(`"id": "m2"`, `"class": "x"`), "members[1].id"},
		"left before joining":                {swap(`"shares": 1`, `"left": "2011-03-31"`), "members[0].left"},
		"a fraction of a penny":              {swap(`"8000"`, `"8000.001"`), "body.dividend.portions[0].amount"},
		"a negative dividend":                {swap(`"8000"`, `"-8000"`), "body.dividend.portions[0].amount: a negative amount"},
		"an exponent":                        {swap(`"8000"`, `8e3`), "body.dividend.portions[0].amount"},
		"a 10 MB number":                     {swap(`"8000"`, strings.Repeat("9", 10<<20)), "body.dividend.portions[0].amount"},
		"beyond every amount":                {swap(`"8000"`, `"9999999999999999"`), "body.dividend.portions[0].amount"},
		"an unknown word":                    {swap(`"ordinary"`, `"show of hands"`), "body.dividend.resolution"},
		"deep nesting":                       {swap(`[{"amount": "8000", "held": "private"}]`, deep), "deep"},
		"a form that nobody knows":           {swap(`"cic-shares-schedule-3"`, `"soviet"`), "form"},
		"a form that is not text":            {swap(`"cic-shares-schedule-3"`, `7`), "form"},
		"a type that is not the form's":      {swap(`"type": "schedule-3"`, `"type": "guarantee"`), "type"},
		"a schema of the future":             {swap(`"schema": 1`, `"schema": 2`), "schema"},
		"no name":                            {swap(`"name": "Hill CIC", `, ``), "name"},
		"no date":                            {swap(`"as_at": "2026-03-01", `, ``), "as_at"},
		"something after the end":            {small + "{}", "after"},
		"a place that is not in the kingdom": {swap(`"england"`, `"france"`), "in"},
		"books with the year back to front":  {swap(`"members"`, `"books": {"year_start":"2025-04-01","year_end":"2025-03-31","paid_up":"0","staff":0}, "members"`), "books.year_end"},
		"books with a negative payment":      {swap(`"members"`, `"books": {"year_start":"2025-04-01","year_end":"2026-03-31","paid_up":"0","staff":0,"paid":[{"kind":"dividend","amount":"-1","declared":""}]}, "members"`), "books.paid[0].amount"},
		"books with a payment for nothing":   {swap(`"members"`, `"books": {"year_start":"2025-04-01","year_end":"2026-03-31","paid_up":"0","staff":0,"paid":[{"amount":"1","declared":""}]}, "members"`), "books.paid[0].kind"},
		"books with negative capital":        {swap(`"members"`, `"books": {"year_start":"2025-04-01","year_end":"2026-03-31","paid_up":"0","staff":0,"net_assets":"-1","undistributable":"-1"}, "members"`), "books.undistributable"},
		"books with a negative past":         {swap(`"members"`, `"books": {"year_start":"2025-04-01","year_end":"2026-03-31","paid_up":"0","staff":0,"past":[{"year_start":"2024-04-01","dividends":"-1"}]}, "members"`), "books.past[0].dividends"},
		"books with a past year of no date":  {swap(`"members"`, `"books": {"year_start":"2025-04-01","year_end":"2026-03-31","paid_up":"0","staff":0,"past":[{"dividends":"1"}]}, "members"`), "books.past[0].year_start"},
	} {
		t.Run(name, func(t *testing.T) {
			o, err := mutual.Read(strings.NewReader(tc.file))
			if err == nil {
				_, err = o.Judge(law.Date{})
			}
			require.Error(t, err)
			assert.ErrorContains(t, err, tc.want)
			assert.Less(t, len(err.Error()), 1000, "an error does not repeat the file")
		})
	}
}

func TestADividendInAGuaranteeCompanyIsABreachThatNamesThePlace(t *testing.T) {
	file := strings.Replace(strings.Replace(small, "cic-shares-schedule-3", "cic-guarantee", 1), `"type": "schedule-3"`, `"type": "guarantee"`, 1)
	o, err := mutual.Read(strings.NewReader(file))
	require.NoError(t, err)
	rep, err := o.Judge(law.Date{})
	require.NoError(t, err)
	require.ErrorIs(t, rep.Err(), cic.DividendNotPermitted)
}

// FuzzRead: whatever the bytes, an organisation or an error, and never a panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"form":"cic-guarantee","body":{}}`))
	f.Add([]byte(``))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := mutual.Read(bytes.NewReader(data))
		if err != nil {
			require.Nil(t, o)
			return
		}
		_, _ = o.Judge(law.Date{})
	})
}

// organisationOf makes a file of an organisation with n members.
func organisationOf(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"schema": 1, "name": "Hill CIC", "form": "cic-shares-schedule-3", "as_at": "2026-03-01", "in": "england", "members": [`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id": "m%06d", "class": "staff", "joined": "2011-04-01", "left": "2025-04-01", "shares": %d}`, i, 1+i%5)
	}
	_, body, _ := strings.Cut(small, `"body"`)
	b.WriteString(`], "body"` + body)
	return b.Bytes()
}

func BenchmarkReadAndJudge(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		data := organisationOf(n)
		b.Run(fmt.Sprintf("members=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				o, err := mutual.Read(bytes.NewReader(data))
				if err != nil {
					b.Fatal(err)
				}
				if _, err := o.Judge(law.Date{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	o, err := mutual.Read(strings.NewReader(small))
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, o.Write(&out))
	again, err := mutual.Read(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, o.Body, again.Body)
	assert.Equal(t, o.Members, again.Members)
	assert.Equal(t, o.Books, again.Books)
	assert.Equal(t, [3]any{o.Name, o.AsAt, o.In}, [3]any{again.Name, again.AsAt, again.In})
	var twice bytes.Buffer
	require.NoError(t, again.Write(&twice))
	assert.Equal(t, out.String(), twice.String())
}

func TestWhatCouldNotBeReadIsNotWritten(t *testing.T) {
	for want, spoil := range map[string]func(*mutual.Organisation){
		"name: none":     func(o *mutual.Organisation) { o.Name = "" },
		"as_at: no date": func(o *mutual.Organisation) { o.AsAt = law.Date{} },
		"form: ":         func(o *mutual.Organisation) { o.Form = nil },
		"body: ":         func(o *mutual.Organisation) { o.Body = 1 },
		"where the form": func(o *mutual.Organisation) { o.Body = (*cic.Company)(nil) },
		"members[1].id":  func(o *mutual.Organisation) { (*o.Members.Ptr())[1].ID = "m1" },
		"books.paid_up: -": func(o *mutual.Organisation) {
			o.Books = law.Known(law.Books{YearStart: o.AsAt, YearEnd: o.AsAt, PaidUp: -1})
		},
	} {
		o, err := mutual.Read(strings.NewReader(small))
		require.NoError(t, err)
		spoil(o)
		var out bytes.Buffer
		err = o.Write(&out)
		assert.ErrorIs(t, err, mutual.ErrFile)
		assert.ErrorContains(t, err, want)
		assert.Empty(t, out.String())
	}
}
