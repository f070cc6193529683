package association

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	lawtest.Paths(t, Rules(), Enacted(), 3_000, "1990-06-01", "1996-06-01", "2001-06-01", "2008-06-01", "2009-09-01", "2012-12-01", "2013-06-01", "2015-06-01", "2023-06-01", "2026-06-01")
}
