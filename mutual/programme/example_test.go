package programme_test

import (
	"context"
	"fmt"

	"github.com/rochdale-go/rochdale/mutual/programme"
)

// What the 21 pathfinders might have come to, and the ambition against the odds.
func ExampleSimulate() {
	pathfinders := programme.Pathfinders(2010)
	o, err := programme.Simulate(context.Background(), pathfinders, 10_000, 2, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, month := range []int{11, 35, 59, 119} {
		m := o.Months[month]
		fmt.Printf("%v: %d to %d live, %d in the middle\n", m.Day, m.Live.P5, m.Live.P95, m.Live.P50)
	}
	ambition := programme.Ambition(2010)
	o, err = programme.Simulate(context.Background(), ambition, 2_000, 2, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	last := o.Months[len(o.Months)-1]
	fmt.Printf("%v: %d to %d workers\n", last.Day, last.Workers.P5, last.Workers.P95)
	for _, c := range o.Chances {
		fmt.Printf("odds of %d: %v\n", c.People, c.Odds())
	}
	r, err := programme.Reach(context.Background(), ambition, o.Chances[1].Target, programme.Together, 200, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	times := float64(r.Factor.Num()) / float64(r.Factor.Den())
	fmt.Printf("even odds of %d with all levers moved %.2f times; beyond their range: %v\n", r.People, times, r.Beyond)
	// Output:
	// 2011-07-31: 0 to 1 live, 0 in the middle
	// 2013-07-31: 4 to 11 live, 7 in the middle
	// 2015-07-31: 6 to 13 live, 9 in the middle
	// 2020-07-31: 3 to 10 live, 6 in the middle
	// 2015-12-31: 23850 to 37845 workers
	// odds of 1000000: 0%
	// odds of 333333: 0%
	// even odds of 333333 with all levers moved 2.72 times; beyond their range: [expressions supported launch size_mean]
}
