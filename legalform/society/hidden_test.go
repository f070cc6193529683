package society

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
)

// promoted lists the names of the fields of a struct, those of embedded structs with them.
func promoted(t reflect.Type, names map[string]int) {
	for f := range t.Fields() {
		if f.Anonymous {
			promoted(f.Type, names)
			continue
		}
		names[f.Name]++
	}
}

// A field that another embedded struct has under the same name would hide it, and a check
// would read the wrong one without a complaint of the compiler's.
func TestNoFieldHidesAnother(t *testing.T) {
	for _, x := range []any{Figures{}, Society{}} {
		names := map[string]int{}
		promoted(reflect.TypeOf(x), names)
		for name, n := range names {
			assert.Equal(t, 1, n, "%T has %s in %d places", x, name, n)
		}
	}
}
