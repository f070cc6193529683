package election

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSurplusesGoTheLargestFirstAndOfEqualOnesTheEarliest(t *testing.T) {
	// A and C reached the quota at the second count, B and D at the first, E at the third.
	for name, c := range map[string]struct {
		votes []int64
		over  []int
		want  []int
	}{
		"s. 121(9): the largest, though it arose later": {[]int64{9, 8, 7, 8, 10}, []int{0, 1, 2, 3, 4}, []int{4}},
		"s. 121(11): of equal ones the earlier":         {[]int64{9, 9, 9, 7, 9}, []int{0, 1, 2, 3, 4}, []int{1}},
		"s. 121(10): two of one count":                  {[]int64{9, 7, 9, 7, 9}, []int{0, 2, 4}, []int{0, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			f := &filing{stv: &stv{votes: c.votes}, rose: []int{1, 0, 1, 0, 2}}
			assert.Equal(t, c.want, f.due(c.over))
		})
	}
}
