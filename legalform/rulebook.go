package legalform

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// WriteRuleBook writes the rules as Markdown, for readers: by family of law, and in it by the
// topics of the family's own tables, with a table of contents; each with its code, provision,
// sentence, period and weight. Titles are the names of the forms that a family binds. A rule
// of a table without a topic is put under the act that dates it.
func (s Statutes) WriteRuleBook(w io.Writer, forms []Form) error {
	titles := map[string]string{}
	for _, f := range forms {
		titles[f.FormID()] = f.FormTitle()
	}
	b := new(strings.Builder)
	fmt.Fprintf(b, "# Rule book\n\nEvery rule of the catalogue, generated from the rules themselves by `go generate ./legalform`: do not edit it.\n"+
		"A link is to the text of today, or as made where nothing else is published. Not legal advice.\n")
	families := grouped(s.Rules, func(r *StatedRule) string { family, _, _ := strings.Cut(string(r.Code), "."); return family })
	b.WriteString("\n## Contents\n\n")
	for _, family := range families {
		fmt.Fprintf(b, "- [%s](#%s), %d rules: ", family.name, anchor(family.name), len(family.rules))
		for i, topic := range grouped(family.rules, topicOf) {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(b, "[%s](#%s)", topic.name, anchor(heading(family.name, topic.name)))
		}
		b.WriteString("\n")
	}
	for _, family := range families {
		fmt.Fprintf(b, "\n## %s\n\n", family.name)
		bound := boundBy(family.rules)
		fmt.Fprintf(b, "Binds: %s. %d rules.\n", named(bound, titles), len(family.rules))
		for _, topic := range grouped(family.rules, topicOf) {
			fmt.Fprintf(b, "\n### %s\n\n", heading(family.name, topic.name))
			for _, r := range topic.rules {
				line(b, r, len(bound), titles)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type group struct {
	name  string
	rules []StatedRule
}

// grouped keeps the order in which groups, and rules in them, first come.
func grouped(rules []StatedRule, by func(*StatedRule) string) []group {
	var out []group
	at := map[string]int{}
	for _, r := range rules {
		name := by(&r)
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name] = i
			out = append(out, group{name: name})
		}
		out[i].rules = append(out[i].rules, r)
	}
	return out
}

func heading(family, topic string) string { return family + ": " + topic }

// anchor is what readers of Markdown make of a heading: lower case, hyphens for spaces, and of
// the rest letters, digits, hyphens and low lines.
func anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// topicOf is the topic of the table of a rule or, where it has none, the act that dates it, or
// the body as it stands.
func topicOf(r *StatedRule) string {
	if r.Topic != "" {
		return r.Topic
	}
	if r.Event == "" {
		return "the body as it stands"
	}
	parts := strings.Split(r.Event, ".")
	if len(parts) > 1 {
		parts = parts[:len(parts)-1]
	}
	return strings.ReplaceAll(strings.Join(parts, ", "), "_", " ")
}

func boundBy(rules []StatedRule) []string {
	var ids []string
	for _, r := range rules {
		for _, id := range r.Forms {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func named(ids []string, titles map[string]string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		if out[i] = titles[id]; out[i] == "" {
			out[i] = id
		}
	}
	return strings.Join(out, "; ")
}

func line(w *strings.Builder, r StatedRule, bound int, titles map[string]string) {
	cited := plain.Replace(r.Provision.String())
	if link := r.Provision.Link(law.Date{}); link != "" {
		cited = "[" + cited + "](" + link + ")"
	}
	fmt.Fprintf(w, "- `%s` (%v): %s %s, %s", r.Code, r.Weight, plain.Replace(r.Says), cited, periods(r.InForce))
	switch {
	case r.Successor != "":
		fmt.Fprintf(w, "; then `%s`", r.Successor)
	case r.Ended != "":
		fmt.Fprintf(w, "; ended: %s", plain.Replace(strings.TrimSuffix(r.Ended, ".")))
	}
	w.WriteString(".")
	if len(r.Forms) < bound {
		fmt.Fprintf(w, " Only: %s.", named(r.Forms, titles))
	}
	w.WriteString("\n")
}

func periods(ws []law.Window) string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = "in " + w.In.Name() + " from " + w.From.Long()
		if !w.To.IsZero() {
			out[i] += " until " + w.To.AddDays(-1).Long()
		}
	}
	return strings.Join(out, ", ")
}

// plain escapes what Markdown would not print as it stands.
var plain = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "`", "\\`", "|", `\|`, "\n", " ")
