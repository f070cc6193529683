package surplus

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Claim is what a member brings to the sharing of a pool: a head, hours, pay in pence,
// years of service, trade in pence or capital in pence.
type Claim struct {
	ID     string
	Weight int64
}

// An Award is a member's part of a pool.
type Award struct {
	ID     string
	Amount law.Pence
}

// Among shares a pool among claims in proportion to their weights, by largest remainder:
// the awards add up to the pool, and come in the order of the claims.
func Among(pool law.Pence, claims []Claim) ([]Award, error) {
	weights := make([]int64, len(claims))
	for i, c := range claims {
		weights[i] = c.Weight
	}
	amounts, err := law.Split(pool, weights)
	if err != nil {
		return nil, fmt.Errorf("pool: %w", err)
	}
	awards := make([]Award, len(claims))
	for i, c := range claims {
		awards[i] = Award{c.ID, amounts[i]}
	}
	return awards, nil
}

// Equally makes a claim of one head each.
func Equally(ids ...string) []Claim {
	claims := make([]Claim, len(ids))
	for i, id := range ids {
		claims[i] = Claim{id, 1}
	}
	return claims
}
