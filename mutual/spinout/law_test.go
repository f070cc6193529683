package spinout_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/spinout/psm"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
	"github.com/rochdale-go/rochdale/mutual/spinout/transfer"
)

var update = flag.Bool("update", false, "write testdata/law.json anew")

// tables are the law of the rooms as forms are listed, so that it can be exported as theirs is.
func tables() []legalform.Form {
	l := spinout.EnactedLaw()
	return []legalform.Form{
		&law.Family[right.Matter, right.Figures]{ID: "right-conditions", Table: right.Conditions(), Figures: l.Rights},
		&law.Family[right.Matter, right.Figures]{ID: "right-conduct", Table: right.Conduct(), Figures: l.Rights},
		&law.Family[psm.Body, psm.Figures]{ID: "psm-policy", Table: psm.PolicyRules(), Figures: l.Tests},
		&law.Family[psm.Body, psm.Figures]{ID: "psm-statutory", Table: psm.StatutoryRules(), Figures: l.Tests},
		&law.Family[route.Award, route.Figures]{ID: "route-77", Table: route.Reservation77(), Figures: l.Routes},
		&law.Family[route.Award, route.Figures]{ID: "route-33", Table: route.Reservation33(), Figures: l.Routes},
		&law.Family[route.Award, route.Figures]{ID: "route-20", Table: route.Reservation20(), Figures: l.Routes},
		&law.Family[route.Award, route.Figures]{ID: "route-32", Table: route.Reservation32(), Figures: l.Routes},
		&law.Family[route.Award, route.Figures]{ID: "route-value", Table: route.SocialValue(), Figures: l.Routes},
		&law.Family[route.Controlled, route.Figures]{ID: "route-in-house", Table: route.InHouse(), Figures: l.Routes},
		&law.Family[route.Renewal, route.Figures]{ID: "route-direct-c", Table: route.DirectAwardC(), Figures: l.Routes},
		&law.Family[transfer.Transfer, transfer.Figures]{ID: "transfer", Table: transfer.Rules(), Figures: l.Transfers},
	}
}

func TestTheLawOfSpinOutsAsData(t *testing.T) {
	var got bytes.Buffer
	require.NoError(t, legalform.Export(tables()).WriteJSON(&got))
	golden := filepath.Join("testdata", "law.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), got.String(), "the law as data has changed: go generate ./mutual/spinout, and read the difference as a lawyer would")
}

func TestCodesAreUniqueAndHaveTheirLineInTheCoveragePage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "legalform", "COVERAGE.md"))
	require.NoError(t, err)
	s := legalform.Export(tables())
	seen := map[law.Code]bool{}
	for _, r := range s.Rules {
		assert.False(t, seen[r.Code], "%s is two rules", r.Code)
		seen[r.Code] = true
		assert.NotEmpty(t, r.Topic, r.Code)
		if !strings.Contains(string(page), "`"+string(r.Code)+"`") { // a page in a message would drown it
			t.Errorf("COVERAGE.md does not name %s", r.Code)
		}
	}
	figures := map[string]bool{}
	for _, f := range s.Figures {
		assert.False(t, figures[f.ID], "%s is carried with two histories", f.ID)
		figures[f.ID] = true
	}
	for _, r := range legalform.Export(legalform.All()).Rules {
		assert.False(t, seen[r.Code], "%s is a code of a form too", r.Code)
	}
}

func TestTheLawAsksNothingOfNothing(t *testing.T) {
	for _, f := range tables() {
		rep, err := f.Judge(f.NewBody(), law.MustDate("2026-04-01"), law.England)
		require.NoError(t, err)
		require.NoError(t, rep.ErrAt(law.Statute, law.Guidance, law.OwnRules, law.Practice), f.FormID())
		for _, r := range rep.Results {
			assert.NotEqual(t, law.Met, r.Outcome, "%s is met without facts", r.Code())
		}
	}
}
