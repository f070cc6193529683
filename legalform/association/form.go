package association

import (
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// Form is an association as a legal form with its figures.
type Form = law.Family[Association, Figures]

// UnincorporatedAssociation is the club or society held together by its members' contract.
func UnincorporatedAssociation(f Figures) *Form {
	return form("unincorporated-association", "Unincorporated association", Unincorporated, f)
}

// GeneralPartnership is the partnership of the Act of 1890.
func GeneralPartnership(f Figures) *Form { return form("partnership", "Partnership", Partnership, f) }

// LimitedLiability is the limited liability partnership.
func LimitedLiability(f Figures) *Form {
	return form("limited-liability-partnership", "Limited liability partnership", LLP, f)
}

func form(id, title string, k Kind, f Figures) *Form {
	return &Form{
		ID: id, Title: title, Table: rules, Figures: f,
		Fits: func(s *Association) error { return s.fits(k) },
		Drafts: func(p law.Plan, _ *Figures) Association {
			return draft(p, k)
		},
		Limits:   PaymentAllowance,
		Bounds:   law.Fixed(PaymentAllowance),
		Proposes: func(s Association, _ *law.Books, _ []law.Payment) Association { return s },
		Describes: func(f *Figures, on law.Date) law.Profile {
			return describe(k, f, on)
		},
	}
}

func (s *Association) fits(want Kind) error {
	if err := s.Check(); err != nil {
		return err
	}
	if k, ok := s.Kind.Get(); ok && k != want {
		return fmt.Errorf("kind: stated to be of the kind %v, which is not this form (%v)", k, want)
	}
	return nil
}

// draft is the body that founders would form, on an agreement that says nothing of shares.
func draft(p law.Plan, k Kind) Association {
	s := Association{Kind: law.Known(k), SharesAgreed: law.Known(false)}
	if !p.Founded.IsZero() {
		s.Formed = law.Known(p.Founded)
	}
	if k == LLP {
		s.Subscribers = law.Known(int64(p.Members))
	}
	return s
}

// PaymentAllowance says how much of a payment an association, a partnership or a limited
// liability partnership may make. None has shares. Partners and members share profits,
// equally unless they agree otherwise, and no provision here limits how much; what an
// association may share is for its rules.
func PaymentAllowance(s *Association, _ *Figures, p law.Payment, _ *law.Books) law.Allowance {
	k, stated := s.Kind.Get()
	a := law.Open()
	switch p.Kind {
	case law.Dividend, law.LockedDividend:
		return law.NoSuch("it has no shares, and so no dividend on them")
	case law.ShareInterest:
		if k == Unincorporated {
			return law.NoSuch("it has no share capital")
		}
		a.Lack("agreement", "Does the agreement give interest on the capital that is put in?")
	case law.Patronage:
		switch {
		case !stated:
			a.Lack("kind", "")
		case k == Unincorporated:
			a.Lack("rules", "Do the association's rules let a surplus be shared among the members?")
		default:
			a.Provision, a.Why = equally(k), "profits are the members' to share, equally unless they agree otherwise"
		}
	default: // pay and gifts are costs
	}
	return a
}

func equally(k Kind) law.Provision {
	if k == LLP {
		return regs2001.At("reg 7(1)", "regulation/7")
	}
	return act1890.At("s. 24(1)", "section/24")
}
