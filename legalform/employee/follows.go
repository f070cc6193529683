package employee

// followed says, for the end of a message, what it does to the relief that a requirement is
// not met as at the date of the assessment.
func followed(c *kase, r Requirement) string {
	on, ok := c.Subject.Disposal.On.Get()
	if !ok || c.AsAt.Before(on) {
		return ""
	}
	x := ConsequenceOf(r, c.Subject.Disposal.Kind.Or(ToTrustees), on, c.AsAt, c.Figures)
	if s := x.sentence(); s != "" {
		return " " + s + " (" + x.By.Pinpoint + ")."
	}
	return ""
}

// sentence says the consequence, without its authority and full stop.
func (x *Consequence) sentence() string {
	switch x.Effect {
	case Refused:
		return "In the tax year of the disposal that means that no relief is due"
	case Withdrawn:
		return "To cease to meet it in these tax years withdraws the relief"
	case DeemedDisposal:
		return "If it is the first such event, the trustees are treated as disposing of all the relieved shares at market value"
	case ExitCharge:
		return "On ceasing to be resident the trustees are treated as disposing of the shares at market value"
	case InDoubt:
		return "What follows is in doubt"
	case NoEffect:
	}
	return ""
}
