package register_test

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/register"
)

// A code is looked up in its scheme; an ambiguous one says what else would tell.
func ExampleLookup() {
	e, err := register.Lookup(register.ELF, "XLZV")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(e.Label, e.Forms.Ambiguous())
	for f := range e.Forms.All() {
		fmt.Println("-", f.Title())
	}
	fmt.Println(e.Forms.Tells()[0])

	_, err = register.Lookup(register.ELF, "17RO")
	fmt.Println(err)
	// Output:
	// Registered society true
	// - Co-operative society
	// - Community benefit society
	// - Pre-commencement society
	// The mutuals register tells the two kinds of society apart: numbers without letters are of co-operative societies from 4000 and of community benefit societies from 7000.
	// no code "17RO" in elf; the nearest: 17R0
}

// From a form to its codes. No code of Companies House is of a co-operative society alone.
func ExampleCodesOf() {
	for _, s := range []register.Scheme{register.ELF, register.SocietySuffix, register.NumberPrefix} {
		for _, e := range register.CodesOf(register.CoOperativeSociety, s) {
			if e.Ended.IsZero() {
				fmt.Printf("%v %s ambiguous=%v\n", e.Scheme, e.Code, e.Forms.Ambiguous())
			}
		}
	}
	// Output:
	// elf ZZGG ambiguous=false
	// elf 7VVZ ambiguous=false
	// elf XLZV ambiguous=true
	// elf 8888 ambiguous=true
	// mutuals-suffix 4000 ambiguous=false
	// mutuals-suffix CS ambiguous=false
	// mutuals-suffix 10000 ambiguous=true
	// mutuals-suffix IP# ambiguous=true
	// companies-house-prefix NP ambiguous=true
	// companies-house-prefix IP ambiguous=true
	// companies-house-prefix SP ambiguous=true
	// companies-house-prefix RS ambiguous=true
}

// A company number with the type and subtype of the same company.
func ExampleNarrow() {
	n, err := register.ParseNumber(register.CompaniesHouse, "sc377215")
	if err != nil {
		fmt.Println(err)
		return
	}
	known := []register.Forms{n.Forms()}
	for _, c := range []struct {
		scheme register.Scheme
		code   string
	}{{register.CompanyType, "ltd"}, {register.CompanySubtype, "community-interest-company"}} {
		e, err := register.Lookup(c.scheme, c.code)
		if err != nil {
			fmt.Println(err)
			return
		}
		known = append(known, e.Forms)
	}
	m, err := register.Narrow(known...)
	fmt.Println(m, err)
	// Output:
	// cic-shares-schedule-2 or cic-shares-schedule-3 <nil>
}

// A number shows its register, its place and the forms that it allows.
func ExampleParseNumber() {
	n, err := register.ParseNumber(register.FCA, "2059rs")
	fmt.Println(n, n.In().Name(), n.Forms(), n.OrgID(), err)

	_, err = register.ParseNumber(register.CompaniesHouse, "7569")
	fmt.Println(errors.Is(err, register.ErrNumber), err)
	// Output:
	// 2059RS Scotland pre-commencement-society GB-MPR-2059RS <nil>
	// true not a number of Companies House: "7569": 4 digits, where eight are wanted; with noughts in front it would be 00007569, but it may be of another register
}

// A number alone does not say whose it is.
func ExampleReadings() {
	for _, n := range register.Readings("SC042386") {
		fmt.Println(n.Registrar.Title(), n.OrgID())
	}
	// Output:
	// Companies House GB-COH-SC042386
	// the Scottish Charity Register GB-SC-SC042386
}

// An identifier of open data on grants and contracts.
func ExampleParseOrgID() {
	n, err := register.ParseOrgID("GB-COH-OC310444")
	f, one := n.Forms().One()
	fmt.Println(f, one, err)
	// Output:
	// limited-liability-partnership true <nil>
}

// The name of a company whose register entry says no more than that it is one.
func ExampleEndingOf() {
	e, ok := register.EndingOf("Reliance Social Housing C.I.C")
	fmt.Println(ok, e.Label)
	_, ok = register.EndingOf("The Midcounties Co-operative")
	fmt.Println(ok)
	// Output:
	// true Community interest company that is not public
	// false
}
