package power

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func written(l *losing) string { return fmt.Sprint(l.all, l.with) }

// All ways of counting are tried on the same games, whichever is the cheaper.
func TestTheWaysOfCountingAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	splits := 0
	for range 300 {
		var ks []kind
		var n, total int64
		for w := int64(r.IntN(2)); len(ks) < 1+r.IntN(4); w += 1 + r.Int64N(7) {
			k := kind{w, 1 + r.Int64N(9)}
			ks = append(ks, k)
			n += k.count
			total += k.weight * k.count
		}
		if total == 0 {
			continue
		}
		quota, heads := 1+r.Int64N(total), r.Int64N(n+1)
		table := newTable(ks, n, quota, true).losing(ks)
		crowd := newCrowd(ks, n, quota, true)
		for i, x := range crowd.shapley(heads) {
			require.Zero(t, x.Cmp(table.shapley(n, heads)[i]), "%v: quota %d, heads %d", ks, quota, heads)
		}
		require.Equal(t, written(table.total(heads)), written(crowd.losing(heads)), "%v: quota %d, heads %d", ks, quota, heads)
		plain := newTable(ks, n, quota, false).losing(ks)
		require.Equal(t, written(table.total(0)), written(plain))
		require.Equal(t, written(plain), written(newCrowd(ks, n, quota, false).losing(0)))
		if n <= 16 {
			require.Equal(t, written(table), written(newSplit(ks, quota, true).losing(ks)), "%v: quota %d", ks, quota)
			require.Equal(t, written(plain), written(newSplit(ks, quota, false).losing(ks)))
			splits++
		}
	}
	require.Greater(t, splits, 50)
}

func TestWholeNumbersInWords(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	random := func(n int) nat {
		z := make(nat, n)
		for i := range z {
			if z[i] = r.Uint64(); r.IntN(3) == 0 {
				z[i] = -uint64(r.IntN(2)) // carries run through words of ones
			}
		}
		return z
	}
	for range 2000 {
		x, y, z := random(1+r.IntN(4)), random(1+r.IntN(3)), append(random(7), 0)
		want := new(big.Int).Mul(toBig(x), toBig(y))
		want.Add(want, toBig(z))
		addMulNat(z, x, y)
		require.Zero(t, want.Cmp(toBig(z)))
		require.Equal(t, z, natOf(want, 8))
		sub(z, x)
		require.Zero(t, want.Sub(want, toBig(x)).Cmp(toBig(z)))
		add(z, y)
		require.Zero(t, want.Add(want, toBig(y)).Cmp(toBig(z)))
		m, d := r.Uint64(), 1+r.Uint64()
		w := append(make(nat, 0, 9), y...)
		w = append(w, 0, 0)
		scale(w, d, 1)
		scale(w, m, d)
		require.Zero(t, toBig(w).Cmp(new(big.Int).Mul(toBig(y), new(big.Int).SetUint64(m))))
	}
}
