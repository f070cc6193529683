package election_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math/big"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
)

// A meekCount counts by Meek's method as the rules are written, paper by paper: the second method that
// the first is held against. It breaks ties by number, the first being out.
type meekCount struct {
	papers []election.Paper
	n      int
	seats  int
	keep   []int64 // 0 once excluded
	in     []bool
	votes  []int64
	left   int64 // untransferable
	quota  int64
	apart  bool
	steps  int
	// ahead tells, of two candidates, who was where they first differed.
	ahead [][]int
}

const nine = 1_000_000_000

// up divides and rounds up.
func up(a, b, over int64) int64 {
	x := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	x.Add(x, big.NewInt(over-1))
	return x.Div(x, big.NewInt(over)).Int64()
}

func newMeekCount(s election.Setup, papers []election.Paper, apart bool) *meekCount {
	m := &meekCount{papers: papers, n: len(s.Candidates), seats: s.Seats, apart: apart}
	m.keep, m.in, m.votes = make([]int64, m.n), make([]bool, m.n), make([]int64, m.n)
	for c := range m.keep {
		m.keep[c] = nine
		m.ahead = append(m.ahead, make([]int, m.n))
	}
	return m
}

// withdraw takes out whom nobody ranks.
func (m *meekCount) withdraw() {
	for c := range m.keep {
		ranks := func(p election.Paper) bool {
			return slices.ContainsFunc(p.Ranks, func(rank []int) bool { return rank[0] == c+1 })
		}
		if !slices.ContainsFunc(m.papers, ranks) {
			m.keep[c] = 0
		}
	}
}

func (m *meekCount) distribute() {
	clear(m.votes)
	m.left = 0
	all, sum := int64(0), int64(0)
	for _, p := range m.papers {
		w := int64(nine)
		for _, rank := range p.Ranks {
			k := m.keep[rank[0]-1]
			if k == 0 {
				continue
			}
			g := up(w, k, nine)
			m.votes[rank[0]-1] += g * p.Weight
			if m.apart {
				w = up(w, nine-k, nine)
			} else {
				w -= g
			}
		}
		m.left += w * p.Weight
		all += nine * p.Weight
	}
	for _, v := range m.votes {
		sum += v
	}
	if m.apart {
		m.left = all - sum
	}
	m.quota = (all-m.left)/int64(m.seats+1) + 1
	m.steps++
	for x, ahead := range m.ahead {
		for y := range ahead {
			if ahead[y] == 0 {
				ahead[y] = cmp.Compare(m.votes[x], m.votes[y])
			}
		}
	}
}

func (m *meekCount) hopeful() (out []int) {
	for c, k := range m.keep {
		if k > 0 && !m.in[c] {
			out = append(out, c)
		}
	}
	return out
}

func (m *meekCount) elected() (out []int) {
	for c, in := range m.in {
		if in {
			out = append(out, c+1)
		}
	}
	return out
}

// elect elects those who have a quota.
func (m *meekCount) elect() (chosen bool) {
	for _, c := range m.hopeful() {
		if m.votes[c] >= m.quota {
			m.in[c], chosen = true, true
		}
	}
	return chosen
}

func (m *meekCount) surplus() (s int64) {
	for c, in := range m.in {
		if in {
			s += m.votes[c] - m.quota
		}
	}
	return max(s, 0)
}

func (m *meekCount) update() {
	for c, in := range m.in {
		if in {
			m.keep[c] = up(up(m.keep[c], m.quota, nine), nine, m.votes[c])
		}
	}
}

func (m *meekCount) open() bool {
	return len(m.elected()) < m.seats && len(m.elected())+len(m.hopeful()) > m.seats
}

// finish elects those left where there are places for them.
func (m *meekCount) finish() []int {
	if len(m.elected()) < m.seats {
		for _, c := range m.hopeful() {
			m.in[c] = true
		}
	}
	return m.elected()
}

// reference counts by the reference rule.
func (m *meekCount) reference() []int {
	for m.open() {
		last := int64(-1)
		for {
			m.distribute()
			if m.elect() {
				break
			}
			s := m.surplus()
			if s < 1000 || last >= 0 && s >= last {
				low := slices.MinFunc(m.hopeful(), func(x, y int) int { return cmp.Compare(m.votes[x], m.votes[y]) })
				for _, c := range m.hopeful() {
					if m.votes[c] <= m.votes[low]+s {
						m.keep[c] = 0 // the first of those tied
						break
					}
				}
				break
			}
			last = s
			m.update()
		}
	}
	return m.finish()
}

// schedule counts by New Zealand's.
func (m *meekCount) schedule(first bool) []int {
	past := map[string]bool{}
	for step := 1; m.open(); step++ {
		if step > 1 {
			m.update()
		}
		m.distribute()
		changed := m.elect()
		s := m.surplus()
		if len(m.elected()) == m.seats {
			break
		}
		order := m.hopeful()
		slices.SortStableFunc(order, func(x, y int) int {
			return cmp.Or(cmp.Compare(m.votes[x], m.votes[y]), m.ahead[x][y])
		})
		past[fmt.Sprint(m.keep)] = true
		if (first || step > 1) && (s < 100_000 || m.votes[order[0]]+s < m.votes[order[1]] || !changed && past[m.next()]) {
			m.keep[order[0]], changed = 0, true
		}
		if changed {
			clear(past)
		}
	}
	return m.finish()
}

// next returns the keep values of the next step as text.
func (m *meekCount) next() string {
	was := slices.Clone(m.keep)
	m.update()
	next := fmt.Sprint(m.keep)
	m.keep = was
	return next
}

// meeks are the rules and how they are counted paper by paper.
func meeks() (out []meekWay) {
	product, second, stand := election.MeekNZ(), election.MeekNZ(), election.MeekNZ()
	product.Rest = election.RestProduct
	second.First, stand.Unranked = false, false
	return []meekWay{
		{election.MeekPRF(), false, (*meekCount).reference},
		{election.MeekNZ(), false, func(m *meekCount) []int { return m.schedule(true) }},
		{second, false, func(m *meekCount) []int { return m.schedule(false) }},
		{product, true, func(m *meekCount) []int { return m.schedule(true) }},
		{stand, false, func(m *meekCount) []int { return m.schedule(true) }},
	}
}

type meekWay struct {
	rule  election.Rule
	apart bool
	by    func(*meekCount) []int
}

// agrees counts both ways and returns the iterations.
func (x meekWay) agrees(t *testing.T, s election.Setup, papers []election.Paper) int {
	t.Helper()
	b := put(t, s, papers)
	m := newMeekCount(s, papers, x.apart)
	if nz, ok := x.rule.(election.MeekNewZealand); ok && nz.Unranked {
		m.withdraw()
	}
	want := x.by(m)
	res := counted(t, b, x.rule, election.Options{Lot: lots(b)})
	require.Equal(t, want, sorted(res.Elected), res.Rule)
	if m.steps == 0 {
		return 0 // as many candidates as places
	}
	iterations, out := 0, slices.Clone(res.Withdrawn)
	for _, st := range res.Stages {
		iterations += st.Iterations
		out = append(out, st.Excluded...)
	}
	for c, k := range m.keep {
		require.Equal(t, k == 0, slices.Contains(out, c+1), "%s: whether %d is excluded", res.Rule, c+1)
	}
	last := res.Stages[len(res.Stages)-1]
	require.Equal(t, m.steps, iterations, res.Rule)
	require.Equal(t, m.votes, last.Votes, res.Rule)
	require.Equal(t, m.quota, last.Quota, res.Rule)
	require.Equal(t, m.left, last.NonTransferable, res.Rule)
	return iterations
}

func TestMeekAgreesWithACountPaperByPaper(t *testing.T) {
	long := 0
	for seed := range uint64(1500) {
		s, papers := random(t, rand.New(rand.NewPCG(seed, 123)), election.Takes{})
		for _, x := range meeks() {
			if x.agrees(t, s, papers) > 20 {
				long++
			}
		}
	}
	assert.Greater(t, long, 50, "counts of more than twenty iterations")
}

// FuzzMeek: whatever the papers, both ways of counting agree in every digit.
func FuzzMeek(f *testing.F) {
	f.Add([]byte{3, 2, 10, 0, 1, 255, 5, 1, 255, 4, 2})
	f.Add([]byte{5, 3, 200, 0, 1, 2, 255, 190, 1, 0, 255, 1, 3, 4, 255, 1, 4, 255, 1, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, papers := papersOf(data)
		if len(papers) == 0 {
			return
		}
		for _, x := range meeks() {
			x.agrees(t, s, papers)
		}
	})
}

// papersOf makes an election of any bytes: candidates, seats, and for each paper its weight
// and candidates, up to 255.
func papersOf(data []byte) (s election.Setup, papers []election.Paper) {
	if len(data) < 4 {
		return s, nil
	}
	n := 2 + int(data[0])%9
	s.Seats, s.Candidates = 1+int(data[1])%n, make([]string, n)
	for _, one := range bytes.Split(data[2:min(len(data), 300)], []byte{255}) {
		if len(one) < 2 {
			continue
		}
		p := election.Paper{Weight: 1 + int64(one[0])*int64(one[0])}
		seen := make([]bool, n)
		for _, c := range one[1:] {
			if at := int(c) % n; !seen[at] {
				seen[at] = true
				p.Ranks = append(p.Ranks, []int{at + 1})
			}
		}
		papers = append(papers, p)
	}
	return s, papers
}

func TestNewZealandElectsWhomTheReferenceRuleDoes(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "scottish", "*.blt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b := readBLT(t, file)
		o := election.Options{Lot: lots(b)}
		assert.Equal(t, sorted(counted(t, b, election.MeekPRF(), o).Elected), sorted(counted(t, b, election.MeekNZ(), o).Elected), file)
	}
}
