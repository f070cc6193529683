package register_test

import (
	"testing"

	"github.com/rochdale-go/rochdale/legalform/register"
)

func BenchmarkLookup(b *testing.B) {
	for name, code := range map[string]string{"known": "private-limited-guarant-nsc", "unknown": "private-limited-guarantee"} {
		b.Run("code="+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = register.Lookup(register.CompanyType, code)
			}
		})
	}
}

func BenchmarkParseNumber(b *testing.B) {
	for _, c := range []struct {
		registrar register.Registrar
		text      string
	}{{register.CompaniesHouse, "04518100"}, {register.CompaniesHouse, "IP10143R"}, {register.FCA, "31455R"}, {register.OSCR, "SC042386"}} {
		b.Run("number="+c.text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n, _ := register.ParseNumber(c.registrar, c.text)
				_ = n.Forms()
			}
		})
	}
}

func BenchmarkNarrow(b *testing.B) {
	ltd, _ := register.Lookup(register.CompanyType, "ltd")
	cic, _ := register.Lookup(register.CompanySubtype, "community-interest-company")
	b.ReportAllocs()
	for b.Loop() {
		_, _ = register.Narrow(ltd.Forms, cic.Forms)
	}
}
