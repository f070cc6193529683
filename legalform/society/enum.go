package society

import (
	"fmt"
	"slices"
)

// The package's kinds of thing are small integers with the names they have in JSON; the
// first name of each list is empty, since the zero value is none of them.

func nameOf[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("unknown(%d)", uint8(v))
}

func parse[T ~uint8](v *T, names []string, text []byte, what string) error {
	i := slices.Index(names, string(text))
	if i < 1 {
		return fmt.Errorf("not %s: %.40q (want one of %v)", what, text, names[1:])
	}
	*v = T(i)
	return nil
}
