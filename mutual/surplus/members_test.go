package surplus_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

func ExampleReadRoll() {
	members, err := surplus.ReadRoll(strings.NewReader("id,trade\nA17,1234.56\nB4,89.49\n"), surplus.Trade)
	if err != nil {
		fmt.Println(err)
		return
	}
	shared, err := surplus.Among(law.Pounds(72_000), members, &surplus.Terms{
		Parts: []surplus.Part{{By: surplus.By(surplus.Trade)}},
		Rate:  law.Known(law.Percent(2)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(shared.Awards[0].Cash, shared.Awards[1].Cash)
	_, err = surplus.ReadRoll(strings.NewReader("id,trade\nA17,1234.56\nB4,NaN\n"))
	fmt.Println(err)
	// Output:
	// £24.69 £1.78
	// bad roll of members: line 3, column 2 (trade): not an amount: "NaN" (want pounds such as 1234.56)
}

func TestReadRollReadsWhatSpreadsheetsWrite(t *testing.T) {
	for name, text := range map[string]string{
		"plain":               "id,trade,hours,class,joined,left\nA,1.50,37.5,staff,2020-01-01,\nB,2,0,,,2024-02-29\n",
		"no last line end":    "id,trade,hours,class,joined,left\nA,1.50,37.5,staff,2020-01-01,\nB,2,0,,,2024-02-29",
		"empty lines at last": "id,trade,hours,class,joined,left\nA,1.50,37.5,staff,2020-01-01,\nB,2,0,,,2024-02-29\n\n\r\n",
		"CRLF and a mark":     "\xef\xbb\xbfid,trade,hours,class,joined,left\r\nA,1.50,37.5,staff,2020-01-01,\r\nB,2,0,,,2024-02-29\r\n",
		"quoted":              "\"id\",\"trade\",hours,class,joined,left\nA,\"1.50\",37.5,\"staff\",2020-01-01,\"\"\n\"B\",2,0,,,2024-02-29\n",
		"in another order":    "left,joined,class,hours,trade,id\n,2020-01-01,staff,37.50,1.500,A\n2024-02-29,,,,02,B\n",
	} {
		t.Run(name, func(t *testing.T) {
			want, err := surplus.NewRoll([]surplus.Member{
				{ID: "A", Class: "staff", Joined: law.MustDate("2020-01-01"), Trade: 150, Hours: 3750},
				{ID: "B", Left: law.MustDate("2024-02-29"), Trade: 200},
			})
			require.NoError(t, err)
			got, err := surplus.ReadRoll(strings.NewReader(text), surplus.Trade)
			require.NoError(t, err)
			require.Equal(t, 2, got.Len())
			for i := range 2 {
				assert.Equal(t, want.Member(i), got.Member(i))
			}
			assert.True(t, got.Has(surplus.Hours))
			assert.False(t, got.Has(surplus.Pay))
			assert.True(t, want.Has(surplus.Pay))
			for _, terms := range []surplus.Terms{
				{Parts: []surplus.Part{{By: surplus.By(surplus.Trade)}}},
				{Parts: []surplus.Part{{By: surplus.By(surplus.Hours)}}},
				{Parts: []surplus.Part{{By: surplus.By(surplus.Head)}}, On: law.MustDate("2019-12-31")},
				{Parts: []surplus.Part{{By: surplus.By(surplus.Head)}}, On: law.MustDate("2024-02-28")},
				{Parts: []surplus.Part{{By: surplus.By(surplus.Head)}}, On: law.MustDate("2024-02-29")},
				{Parts: []surplus.Part{{By: surplus.By(surplus.Head)}}, Classes: []string{"staff"}},
			} {
				a, err := surplus.Among(1001, want, &terms)
				require.NoError(t, err)
				b, err := surplus.Among(1001, got, &terms)
				require.NoError(t, err)
				assert.Equal(t, a, b)
			}
		})
	}
	m, err := surplus.ReadRoll(strings.NewReader("id\n\"Smith, \"\"Jo\"\"\"\n"))
	require.NoError(t, err)
	assert.Equal(t, `Smith, "Jo"`, m.Member(0).ID)
	m, err = surplus.ReadRoll(strings.NewReader("\ufeff\"id\",\"trade\"\r\n\"Zoë Ó Sé\",\"1.5\"\r\n"), surplus.Trade)
	require.NoError(t, err, "a spreadsheet writes a byte order mark before a quoted heading")
	assert.Equal(t, surplus.Member{ID: "Zoë Ó Sé", Trade: 1_50}, m.Member(0))
	m, err = surplus.ReadRoll(strings.NewReader("id\n"))
	require.NoError(t, err)
	assert.Zero(t, m.Len())
}

func TestReadRollNamesThePlace(t *testing.T) {
	for want, text := range map[string]string{
		"line 1: there is no header":                                            "",
		"line 1: there is no column trade, which is needed":                     "id,hours\n",
		"line 1: there is no column id, which is needed":                        "trade\n1\n",
		`line 1, column 2: "Trade" is no column of a roll (want some of id, c`:  "id,Trade\n",
		"line 1, column 3: column 1 is id already":                              "id,trade,id\n",
		"line 1, column 1: \"\" is no column":                                   "\nid,trade\n",
		`line 2, column 2 (trade): not an amount: "NaN"`:                        "id,trade\nA,NaN\n",
		`line 2, column 2 (trade): not an amount: "Inf"`:                        "id,trade\nA,Inf\n",
		`line 2, column 2 (trade): not an amount: "1e3"`:                        "id,trade\nA,1e3\n",
		`line 2, column 2 (trade): not an amount: "+1"`:                         "id,trade\nA,+1\n",
		`line 2, column 2 (trade): not an amount: "1."`:                         "id,trade\nA,1.\n",
		`line 2, column 2 (trade): not an amount: ".5"`:                         "id,trade\nA,.5\n",
		`line 2, column 2 (trade): not an amount: " 5"`:                         "id,trade\nA, 5\n",
		`line 2, column 2 (trade): not an amount: "1,000"`:                      "id,trade\nA,\"1,000\"\n",
		`line 2, column 2 (trade): not an amount: "£5"`:                         "id,trade\nA,£5\n",
		"line 2, column 2 (trade): -0.01 is negative":                           "id,trade\nA,-0.01\n",
		"line 3, column 2 (trade): amount has a fraction of a penny: \"1.005\"": "id,trade\nA,1\nB,1.005\n",
		"line 2, column 2 (trade): amount beyond":                               "id,trade\nA,900000000000000.01\n",
		"line 2, column 3 (pay): amount beyond":                                 "id,trade,pay\nA,1,99999999999999999999\n",
		"line 2, column 2 (trade): nothing is stated":                           "id,trade\nA,\n",
		"line 3, column 1 (id): \"A\" stands on line 2 already":                 "id,trade\nA,1\nA,2\n",
		"line 2, column 2 (id): none is given":                                  "trade,id\n1,\n",
		"line 2, column 1 (id): 257 bytes":                                      "id,trade\n" + strings.Repeat("x", 257) + ",1\n",
		"line 2, column 3 (joined): not a date":                                 "id,trade,joined\nA,1,2023-02-29\n",
		"line 2, column 3 (left): not a date":                                   "id,trade,left\nA,1,1/2/2020\n",
		"line 2, column 4 (left): 2020-01-01 is before":                         "id,trade,joined,left\nA,1,2020-01-02,2020-01-01\n",
		"line 3: 1 cells under 2 headings":                                      "id,trade\nA,1\nB\n",
		"line 2: 3 cells under 2 headings":                                      "id,trade\nA,1,\n",
		"line 3: an empty line in the middle":                                   "id,trade\nA,1\n\nB,1\n",
		"line 2: not UTF-8 text":                                                "id,trade\n\xff,1\n",
		"line 2: longer than 65536 bytes":                                       "id,trade\n" + strings.Repeat("x", 1<<17) + ",1\n",
		`line 3, column 1 (id): "A " has spaces around it`:                      "id,trade\nA,1\nA ,2\n",
		`line 2, column 1 (id): "\u200bA" has spaces around it, or signs that`:  "id,trade\n\u200bA,1\n",
		`line 2, column 1 (id): "A\r" has spaces`:                               "id,trade\nA\r,1\n",
		`line 2, column 1 (id): "A\x00" has spaces`:                             "id,trade\nA\x00,1\n",
		`line 2, column 3 (class): " staff" has spaces`:                         "id,trade,class\nA,1, staff\n",
		"line 2, column 1 (id): a quotation mark is not closed":                 "id,trade\n\"A,1\n",
		"line 2, column 1 (id): something follows the closing":                  "id,trade\n\"A\"x,1\n",
		"line 2, column 1 (id): a quotation mark within":                        "id,trade\nA\"x,1\n",
	} {
		t.Run(want, func(t *testing.T) {
			m, err := surplus.ReadRoll(strings.NewReader(text), surplus.Trade)
			assert.Nil(t, m)
			require.ErrorIs(t, err, surplus.ErrRoll)
			assert.ErrorContains(t, err, want)
			var cell *surplus.CellError
			require.ErrorAs(t, err, &cell)
			assert.Contains(t, want, fmt.Sprintf("line %d", cell.Line))
		})
	}
	_, err := surplus.ReadRoll(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("id\nA\n"))))
	assert.ErrorIs(t, err, iotest.ErrTimeout)
	_, err = surplus.ReadRoll(io.MultiReader(strings.NewReader("id\nA\n\n"), iotest.ErrReader(errors.New("gone"))))
	assert.ErrorContains(t, err, "line 3: gone")
}

func TestNewRollNamesThePlace(t *testing.T) {
	d := law.MustDate
	for want, list := range map[string][]surplus.Member{
		"members[0].id: none is given":               {{}},
		`members[2].id: members[0] has "A" already`:  {{ID: "A"}, {ID: "B"}, {ID: "A"}},
		"members[1].hours: -0.01 is negative":        {{ID: "A"}, {ID: "B", Hours: -1}},
		"members[0].pay: amount beyond":              {{ID: "A", Pay: law.MaxPence + 1}},
		"members[0].service: -2 is negative":         {{ID: "A", Service: -200}},
		"members[0].trade: -1 is negative":           {{ID: "A", Trade: -100}},
		"members[0].capital: -1 is negative":         {{ID: "A", Capital: -100}},
		"members[0].credit: -1 is negative":          {{ID: "A", Credit: -100}},
		"members[0].left: 2020-01-01 is before":      {{ID: "A", Joined: d("2020-01-02"), Left: d("2020-01-01")}},
		"members[249].class: \"c249\" is one more":   classes(250),
		"members[0].id: 300 bytes, of which an id m": {{ID: strings.Repeat("x", 300)}},
	} {
		_, err := surplus.NewRoll(list)
		require.ErrorIs(t, err, surplus.ErrRoll, want)
		assert.ErrorContains(t, err, want)
	}
	_, err := surplus.NewRoll(classes(249))
	require.NoError(t, err)
}

func TestARollGivesItsMembersBack(t *testing.T) {
	list := []surplus.Member{
		{ID: "A"},
		{ID: "B", Class: "c", Joined: law.MustDate("2020-01-01"), Left: law.MustDate("2021-01-01"), Hours: 1, Pay: 2, Service: 3, Trade: 4, Capital: 5, Credit: 6},
		{ID: "C"},
	}
	m, err := surplus.NewRoll(list)
	require.NoError(t, err)
	for i := range list {
		assert.Equal(t, list[i], m.Member(i))
	}
	assert.Equal(t, "37.5", surplus.Hundredths(3750).String())
}

func classes(n int) (list []surplus.Member) {
	for i := range n {
		list = append(list, surplus.Member{ID: fmt.Sprint(i), Class: fmt.Sprintf("c%d", i)})
	}
	return list
}

func TestFactorsHaveNames(t *testing.T) {
	for f := surplus.Head; f <= surplus.Capital; f++ {
		text, err := f.MarshalText()
		require.NoError(t, err)
		var g surplus.Factor
		require.NoError(t, g.UnmarshalText(text))
		assert.Equal(t, f, g)
	}
	var f surplus.Factor
	assert.Error(t, f.UnmarshalText([]byte("luck")))
}

// Whatever is read again from what was written is the same list.
func FuzzReadRoll(f *testing.F) {
	f.Add([]byte("id,class,hours,pay,service_years,trade,capital,joined,left,credit\nA,staff,1,2,3,4,5,2020-01-01,2021-01-01,6\n"))
	f.Add([]byte("\xef\xbb\xbfid,trade\r\n\"a\"\"b\",1.5\r\nc,\r\n"))
	f.Add([]byte("id\n\"a,b\"\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := surplus.ReadRoll(bytes.NewReader(data))
		var cell *surplus.CellError
		if err != nil {
			if !errors.Is(err, surplus.ErrRoll) || !errors.As(err, &cell) || cell.Line < 1 {
				t.Fatal(err)
			}
			return
		}
		seen := map[string]bool{}
		for i := range m.Len() {
			if id := m.Member(i).ID; id == "" || seen[id] {
				t.Fatalf("id %q", id)
			}
			seen[m.Member(i).ID] = true
		}
		again, err := surplus.ReadRoll(iotest.OneByteReader(bytes.NewReader(data)))
		if err != nil || again.Len() != m.Len() {
			t.Fatalf("read a byte at a time: %v", err)
		}
	})
}

// A cell is read as law.ParsePence reads it, or refused as it refuses it.
func FuzzReadRollAmounts(f *testing.F) {
	for _, s := range []string{"0", "1234.56", "1.5", "-1", "1.005", "00000000000000001", "1.", ".1", "1..1", "999999999999999", "9999999999999999"} {
		f.Add(s)
	}
	terms := surplus.Terms{Parts: []surplus.Part{{By: surplus.By(surplus.Trade)}}, Rate: law.Known(law.Per(1, 1))}
	f.Fuzz(func(t *testing.T, cell string) {
		if cell == "" || strings.ContainsAny(cell, ",\"\r\n") || !utf8.ValidString(cell) {
			return
		}
		want, bad := law.ParsePence(cell)
		m, err := surplus.ReadRoll(strings.NewReader("id,trade\nA,"+cell+"\n"), surplus.Trade)
		if (bad != nil || want < 0) != (err != nil) {
			t.Fatalf("%q: %v, as an amount %v, %v", cell, err, want, bad)
		}
		if err != nil {
			return
		}
		if s, err := surplus.Among(law.MaxPence, m, &terms); err != nil && want > 0 || err == nil && s.Awards[0].Amount != want {
			t.Fatalf("%q: %v, %v, as an amount %v", cell, s, err, want)
		}
	})
}

func BenchmarkReadRoll(b *testing.B) {
	for _, n := range []int{500, 1_000_000} {
		var text bytes.Buffer
		text.WriteString("id,class,hours,pay,trade,capital,joined,left\n")
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			fmt.Fprintf(&text, "M%07d,consumer,%d.5,%d.00,%d.%02d,%d,20%02d-01-31,\n", i, r.IntN(2000), r.IntN(30_000), r.IntN(5000), r.IntN(100), r.IntN(1000), r.IntN(26))
		}
		b.Run(fmt.Sprintf("members=%d", n), func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := surplus.ReadRoll(bytes.NewReader(text.Bytes()), surplus.Trade); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
