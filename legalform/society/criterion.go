package society

import "github.com/rochdale-go/rochdale/legalform/law"

// A Criterion is one test of the Acts put to a society, and what came of it. Rules report
// criteria, and AuditNeeded puts them together, so that nothing is worked out twice.
type Criterion struct {
	// Code is that of the rule, and Provision its place in the Act of the day.
	Code      law.Code      `json:"code"`
	Provision law.Provision `json:"provision"`
	// Outcome is met, breached or unknown.
	Outcome law.Outcome `json:"outcome"`
	// Says is the arithmetic, or the reason, in words.
	Says string `json:"says,omitempty"`
	// Path is the JSON path of what was tested.
	Path    string        `json:"path,omitempty"`
	Missing []law.Missing `json:"missing,omitempty"`
	// Doubt is set where the law is unsure and its readings differ: the outcome is unknown.
	Doubt *law.Doubt `json:"doubt,omitempty"`
}

// twins are a duty in the Act of the day and in the Act before it.
type twins struct{ now, before cited }

type cited struct {
	code      law.Code
	provision law.Provision
}

// at begins a test by the Act of the day.
func (t *twins) at(on law.Date) Criterion {
	by := &t.now
	if on.Before(commenced2014) {
		by = &t.before
	}
	return Criterion{Code: by.code, Provision: by.provision, Outcome: law.Met}
}

// What tests cite, apart from the rows, which a check may not mention.
var (
	optOutFigures = twins{
		cited{OptOutUnavailable, act2014.At("s. 84(1), (6), (8)", "section/84")},
		cited{OptOutUnavailable1996, act1968.At("s. 4A(1), (6)-(7)", "section/4A")},
	}
	optOutVoted = twins{
		cited{OptOutNotCarried, act2014.At("s. 84(2)", "section/84")},
		cited{OptOutNotCarried1996, act1968.At("s. 4A(2)", "section/4A")},
	}
	optOutOpenTo = twins{
		cited{OptOutExcluded, act2014.At("s. 84(3)", "section/84")},
		cited{OptOutExcluded1996, act1968.At("s. 4A(3)", "section/4A")},
	}
	optOutUndone = twins{
		cited{OptOutLapsed, act2014.At("s. 84(4)-(5)", "section/84")},
		cited{OptOutLapsed1996, act1968.At("s. 4A(4)-(5)", "section/4A")},
	}
	smallSociety = twins{
		cited{AuditorsNotAppointed, act2014.At("ss. 83, 84(1), 86", "section/83")},
		cited{AuditorsNotAppointed1968, act1968.At("ss. 4, 4A(1)", "section/4")},
	}
	reporterNeeded = twins{
		cited{ReporterNotAppointed, act2014.At("s. 85", "section/85")},
		cited{ReporterNotAppointed1996, act1968.At("s. 9A", "section/9A")},
	}
)

func (k *Criterion) says(o law.Outcome, words string) Criterion {
	k.Outcome, k.Says = o, words
	return *k
}

func (k *Criterion) lack(path, question string) Criterion {
	k.Outcome = law.Unknown
	k.Missing = append(k.Missing, law.Missing{Path: path, Question: question})
	return *k
}

func (k *Criterion) doubt(d law.Doubt) Criterion {
	k.Outcome, k.Doubt = law.Unknown, &d
	return *k
}

// putCriterion reports a criterion to the case of its rule.
func putCriterion(c *kase, k Criterion) {
	for _, m := range k.Missing {
		c.Unknown(m.Path, m.Question)
	}
	o := k.Outcome
	if k.Doubt != nil {
		o = k.Doubt.Readings[c.Doubt(k.Doubt.Question, readingsOf(k.Doubt)...)].Outcome
	}
	if o == law.Breached {
		c.Breach(k.Path, "%s", k.Says)
	}
}

func readingsOf(d *law.Doubt) []string {
	says := make([]string, len(d.Readings))
	for i, r := range d.Readings {
		says[i] = r.Says
	}
	return says
}

// showFact puts a fact into the findings, where it is stated, without asking for it.
func showFact[V any](c *kase, f *law.Fact[V], path string) {
	if f.Stated() {
		law.Need(c, f, path)
	}
}

func outcomeFrom(a answer) law.Outcome {
	switch a {
	case yes:
		return law.Met
	case no:
		return law.Breached
	default:
		return law.Unknown
	}
}

func answerFrom(o law.Outcome) answer {
	if o == law.Met {
		return yes
	}
	if o == law.Breached {
		return no
	}
	return untold
}
