package mutual_test

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/cic"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
)

func ExampleReplay() {
	f, err := os.Open("testdata/hill.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	log, err := mutual.ReadLog(f)
	if err != nil {
		fmt.Println(err)
		return
	}
	history, err := mutual.Replay(log)
	for _, s := range history.Steps {
		fmt.Println(s.Act.On, s.Kind)
	}
	fmt.Println(err)
	fmt.Println(errors.Is(err, cic.OverAggregateCap))
	fmt.Println("paid before:", history.Closing().Books.Ptr().Past[1].Dividends)
	for _, open := range history.Unsettled() {
		fmt.Printf("acts[%d] rests on an unknown: %s\n", open.At, open.Missing[0].Question)
	}
	// Output:
	// 2024-06-01 admit
	// 2024-06-01 issue
	// 2025-06-30 close_year
	// 2025-09-01 declare
	// 2025-10-01 transfer_assets
	// 2026-07-01 close_year
	// acts[6] on 2026-09-01: declare: cic.over-aggregate-cap: Dividends of £8,000.00 that are not exempt are more than the £7,350.00 left: 35% of distributable profits of £21,000.00, less £0.00 already declared for the year. The excess is £650.00. (regs 17(1)(c), 19, Community Interest Company Regulations 2005 (SI 2005/1788))
	// true
	// paid before: £5,000.00
	// acts[1] rests on an unknown: Was the allotment authorised, and were members' rights of pre-emption kept or disapplied (Companies Act 2006 ss. 549-551, 561)?
}

func openLog(t testing.TB, name string) *mutual.Log {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	require.NoError(t, err)
	defer f.Close()
	log, err := mutual.ReadLog(f)
	require.NoError(t, err)
	return log
}

func pounds(n int64) law.Pence { return law.Pounds(n) }
