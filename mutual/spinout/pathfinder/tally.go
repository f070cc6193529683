package pathfinder

import "github.com/rochdale-go/rochdale/mutual/spinout/lifecycle"

// A Roster says how many pathfinders there were, and of how many it is known which.
type Roster struct {
	Total      int `json:"total"`
	FirstWave  int `json:"first_wave"`
	SecondWave int `json:"second_wave"`
	// Sure were among the 21 beyond doubt, Perhaps may have been.
	Sure    int `json:"sure"`
	Perhaps int `json:"perhaps"`
	// UnidentifiedLeast and UnidentifiedMost are how many nobody here can name.
	UnidentifiedLeast int `json:"unidentified_least"`
	UnidentifiedMost  int `json:"unidentified_most"`
}

// Rostered counts the 21 against those that are named.
func Rostered() Roster {
	var r Roster
	for _, w := range Waves() {
		r.Total += w.Projects
		if w.Number == 1 {
			r.FirstWave = w.Projects
		} else {
			r.SecondWave = w.Projects
		}
	}
	for _, x := range Known() {
		if x.Sure() {
			r.Sure++
		} else {
			r.Perhaps++
		}
	}
	r.UnidentifiedMost = r.Total - r.Sure
	r.UnidentifiedLeast = r.UnidentifiedMost - r.Perhaps
	return r
}

// A Tally is what became of projects.
type Tally struct {
	Projects int `json:"projects"`
	// Launched projects reached a launch, those that merged into a peer with it; Bodies is as
	// how many bodies.
	Launched  int `json:"launched"`
	Bodies    int `json:"bodies"`
	TakenOver int `json:"taken_over"`
	Elsewhere int `json:"launched_elsewhere"`
	// Unknown is how many left no trace.
	Unknown int `json:"unknown"`
	// WoundDown, Absorbed and Trading are of the bodies: Trading were when last heard of.
	WoundDown int `json:"wound_down"`
	Absorbed  int `json:"absorbed"`
	Trading   int `json:"trading"`
}

// Tallied counts what became of projects. What is not known is counted as unknown.
func Tallied(records []Record) Tally {
	t := Tally{Projects: len(records)}
	for i := range records {
		fate := records[i].Fate()
		last, ok := fate.Get()
		h, _ := records[i].History()
		launched := h != nil && !h.Launched.IsZero()
		switch {
		case launched:
			t.Launched++
			t.Bodies++
		case !ok:
			t.Unknown++
		case last == lifecycle.Merged:
			t.Launched++
		case last == lifecycle.TakenOver:
			t.TakenOver++
		case last == lifecycle.LaunchedElsewhere:
			t.Elsewhere++
		}
		switch {
		case !launched:
		case last == lifecycle.WoundDown:
			t.WoundDown++
		case last == lifecycle.Absorbed:
			t.Absorbed++
		case last.Trading():
			t.Trading++
		}
	}
	return t
}

// Survival is how many bodies were alive some months after their launch.
type Survival struct {
	Months int `json:"months"`
	// Alive were, Gone were not, and of Unsure the log ends too soon or the days are not told.
	Alive  int `json:"alive"`
	Gone   int `json:"gone"`
	Unsure int `json:"unsure"`
}

// Survived counts the bodies that were alive up to a month after their launch. One that ended
// in the month is counted as alive up to it.
func Survived(records []Record, months int) Survival {
	s := Survival{Months: months}
	for i := range records {
		h, ok := records[i].History()
		if !ok || h.Launched.IsZero() {
			continue
		}
		lived, ok := h.Lived()
		switch {
		case ok && lived.Least >= months:
			s.Alive++
		case ok && !h.Ended.IsZero() && lived.Most < months:
			s.Gone++
		default:
			s.Unsure++
		}
	}
	return s
}
