package society

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/legalform/law/lawtest"
)

func TestShareCharacter(t *testing.T) {
	type c = lawtest.Case[Society]
	at := func(price law.Pence, down law.Fact[bool]) change {
		return func(s *Society) {
			x := s.ShareCharacter.Ptr()
			x.Price, x.WrittenDown = law.Known(price), down
		}
	}
	none := func(s *Society) { s.ShareCharacter = law.Fact[ShareCharacter]{} }
	lawful := func() Society {
		return Society{ShareCharacter: law.Known(ShareCharacter{
			Par: law.Known(law.Pence(100)), Price: law.Known(law.Pence(100)), InReserves: law.Known(false), OwnHeld: law.Known(law.Pence(0)),
		})}
	}
	yes, no, untold := law.Known(true), law.Known(false), law.Fact[bool]{}
	suite(shareCharacter, lawful,
		c{Name: "RFCCBS 6.1.3(2): at par", Code: ShareAbovePar, Want: law.Met},
		c{Name: "RFCCBS 6.1.3(2): a penny above", Code: ShareAbovePar, Change: at(101, no), Want: law.Breached, At: "share_character.price"},
		c{Name: "RFCCBS 6.1.3(2): a penny below, written down", Code: ShareAbovePar, Change: at(99, yes), Want: law.Met},
		c{Name: "RFCCBS 6.1.3(2): a penny below, not written down", Code: ShareAbovePar, Change: at(99, no), Want: law.Breached},
		c{Name: "RFCCBS 6.1.3(2): below, and whether written down not stated", Code: ShareAbovePar, Change: at(99, untold), Want: law.Unknown, At: "share_character.written_down"},
		c{Name: "RFCCBS 6.1.3(2): no shares described", Code: ShareAbovePar, Change: none, Want: law.NotApplicable},
		c{Name: "RFCCBS 6.1.3(3): no part of the reserves", Code: ShareInReserve, Want: law.Met},
		c{Name: "RFCCBS 6.1.3(3): a part of them", Code: ShareInReserve, Change: func(s *Society) { s.ShareCharacter.Ptr().InReserves = yes }, Want: law.Breached, At: "share_character.share_in_reserves"},
		c{Name: "RFCCBS 6.1.3(3): no shares described", Code: ShareInReserve, Change: none, Want: law.NotApplicable},
		c{Name: "RFCCBS 6.1.3(4): none of its own", Code: OwnShares, Want: law.Met},
		c{Name: "RFCCBS 6.1.3(4): a penny of its own", Code: OwnShares, Change: func(s *Society) { s.ShareCharacter.Ptr().OwnHeld = law.Known(law.Pence(1)) }, Want: law.Breached, At: "share_character.own_held"},
		c{Name: "RFCCBS 6.1.3(4): no shares described", Code: OwnShares, Change: none, Want: law.NotApplicable},
	).Run(t)
}
