package election

import (
	"fmt"
	"slices"
)

// before lists those who had withdrawn before the election: all but who left a vacancy.
func (r *Result) before() []int {
	if r.Vacancy == nil {
		return r.Withdrawn
	}
	return slices.DeleteFunc(slices.Clone(r.Withdrawn), func(c int) bool { return slices.Contains(r.Vacancy.Vacated, c) })
}

// vacancy says what is filled by a recount.
func (s *Sheet) vacancy() (out []string) {
	v := s.Result.Vacancy
	if v == nil {
		return nil
	}
	line := "A recount for " + plural(s.Result.Seats-len(v.Sitting), "vacant seat") + "."
	if len(v.Vacated) > 0 {
		line += " Passed over: " + s.named(v.Vacated) + "."
	}
	if len(v.Sitting) > 0 {
		line += " Sitting, and not to be excluded: " + s.named(v.Sitting) + "."
	}
	return []string{line}
}

// reservations say how many of each group are to be elected.
func (s *Sheet) reservations() (out []string) {
	for _, x := range s.Result.Reservations {
		name, many := plain(x.Name), "at least "+fmt.Sprint(x.Least)
		if name != "" {
			name += ": "
		}
		if most, bounded := x.Most.Get(); bounded {
			many = fmt.Sprintf("from %d to %d", x.Least, most)
		}
		out = append(out, "Reserved: "+name+many+" of "+s.named(x.Group)+".")
	}
	if len(out) > 0 {
		out = append(out, "Who must be elected for that is guarded from exclusion; who cannot be is doomed, and is excluded whatever the votes.")
	}
	return out
}

// outlooks say who becomes guarded or doomed in a stage.
func (s *Sheet) outlooks(i int) (out []string) {
	st, was := &s.Result.Stages[i], &Stage{}
	if i > 0 {
		was = &s.Result.Stages[i-1]
	}
	for _, x := range []struct {
		what    string
		is, was []int
	}{{"Guarded", st.Guarded, was.Guarded}, {"Doomed", st.Doomed, was.Doomed}} {
		if more := slices.DeleteFunc(slices.Clone(x.is), func(c int) bool { return slices.Contains(x.was, c) }); len(more) > 0 {
			out = append(out, x.what+": "+s.named(more)+".")
		}
	}
	return out
}
