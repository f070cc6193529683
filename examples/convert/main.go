// Command convert says how a body of one legal form becomes one of another: the lawful
// route of fewest steps on a date, with its resolutions, consents, waiting periods and
// filings; or why there is none.
//
//	convert [-on DATE] [-in PLACE] [-is TRAIT] [-json] [-html FILE] FROM [TO]
//
// FROM and TO are ids of forms, such as co-operative-society and cic-guarantee. With FROM
// alone it lists what a body of that form can become. The date is today's unless another is
// given. TRAIT is what the body is, where its form has more than one state: unlocked,
// locked or charitable for a society, by-guarantee or by-shares for a charitable company.
//
// The exit status is 0 where there is a route, 1 where there is none, 2 for wrong use or bad
// input, and 3 where every route rests on a doubt in the law, or the law of the date is not
// modelled.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/conversion"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// The exit statuses.
const (
	found    = 0
	none     = 1
	wrong    = console.Wrong
	doubtful = 3
)

func main() {
	os.Exit(run(os.Args[1:], law.MustDate(time.Now().Format(time.DateOnly)), os.Stdout, os.Stderr))
}

func run(args []string, today law.Date, stdout, stderr io.Writer) int {
	return console.Run("convert", stderr, func() (int, error) { return convert(args, today, stdout, stderr) })
}

// options are what the command line asks for.
type options struct {
	query  conversion.Query
	asJSON bool
	html   string
}

func convert(args []string, today law.Date, stdout, stderr io.Writer) (int, error) {
	o, err := parse(args, today, stderr)
	if err != nil {
		return wrong, err
	}
	graph := conversion.Enacted()
	if o.query.To == "" {
		return reach(graph, o, stdout)
	}
	a, err := graph.Find(o.query)
	if err != nil {
		return wrong, err
	}
	r := report{Answer: a, titles: titles(graph)}
	if a.Route == nil {
		if r.Opens, err = graph.Opens(o.query); err != nil {
			return wrong, err
		}
	}
	if o.html != "" {
		if err := answerPage(&r).WriteFile(o.html); err != nil {
			return wrong, err
		}
	}
	if o.asJSON {
		return status(&a), console.WriteJSON(stdout, &r)
	}
	return status(&a), printAnswer(stdout, &r)
}

// A report is an answer, with the first day on which there will be a route where none is.
type report struct {
	conversion.Answer
	Opens  law.Date `json:"opens,omitzero"`
	titles map[string]string
}

func titles(g *conversion.Graph) map[string]string {
	out := map[string]string{}
	for f := range g.Forms() {
		out[f.ID] = f.Title
	}
	return out
}

func status(a *conversion.Answer) int {
	switch possible, certain := a.Possible(); {
	case certain:
		return found
	case possible, !a.Known():
		return doubtful
	}
	return none
}

func parse(args []string, today law.Date, stderr io.Writer) (o options, err error) {
	flags := console.Flags("convert", "convert [-on DATE] [-in PLACE] [-is TRAIT] [-json] [-html FILE] FROM [TO]", stderr)
	o.query.On = today
	flags.Func("on", "the `DATE` (YYYY-MM-DD) in place of today", func(s string) (err error) {
		o.query.On, err = law.ParseDate(s)
		return err
	})
	flags.Func("in", "the `PLACE` where the body is registered: england, wales, scotland, northern-ireland, …", func(s string) (err error) {
		o.query.In, err = law.ParseExtent(s)
		return err
	})
	flags.Func("is", "what the body is: `TRAIT` is unlocked, locked, charitable, by-guarantee or by-shares", func(s string) error {
		var t conversion.Trait
		err := t.UnmarshalText([]byte(s))
		o.query.Trait = law.Known(t)
		return err
	})
	flags.BoolVar(&o.asJSON, "json", false, "write JSON in place of text")
	flags.StringVar(&o.html, "html", "", "also write a page to `FILE`")
	names, err := console.Mixed(flags, args)
	if err != nil {
		return o, err
	}
	switch len(names) {
	case 0:
		return o, errors.New("name the form that the body has, and the form that it is to have")
	case 1:
		o.query.From = names[0]
	case 2:
		o.query.From, o.query.To = names[0], names[1]
	default:
		return o, fmt.Errorf("%q: two forms at a time", names[2])
	}
	return o, nil
}
