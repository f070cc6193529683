package governance_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// poll1m is a poll of a million members in ten classes, with 20,000 proxies.
func poll1m(b *testing.B) (*governance.Register, *governance.Poll) {
	b.Helper()
	const n, proxies = 1_000_000, 20_000
	ms := make([]governance.Member, n)
	for i := range ms {
		ms[i] = member(fmt.Sprintf("m%07d", i), fmt.Sprint("class", i%10), 1)
	}
	r, err := governance.NewRegister(ms)
	require.NoError(b, err)
	p := &governance.Poll{Votes: make([]governance.Vote, n)}
	for i := range p.Votes {
		p.Votes[i] = governance.Vote{Member: governance.Ref(i)}
		if i%3 == 0 {
			p.Votes[i].Against = 1
		} else {
			p.Votes[i].For = 1
		}
		if i < proxies {
			p.Proxies = append(p.Proxies, governance.Proxy{Member: governance.Ref(i), Holder: "chair"})
			p.Votes[i].By = int32(i + 1)
		}
	}
	return r, p
}

func BenchmarkPoll(b *testing.B) {
	r, p := poll1m(b)
	v := governance.VotingRights{}
	for i := range 10 {
		v.Shares = append(v.Shares, governance.ClassShare{Class: fmt.Sprint("class", i), Share: law.Per(1, 10)})
	}
	b.Run("members=1000000", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e, err := r.Entitle(&v, on, "")
			if err != nil {
				b.Fatal(err)
			}
			c, err := e.Count(p)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := c.Decide(on, governance.Majority{Share: governance.AtLeast(3, 4, governance.VotesCast)}, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkNewRegister(b *testing.B) {
	ms := make([]governance.Member, 1_000_000)
	for i := range ms {
		ms[i] = member(fmt.Sprintf("m%07d", i), fmt.Sprint("class", i%10), 1)
	}
	b.Run("members=1000000", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := governance.NewRegister(ms); err != nil {
				b.Fatal(err)
			}
		}
	})
}
