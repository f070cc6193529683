package law

import (
	"fmt"
	"slices"
)

// NameOf returns the JSON name of a constant from the list of names of its type. A value
// that was never given a name, as a zero whose place in the list is empty, says so.
func NameOf[T ~uint8](names []string, v T) string {
	if int(v) < len(names) && names[v] != "" {
		return names[v]
	}
	return fmt.Sprintf("unknown(%d)", uint8(v))
}

// ParseName sets a constant from its JSON name. What names the type in the error, which
// lists what there is: "a resolution". Empty text names nothing, and is refused.
func ParseName[T ~uint8](v *T, names []string, text []byte, what string) error {
	i := slices.Index(names, string(text))
	if i < 0 || len(text) == 0 {
		known := slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s == "" })
		return fmt.Errorf("not %s: %s (want one of %v)", what, quoteShort(string(text)), known)
	}
	*v = T(i)
	return nil
}
