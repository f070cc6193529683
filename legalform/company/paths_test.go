package company

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	lawtest.Paths(t, Rules(), Enacted(), 3_000, "2007-11-01", "2008-02-01", "2008-06-01", "2009-09-01", "2010-06-01", "2014-06-01", "2026-06-01")
}
