package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A change is what a reform does to one figure.
type change struct {
	Figure string   `json:"figure"`
	To     string   `json:"to"`
	From   law.Date `json:"from"`
}

// A reform is changes to a form, and where they come from.
type reform struct {
	Name    string   `json:"name,omitempty"`
	Title   string   `json:"title"`
	Form    string   `json:"form"`
	Changes []change `json:"changes"`
	Source  string   `json:"source"`
}

// The figures of the forms that reforms change.
const (
	schedule3   = "cic-shares-schedule-3"
	coOperative = "co-operative-society"
	maxHolding  = "society.max_shareholding"
	shareCap    = "cic.share_cap"
	carriedFrom = "cic.carry_forward_years"
	wholeCap    = "cic.aggregate_cap"
)

// ready lists the reforms that are ready. The first is taken where none is asked for.
func ready() []reform {
	of2014 := law.MustDate("2014-10-01")
	return []reform{
		{
			"dividend-cap-49", "The cap on all dividends together at 49% of distributable profits", schedule3,
			[]change{{wholeCap, "49%", of2014}},
			"the Regulator's consultation of November 2012 asked whether dividends should be let up to 49 per cent (Civil Society, 22 November 2012); the answer of " +
				"December 2013 kept 35%. It is dated with what did come of it, SI 2014/2483",
		},
		{
			"share-cap-kept", "The cap on the dividend on each share, 20% of what is paid up, kept on after September 2014", schedule3,
			[]change{{shareCap, "20%", of2014}, {carriedFrom, "4", of2014}},
			"Community Interest Company Regulations 2005 regs 17-20, with the Regulator's notice of January 2010, as they stood until SI 2014/2483 regs 6 and 7",
		},
		{
			"shareholding-20000", "The maximum shareholding of £20,000 in withdrawable shares kept on after 5 April 2014", coOperative,
			[]change{{maxHolding, "£20,000", law.MustDate("2014-04-06")}},
			"Industrial and Provident Societies Act 1965 s. 6(1A) (SI 2011/2687 art 3), as it stood until SI 2014/210",
		},
	}
}

// choose finds the reform that is asked for, and the form before and after it.
func choose(o *options) (r reform, before, after legalform.Form, err error) {
	switch {
	case o.figure != "":
		r = reform{Title: o.figure + ": " + o.to + " from " + o.from.Long(), Form: schedule3, Changes: []change{{o.figure, o.to, o.from}}, Source: "a supposition"}
		if o.form == "" {
			if r.Form, err = formWith(o.figure); err != nil {
				return r, nil, nil, err
			}
		}
	case o.ready == "":
		r = ready()[0]
	default:
		if r, err = readyNamed(o.ready); err != nil {
			return r, nil, nil, err
		}
	}
	if o.form != "" {
		r.Form = o.form
	}
	if before, err = legalform.Lookup(r.Form); err != nil {
		return r, nil, nil, fmt.Errorf("-form: %w", err)
	}
	after = before
	for _, c := range r.Changes {
		if after, err = legalform.WithFigure(after, c.Figure, c.To, c.From); err != nil {
			return r, nil, nil, err
		}
	}
	return r, before, after, nil
}

func readyNamed(name string) (reform, error) {
	var names []string
	for _, r := range ready() {
		if names = append(names, r.Name); r.Name == name {
			return r, nil
		}
	}
	return reform{}, fmt.Errorf("-ready: no reform %.40q; there are %s", name, strings.Join(names, ", "))
}

// formWith finds a form that has a figure: the company that pays dividends to anyone before
// its sisters that may not, and otherwise the first.
func formWith(figure string) (string, error) {
	found, prefixed := "", []string(nil)
	family, _, _ := strings.Cut(figure, ".")
	for _, f := range legalform.In(0) {
		for g := range f.FigureList() {
			if g.ID == figure && (found == "" || f.FormID() == schedule3) {
				found = f.FormID()
			}
			if strings.HasPrefix(g.ID, family+".") {
				prefixed = append(prefixed, g.ID)
			}
		}
	}
	switch {
	case found != "":
		return found, nil
	case len(prefixed) == 0:
		return "", fmt.Errorf("-figure: no form has a figure %.40q; -figure list lists them", figure)
	}
	return "", fmt.Errorf("-figure: no figure %.40q; of %s there are %s", figure, family, strings.Join(once(prefixed), ", "))
}

func once(list []string) (out []string) {
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func printReady(w io.Writer) error {
	p := console.New(w)
	for _, r := range ready() {
		p.Wrap("", r.Name)
		p.Wrap("    ", r.Title+".")
		for _, c := range r.Changes {
			p.Wrap("    ", c.Figure+": "+c.To+" from "+c.From.Long()+", on the form "+r.Form+".")
		}
		p.Wrap("    ", "Source: "+r.Source+".")
	}
	return p.Err()
}

// printFigures lists the figures that a reform can change: those of a form, or of all.
func printFigures(w io.Writer, form string) error {
	forms := legalform.In(0)
	if form != "" {
		f, err := legalform.Lookup(form)
		if err != nil {
			return fmt.Errorf("-form: %w", err)
		}
		forms = []legalform.Form{f}
	}
	p := console.New(w)
	for _, g := range legalform.Export(forms).Figures {
		var entries []struct {
			From  law.Date        `json:"from"`
			Value json.RawMessage `json:"value"`
			By    law.Provision   `json:"by"`
			Is    law.Standing    `json:"is"`
		}
		if err := json.Unmarshal(g.Entries, &entries); err != nil {
			return fmt.Errorf("%s: %w", g.ID, err)
		}
		p.Wrap("", g.ID+", "+g.Unit)
		for _, e := range entries {
			from, is := "with no date yet", strings.Trim(string(e.Value), `"`)
			if !e.From.IsZero() {
				from = "from " + e.From.Long()
			}
			switch e.Is {
			case law.Ended:
				is = legalform.Ends
			case law.Doubtful:
				is += ", in doubt"
			default:
			}
			p.Wrap("    ", from+": "+is+". "+e.By.String()+".")
		}
	}
	return p.Err()
}
