package company

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestSchemesThatBind(t *testing.T) {
	bound := func() Company {
		c := limited()
		c.SchemeEffect = law.Known(SchemeEffect{From: on("2026-06-01"), Sanctioned: yes, Delivered: yes})
		return c
	}
	with := func(f func(*SchemeEffect)) change { return func(c *Company) { f(c.SchemeEffect.Ptr()) } }
	suite(t, schemes, bound, []tcase{
		{Name: "s. 899(1): sanctioned", Code: SchemeNotSanctioned, Want: law.Met},
		{Name: "s. 899(1): not", Code: SchemeNotSanctioned, Change: with(func(s *SchemeEffect) { s.Sanctioned = no }), Want: law.Breached},
		{Name: "s. 899: none", Code: SchemeNotSanctioned, Change: idle, Want: law.NotApplicable},
		{Name: "s. 899(4): delivered", Code: SchemeUndelivered, Want: law.Met},
		{Name: "s. 899(4): not", Code: SchemeUndelivered, Change: with(func(s *SchemeEffect) { s.Delivered = no }), Want: law.Breached},
		{Name: "s. 899(4): none", Code: SchemeUndelivered, Change: idle, Want: law.NotApplicable},
	})
}
