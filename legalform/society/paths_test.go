package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestFindingsNameFactsByTheirJSONPaths(t *testing.T) {
	lawtest.Paths(t, Rules(), Enacted(), 3_000, "1970-06-01", "1981-06-01", "1995-06-01", "2005-08-01", "2008-06-01", "2010-06-01", "2014-06-01", "2015-06-01", "2019-06-01", "2026-06-01")
}
