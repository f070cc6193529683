package legalform

import "github.com/rochdale-go/rochdale/legalform/law"

// An Actor is a form that takes acts: law.Family implements it, and a third party's form may.
// Forms of which the acts are not modelled answer Put with an error that wraps law.ErrNoAct.
type Actor interface {
	// Rest returns the body as it stands, with no act put to it, by the register and the books.
	Rest(body any, p *law.Position) (any, error)
	// Put returns a copy of a body at rest with an act put to it, to be judged.
	Put(body any, a *law.Act, p *law.Position) (law.Taken, error)
	// State returns a copy of a body with facts stated over it.
	State(body any, f law.Facts) (any, error)
}
