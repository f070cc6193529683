package mutual_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/company"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/society"
	"github.com/rochdale-go/rochdale/mutual"
)

// randomLog makes acts that the register allows, one a day: members join and leave, take up
// shares, give notice, withdraw and pass them on, and years are closed.
func randomLog(o *mutual.Organisation, n int, seed uint64) *mutual.Log {
	r := rand.New(rand.NewPCG(seed, 1))
	held := map[string]int64{"ann": 100, "bob": 100}
	ids := []string{"ann", "bob"}
	day, end := o.AsAt, law.MustDate("2025-03-31")
	log := &mutual.Log{Opening: o}
	for len(log.Acts) < n {
		day = day.AddDays(1)
		id, to := ids[r.IntN(len(ids))], ids[r.IntN(len(ids))]
		var a law.Act
		switch k := r.IntN(10); {
		case day.After(end):
			a, end = law.Act{CloseYear: law.Known(law.YearClose{Result: law.Known(pounds(1000))})}, end.AddMonths(12)
		case k < 3:
			id = fmt.Sprintf("m%d", len(log.Acts))
			a, ids = admission(id), append(ids, id)
			held[id] = 0
		case k < 6:
			m := 1 + r.Int64N(500)
			a = issueOf(id, m)
			held[id] += m
		case k == 6 && held[id] > 0:
			a = notice(id, 1+r.Int64N(held[id]))
		case k == 7 && held[id] > 1:
			m := 1 + r.Int64N(held[id]-1)
			a = withdrawal(id, m)
			held[id] -= m
		case k == 8 && held[id] > 1 && id != to:
			m := held[id] / 2
			a = passes(id, to, m)
			held[id], held[to] = held[id]-m, held[to]+m
		case k == 9 && len(ids) > 8:
			a = law.Act{Leave: law.Known(law.Departure{Member: id, Forfeits: true})}
			ids = slices.DeleteFunc(ids, func(x string) bool { return x == id })
			held[id] = 0
		default:
			continue
		}
		a.On = day
		log.Acts = append(log.Acts, a)
	}
	return log
}

// statuteOnly lets own rules be broken, as random acts break them.
var statuteOnly = []law.Weight{law.Statute}

func TestRegisterBooksAndBodyAgreeAfterEveryAct(t *testing.T) {
	for _, form := range []string{"co-operative-society", "community-benefit-society", "co-operative-society-ni", "community-benefit-society-ni"} {
		for seed := range uint64(3) {
			h, err := mutual.Replay(randomLog(founded(t, form), 120, seed), statuteOnly...)
			require.NoError(t, err)
			for n := 0; n <= len(h.Steps); n += 7 {
				o, err := h.At(n)
				require.NoError(t, err)
				s := o.Body.(*society.Society)
				var nominal, holdings law.Pence
				for _, m := range o.Members.Or(nil) {
					nominal += m.Nominal.Or(0)
				}
				for _, x := range s.Holdings.Or(nil) {
					holdings += x.Withdrawable.Or(0)
				}
				count, _ := governance.CountMembers(o.Members.Or(nil), "", o.AsAt)
				capital, _ := s.ShareCapital.Get()
				require.Equal(t, nominal, capital, "%s after %d", form, n)
				require.Equal(t, nominal, o.Books.Ptr().PaidUp)
				require.Equal(t, count, s.Members.Or(0))
				if s.Holdings.Stated() {
					require.Equal(t, nominal, holdings)
				}
				queue := s.Withdrawal.Or(society.Repayments{})
				for _, x := range queue.Notices.Or(nil) {
					assert.Positive(t, x.Amount)
				}
			}
		}
	}
}

func TestACompanysCapitalFollowsItsRegister(t *testing.T) {
	for _, form := range []string{"cic-shares-schedule-3", "company-limited-by-shares", "public-limited-company", "employee-trust-company"} {
		acts := []law.Act{
			on("2024-05-01", admission("cat")), on("2024-05-01", issueOf("cat", 70)), on("2024-06-01", passes("cat", "ann", 20)),
			on("2024-07-01", buysBack(30, 30)),
		}
		h, err := mutual.Replay(&mutual.Log{Opening: founded(t, form), Acts: acts})
		require.NoError(t, err, form)
		o := h.Closing()
		assert.Equal(t, pounds(240), o.Books.Ptr().PaidUp, form)
		var sum law.Pence
		for _, m := range o.Members.Or(nil) {
			sum += m.Nominal.Or(0)
		}
		assert.Equal(t, pounds(240), sum, form)
		if c, ok := o.Body.(*company.Company); ok {
			class := c.Classes.Or(nil)[0]
			assert.Equal(t, pounds(240), class.Nominal.Or(0))
			assert.Equal(t, pounds(240), class.PaidUp.Or(0))
			assert.Equal(t, int64(3), c.Members.Or(0))
		}
		if c, ok := o.Body.(*cic.Company); ok {
			assert.Equal(t, 3, c.Standing.Members.Or(0))
		}
		assert.NotEmpty(t, h.Unsettled(), "an allotment rests on what no rule here asks")
	}
}

func TestTheReplayOfAPrefixIsThePrefixOfTheReplay(t *testing.T) {
	log := randomLog(founded(t, "community-benefit-society"), 60, 7)
	whole, err := mutual.Replay(log, statuteOnly...)
	require.NoError(t, err)
	for _, n := range []int{0, 1, 30, 59, 60} {
		part, err := mutual.Replay(&mutual.Log{Opening: log.Opening, Acts: log.Acts[:n]}, statuteOnly...)
		require.NoError(t, err)
		assert.Equal(t, whole.Steps[:n], part.Steps)
		at, err := whole.At(n)
		require.NoError(t, err)
		assert.Equal(t, part.Closing(), at)
		again, err := whole.On(at.AsAt)
		require.NoError(t, err)
		assert.Equal(t, at, again)
	}
	_, err = whole.At(61)
	require.Error(t, err)
}

func TestALogThatStoppedKeepsTheStateBeforeIt(t *testing.T) {
	log := openLog(t, "hill.json")
	h, err := mutual.Replay(log)
	require.ErrorIs(t, err, cic.OverAggregateCap)
	assert.Len(t, h.Steps, 6)
	assert.Equal(t, law.Declares, h.Stopped.Kind)
	at, err := h.At(6)
	require.NoError(t, err)
	assert.Equal(t, at, h.Closing())
	assert.Empty(t, at.Books.Ptr().Paid)

	_, err = mutual.Replay(log, law.Guidance)
	require.NoError(t, err, "no guidance is broken")
}

func TestALawfulLogInReverseIsRefused(t *testing.T) {
	log := randomLog(founded(t, "co-operative-society"), 40, 2)
	slices.Reverse(log.Acts)
	h, err := mutual.Replay(log, statuteOnly...)
	require.Error(t, err)
	assert.Less(t, len(h.Steps), 2)
}

func TestWhatIsWrittenOfALogIsReadBack(t *testing.T) {
	for _, log := range []*mutual.Log{openLog(t, "hill.json"), randomLog(founded(t, "co-operative-society"), 30, 3)} {
		var out, twice bytes.Buffer
		require.NoError(t, log.Write(&out))
		again, err := mutual.ReadLog(bytes.NewReader(out.Bytes()))
		require.NoError(t, err)
		assert.Equal(t, log.Acts, again.Acts)
		require.NoError(t, again.Write(&twice))
		assert.Equal(t, out.String(), twice.String())
		one, err1 := mutual.Replay(log, statuteOnly...)
		two, err2 := mutual.Replay(again, statuteOnly...)
		assert.Equal(t, fmt.Sprint(err1), fmt.Sprint(err2))
		assert.Equal(t, one.Steps, two.Steps)
		assert.Equal(t, one.Closing().Body, two.Closing().Body)
	}
}

func TestBadLogsNameThePlace(t *testing.T) {
	const good = `{"schema": 1, "opening": OPENING, "acts": [{"on": "2026-04-01", "admit": {"member": "m3"}}]}`
	swap := func(old, with string) string {
		s := strings.Replace(good, old, with, 1)
		if s == good && old != "" {
			panic(old)
		}
		return strings.Replace(s, "OPENING", small, 1)
	}
	_, err := mutual.ReadLog(strings.NewReader(swap("", "")))
	require.NoError(t, err)
	for name, tc := range map[string]struct{ file, want string }{
		"an act of no kind":       {swap(`"admit": {"member": "m3"}`, `"facts": {}`), "acts[0]: not an act: no kind"},
		"an act of two kinds":     {swap(`"admit":`, `"dissolve": {}, "admit":`), "acts[0]: not an act: both"},
		"an act of no day":        {swap(`"on": "2026-04-01", `, ``), "acts[0].on"},
		"an unknown kind of act":  {swap(`"admit":`, `"amuse":`), `acts[0]: unknown field "amuse"`},
		"an unknown field":        {swap(`"member": "m3"`, `"membre": "m3"`), `acts[0].admit: unknown field "membre"`},
		"a date that is none":     {swap(`2026-04-01`, `2026-04-31`), "acts[0].on"},
		"facts that are a list":   {swap(`{"member": "m3"}`, `{"member": "m3"}, "facts": []`), "acts[0].facts"},
		"one key twice in facts":  {swap(`{"member": "m3"}`, `{"member": "m3"}, "facts": {"a": 1, "a": 2}`), "acts[0].facts.a"},
		"an opening that is none": {swap(`OPENING`, `{}`), "opening"},
		"no opening":              {swap(`"opening": OPENING, `, ``), "opening"},
		"a schema of the future":  {swap(`{"schema": 1`, `{"schema": 2`), "schema"},
		"something after the end": {swap("", "") + "{}", "after"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := mutual.ReadLog(strings.NewReader(tc.file))
			require.ErrorContains(t, err, tc.want)
		})
	}
	require.Error(t, (&mutual.Log{}).Write(&bytes.Buffer{}))
	_, err = mutual.Replay(&mutual.Log{})
	require.ErrorIs(t, err, mutual.ErrFile)
}

// FuzzReplay: whatever the bytes, a history or an error, and never a panic; and what was taken
// can be taken again.
func FuzzReplay(f *testing.F) {
	log := openLog(f, "hill.json")
	var out bytes.Buffer
	require.NoError(f, log.Write(&out))
	f.Add(out.Bytes())
	out.Reset()
	require.NoError(f, randomLog(founded(f, "co-operative-society"), 20, 1).Write(&out))
	f.Add(out.Bytes())
	f.Add([]byte(`{}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		log, err := mutual.ReadLog(bytes.NewReader(data))
		if err != nil {
			require.Nil(t, log)
			return
		}
		h, _ := mutual.Replay(log)
		at, err := h.At(len(h.Steps))
		require.NoError(t, err)
		require.Equal(t, h.Closing(), at)
	})
}

func BenchmarkReplay(b *testing.B) {
	for _, n := range []int{100, 1000} {
		log := randomLog(founded(b, "co-operative-society"), n, 1)
		b.Run(fmt.Sprintf("acts=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := mutual.Replay(log, statuteOnly...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
