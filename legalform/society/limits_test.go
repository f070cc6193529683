package society

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// numbers lists each number that a body may state, as a document that states it alone, with
// the path of it.
func numbers(t reflect.Type, doc func(string) string, path string, found func(t reflect.Type, doc func(string) string, path string)) {
	if strings.HasPrefix(t.Name(), "Fact[") {
		t = t.Field(0).Type
	}
	switch {
	case t == reflect.TypeFor[law.Date]() || t == reflect.TypeFor[law.Provision]():
	case t == reflect.TypeFor[law.Ratio](), t.Kind() == reflect.Int64, t.Kind() == reflect.Int:
		found(t, doc, path)
	case t.Kind() == reflect.Slice:
		numbers(t.Elem(), func(s string) string { return doc("[" + s + "]") }, path+"[0]", found)
	case t.Kind() == reflect.Struct && strings.HasSuffix(t.PkgPath(), "legalform/society"):
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" {
				numbers(f.Type, doc, path, found)
			} else {
				numbers(f.Type, func(s string) string { return doc(`{"` + name + `":` + s + `}`) }, path+"."+name, found)
			}
		}
	}
}

// A number that no society can have is refused wherever it stands, so that no check meets one.
func TestEveryNumberIsCheckedWhereverItStands(t *testing.T) {
	text := func(v any) string {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		return string(b)
	}
	free := map[string]string{
		".distribution.distributable":    "a year may end with less than nothing to distribute",
		".withdrawal.payments[0].number": "a name, and no amount",
		".withdrawal.notices[0].amount":  "a notice without its day is refused first",
		".withdrawal.notices[0].holding": "a notice without its day is refused first",
		".withdrawal.notices[0].number":  "a name, and no amount",
	}
	n := 0
	numbers(reflect.TypeFor[Society](), func(s string) string { return s }, "", func(typ reflect.Type, doc func(string) string, path string) {
		if free[path] != "" {
			return
		}
		bad := []string{"-1"}
		switch typ {
		case reflect.TypeFor[law.Pence]():
			bad = []string{text(law.Pence(-1)), text(law.MaxPence + 1)}
		case reflect.TypeFor[law.Ratio]():
			bad = []string{text(law.Percent(-1))}
		}
		for _, v := range bad {
			var s Society
			if err := json.Unmarshal([]byte(doc(v)), &s); err != nil {
				continue // refused sooner
			}
			n++
			err := s.Check()
			assert.Error(t, err, "%s = %s is let through", path[1:], v)
			if err != nil {
				assert.True(t, strings.HasPrefix(err.Error(), path[1:]+":"), "%s = %s: the error names another place: %v", path[1:], v, err)
			}
		}
	})
	assert.Greater(t, n, 100, "the walk found the numbers")
}
