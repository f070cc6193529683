package election

import (
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
)

// HTML writes the sheet as a page that needs nothing else: the flows of votes from stage to
// stage as a drawing, the figures as a table, and what happened in each stage. It loads and
// runs nothing.
func (s Sheet) HTML(w io.Writer) error {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	fmt.Fprintf(&b, "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>%[1]s</h1>\n", html.EscapeString(s.title()), sheetCSS)
	for _, f := range s.facts() {
		element(&b, "p", f)
	}
	if s.Result.adds() && len(s.Result.Candidates) <= mostFlows {
		element(&b, "h2", "The flow of votes")
		s.flows(&b)
	}
	element(&b, "h2", "The count")
	s.tableHTML(&b)
	element(&b, "h2", "Stage by stage")
	b.WriteString("<ol>\n")
	for i := range s.Result.Stages {
		element(&b, "li", strings.Join(s.notes(i), " "))
	}
	b.WriteString("</ol>\n")
	if foot := s.foot(); len(foot) > 0 {
		b.WriteString("<footer>\n")
		for _, line := range foot {
			element(&b, "p", line)
		}
		b.WriteString("</footer>\n")
	}
	b.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// element writes a text in an element.
func element(b *strings.Builder, name, text string) {
	b.WriteString("<" + name + ">" + html.EscapeString(text) + "</" + name + ">\n")
}

// tableHTML writes the figures: two columns a stage, the change and the votes.
func (s *Sheet) tableHTML(b *strings.Builder) {
	r := s.Result
	state := r.states()
	b.WriteString("<div class=\"scroll\">\n<table>\n<thead>\n<tr><th scope=\"col\">Candidate</th>")
	for i := range r.Stages {
		fmt.Fprintf(b, "<th scope=\"colgroup\" colspan=\"2\">Stage %d<br>%s</th>", i+1, html.EscapeString(r.Stages[i].action()))
	}
	b.WriteString("</tr>\n</thead>\n<tbody>\n")
	row := func(name string, cells func(i int) (change, votes, class string)) {
		b.WriteString("<tr><th scope=\"row\">" + html.EscapeString(name) + "</th>")
		for i := range r.Stages {
			change, votes, class := cells(i)
			fmt.Fprintf(b, "<td class=\"change\">%s</td><td%s>%s</td>", change, class, votes)
		}
		b.WriteString("</tr>\n")
	}
	for c := range r.Candidates {
		row(strconv.Itoa(c+1)+" "+s.name(c+1), func(i int) (string, string, string) {
			change := ""
			if i > 0 {
				change = signed(r.Unit, r.change(i, c))
			}
			return change, r.Unit.Format(r.Stages[i].Votes[c]), state.class(i, c)
		})
	}
	if r.adds() {
		row("Non-transferable", func(i int) (string, string, string) {
			return signed(r.Unit, r.change(i, len(r.Candidates))), r.Unit.Format(r.Stages[i].NonTransferable), ""
		})
	}
	if len(r.Stages) > 0 && r.Stages[0].Quota != 0 {
		row("Quota", func(i int) (string, string, string) { return "", r.Unit.Format(r.Stages[i].Quota), "" })
	}
	b.WriteString("</tbody>\n</table>\n</div>\n")
}

// states are the stages at which each candidate was elected and excluded; a number beyond
// all of them for never.
type states struct{ elected, excluded []int }

func (r *Result) states() states {
	s := states{make([]int, len(r.Candidates)), make([]int, len(r.Candidates))}
	for c := range r.Candidates {
		s.elected[c], s.excluded[c] = len(r.Stages), len(r.Stages)
	}
	for i := range r.Stages {
		for _, c := range r.Stages[i].Elected {
			s.elected[c-1] = min(s.elected[c-1], i)
		}
		for _, c := range r.Stages[i].Excluded {
			s.excluded[c-1] = min(s.excluded[c-1], i)
		}
	}
	return s
}

// class is the attribute of a candidate's cell in a stage.
func (s *states) class(i, c int) string {
	switch {
	case i >= s.elected[c]:
		return ` class="elected"`
	case i >= s.excluded[c]:
		return ` class="excluded"`
	}
	return ""
}

const sheetCSS = `:root { color-scheme: light dark; --page: #ffffff; --panel: #f5f7f9; --ink: #182028; --soft: #55606c; --rule: #d8dee4;
  --met: #0a6640; --tint: #e2f4ea; --c0: #023bbb; --c1: #e47500; --c2: #00aa65; --c3: #955ab0; --c4: #7a7f00; --c5: #5c7cff; --c6: #750047; --none: #8c949f; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #14181d; --panel: #1d232a; --ink: #e8ecf0; --soft: #a8b3be; --rule: #343d47;
  --met: #74d6a5; --tint: #12301f; --c0: #5de3ff; --c1: #f99c0f; --c2: #2ba973; --c3: #ffc3c0; --c4: #c5dc85; --c5: #a587eb; --c6: #ae893d; --none: #5b6570; } }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1 { margin: 0.5rem 0; } h2 { margin: 2rem 0 0.75rem; } p { margin: 0 0 0.4rem; }
.scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; }
tr > :first-child { position: sticky; left: 0; text-align: left; background: var(--panel); }
thead th { vertical-align: bottom; background: var(--panel); }
td.change { color: var(--soft); border-left: 1px solid var(--rule); }
td.elected { color: var(--met); background: var(--tint); font-weight: 600; } td.excluded { color: var(--soft); }
svg { display: block; } svg text { font-size: 12px; fill: var(--ink); } svg .soft { fill: var(--soft); }
footer { margin-top: 2rem; color: var(--soft); font-size: 0.85rem; }
@media print { :root { color-scheme: light; } .scroll { overflow: visible; } }
`
