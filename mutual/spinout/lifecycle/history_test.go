package lifecycle_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"
)

func TestTheStateOnADay(t *testing.T) {
	l := inPart(at("2010-08-12", lifecycle.Begun), at("2011", lifecycle.Held), at("", lifecycle.Resumed), at("2013-04", lifecycle.Launched), at("2020-04-01", lifecycle.WasWoundDown))
	h := replay(t, l)
	for day, want := range map[string]lifecycle.State{
		"2010-08-11": 0, "2010-08-12": lifecycle.Idea, "2010-12-31": lifecycle.Idea, "2011-01-01": 0, "2013-04-29": 0,
		"2013-04-30": lifecycle.Live, "2020-03-31": lifecycle.Live, "2020-04-01": lifecycle.WoundDown, "2030-01-01": lifecycle.WoundDown,
	} {
		f := h.At(law.MustDate(day))
		assert.Equal(t, want, f.Or(0), day)
	}
	resumed := h.Stays[2].From
	assert.Equal(t, "2011-01-01/2013-04", resumed.First.String()+"/2013-04", "not before the hold")
	assert.Equal(t, "2013-04-30", resumed.Last.String(), "nor after the launch")
	ended := replay(t, told(at("2010", lifecycle.Begun)))
	f := ended.At(law.MustDate("2021-01-01"))
	assert.False(t, f.Stated(), "a log does not speak for days after it ends")
}

func TestMonthsAreCountedAsTheCalendarDoes(t *testing.T) {
	for _, x := range []struct {
		from, to    string
		least, most int
	}{
		{"2010-08-12", "2013-04", 32, 32},
		{"2010-08-12", "2013-04/2014-01", 32, 41},
		{"2011-02-02", "2012-04-01", 14, 14},
		{"2009", "2010-08/2011-04", 8, 27},
		{"2012", "2012", 0, 11},
	} {
		m, ok := lifecycle.MustWhen(x.from).Until(lifecycle.MustWhen(x.to))
		require.True(t, ok)
		assert.Equal(t, lifecycle.Months{Least: x.least, Most: x.most}, m, x.from+" "+x.to)
	}
	_, ok := lifecycle.MustWhen("2012/..").Until(lifecycle.MustWhen("2013"))
	assert.False(t, ok)
}

func TestTimesAreReadAndWritten(t *testing.T) {
	for text, want := range map[string][2]string{
		"2012-05-01": {"2012-05-01", "2012-05-01"}, "2012-02": {"2012-02-01", "2012-02-29"}, "2012": {"2012-01-01", "2012-12-31"},
		"2010-06/2011-01": {"2010-06-01", "2011-01-31"}, "2012-05-02/..": {"2012-05-02", "no date"}, "../2012-05": {"no date", "2012-05-31"},
		"2012-05-02/2012-05-30": {"2012-05-02", "2012-05-30"},
	} {
		w, err := lifecycle.ParseWhen(text)
		require.NoError(t, err)
		assert.Equal(t, want, [2]string{w.First.String(), w.Last.String()})
		assert.Equal(t, text, w.String())
	}
	for _, bad := range []string{"", "12", "2012-13", "2012-02-30", "2013/2012", "2012/2013/2014", "May 2012", "0000"} {
		_, err := lifecycle.ParseWhen(bad)
		assert.ErrorIs(t, err, lifecycle.ErrWhen, bad)
	}
}

func TestEveryNameIsReadBack(t *testing.T) {
	for _, s := range lifecycle.States() {
		var back lifecycle.State
		b, err := s.MarshalText()
		require.NoError(t, err)
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, s, back)
	}
	for k := lifecycle.Begun; k <= lifecycle.Restored; k++ {
		var back lifecycle.Kind
		require.NoError(t, back.UnmarshalText([]byte(k.String())))
		assert.Equal(t, k, back)
	}
	var s lifecycle.State
	assert.ErrorContains(t, s.UnmarshalText([]byte("dead")), "not a state of a case")
}

func TestReadIsStrict(t *testing.T) {
	for want, text := range map[string]string{
		"events[0].kind":           `{"events":[{"kind":"died"}],"until":"2012-01-01"}`,
		"events[0].when":           `{"events":[{"kind":"begun","when":"spring"}],"until":"2012-01-01"}`,
		"events[0]: unknown field": `{"events":[{"kind":"begun","when":"2011","why":"x"}],"until":"2012-01-01"}`,
		"events[1].kind":           `{"events":[{"kind":"begun","when":"2011"},{"kind":"launched","when":"2011"}],"until":"2012-01-01"}`,
		"until":                    `{"events":[{"kind":"begun","when":"2011"}]}`,
	} {
		_, err := lifecycle.Read(strings.NewReader(text))
		assert.ErrorContains(t, err, want)
	}
}

func FuzzRead(f *testing.F) {
	for _, l := range []lifecycle.Log{
		whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2016", lifecycle.Grew), at("2017", lifecycle.RetenderBegan), at("2017", lifecycle.RetenderLost), at("2018", lifecycle.WasWoundDown)),
		inPart(at("", lifecycle.Begun), at("2011", lifecycle.Held), at("", lifecycle.Resumed, to(lifecycle.Idea)), ballot("../2012", lifecycle.Ballot{ShareFor: law.Known(law.Percent(4))}), at("2013-04/..", lifecycle.Launched), at("", lifecycle.NoticeGiven)),
	} {
		b, err := json.Marshal(l)
		require.NoError(f, err)
		f.Add(b)
	}
	f.Add([]byte(`{"events":[{"kind":"begun","when":"9999"}],"until":"9999-12-31"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := lifecycle.Read(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		h := replay(t, *l)
		b, err := json.Marshal(l)
		require.NoError(t, err)
		back, err := lifecycle.Read(strings.NewReader(string(b)))
		require.NoError(t, err, string(b))
		require.Equal(t, h, replay(t, *back), "what is written is read back")
		for i := range h.Stays {
			if s := &h.Stays[i]; !s.To.IsZero() && (s.To.First.Before(s.From.First) || s.To.Last.Before(s.From.Last)) {
				t.Fatalf("stay %d ends before it begins: %+v", i, *s)
			}
		}
		for n := 1; n < len(l.Events); n++ {
			part := *l
			part.Events = l.Events[:n]
			if _, err := part.Replay(); err != nil {
				t.Fatalf("the first %d events of a life that happened: %v", n, err)
			}
		}
		_ = h.At(law.MustDate("2012-01-01"))
		_, _ = h.ToLaunch()
		_, _ = h.Lived()
	})
}

// A youth service is put on hold while its councils merge, comes back, and launches; its log
// tells no gate on the way.
func ExampleLog_Replay() {
	l, err := lifecycle.Read(strings.NewReader(`{
		"in_part": true,
		"events": [
			{"when": "2010-08-12", "kind": "begun"},
			{"when": "2011", "kind": "held", "says": "three councils negotiate about merging services"},
			{"kind": "resumed"},
			{"when": "2013-04", "kind": "launched"},
			{"when": "2020-04", "kind": "wound-down"}
		],
		"until": "2020-12-31"
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	h, err := l.Replay()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range h.Stays {
		fmt.Println(s.From, s.State)
	}
	months, _ := h.ToLaunch()
	fmt.Println(months.Least, "months to the launch;", len(h.Untold()), "gates untold")
	l.Events[4].Kind = lifecycle.Held
	_, err = l.Replay()
	fmt.Println(err)
	// Output:
	// 2010-08-12 idea
	// 2011 on-hold
	// 2011-01/2013-04 idea
	// 2013-04 live
	// 2020-04 wound-down
	// 32 months to the launch; 10 gates untold
	// this cannot have happened: events[4].kind: held, where the case is in live
}

func BenchmarkReplay(b *testing.B) {
	l := whole(at("2013-01-01", lifecycle.Launched), at("2014", lifecycle.Settled), at("2016", lifecycle.Grew))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := l.Replay(); err != nil {
			b.Fatal(err)
		}
	}
}
