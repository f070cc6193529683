package legalform_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// A schema is the part of JSON Schema that law.schema.json uses; a keyword beyond it is
// refused when the schema is read, so that nothing of it goes unheeded.
type schema struct {
	Schema      string             `json:"$schema"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
	Ref         string             `json:"$ref"`
	Defs        map[string]*schema `json:"$defs"`
	Type        any                `json:"type"`
	Enum        []string           `json:"enum"`
	Pattern     string             `json:"pattern"`
	MinLength   int                `json:"minLength"`
	MinItems    int                `json:"minItems"`
	Items       *schema            `json:"items"`
	Properties  map[string]*schema `json:"properties"`
	Required    []string           `json:"required"`
	Additional  *bool              `json:"additionalProperties"`
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "law.schema.json"))
	require.NoError(t, err)
	var s schema
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&s))
	return &s
}

// check returns the places where a value is not valid.
func (s *schema) check(root *schema, at string, v any) (bad []string) {
	if s.Ref != "" {
		def := root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
		if def == nil {
			return []string{at + ": no definition " + s.Ref}
		}
		return def.check(root, at, v)
	}
	fail := func(format string, args ...any) { bad = append(bad, at+": "+fmt.Sprintf(format, args...)) }
	if s.Type != nil && !slices.ContainsFunc(s.types(), func(name string) bool { return isOf(name, v) }) {
		fail("want %v, have %v", s.Type, v)
		return bad
	}
	text, _ := v.(string)
	if s.Enum != nil && !slices.Contains(s.Enum, text) {
		fail("%q is none of %v", text, s.Enum)
	}
	if s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(text) || len(text) < s.MinLength {
		fail("%q does not match %s", text, s.Pattern)
	}
	if list, ok := v.([]any); ok {
		if len(list) < s.MinItems {
			fail("%d items, fewer than %d", len(list), s.MinItems)
		}
		for i, x := range list {
			bad = append(bad, s.Items.check(root, fmt.Sprintf("%s[%d]", at, i), x)...)
		}
	}
	if object, ok := v.(map[string]any); ok {
		for _, name := range s.Required {
			if _, ok := object[name]; !ok {
				fail("no %s", name)
			}
		}
		for name, x := range object {
			switch inner, known := s.Properties[name]; {
			case known:
				bad = append(bad, inner.check(root, at+"."+name, x)...)
			case s.Additional != nil && !*s.Additional:
				fail("unknown %s", name)
			}
		}
	}
	return bad
}

func (s *schema) types() []string {
	if one, ok := s.Type.(string); ok {
		return []string{one}
	}
	var all []string
	for _, x := range s.Type.([]any) {
		all = append(all, x.(string))
	}
	return all
}

func isOf(name string, v any) bool {
	switch x := v.(type) {
	case string:
		return name == "string"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && x == float64(int64(x))
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	return false
}

func valid(t *testing.T, data []byte) []string {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(data, &v))
	s := readSchema(t)
	return s.check(s, "law", v)
}

func TestTheLawAsDataKeepsToItsSchema(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("testdata", "law.json"))
	require.NoError(t, err)
	assert.Empty(t, valid(t, file))
	var now bytes.Buffer
	require.NoError(t, legalform.Export(legalform.All()).WriteJSON(&now))
	assert.Empty(t, valid(t, now.Bytes()))
}

func TestTheSchemaRefusesWhatIsNoLaw(t *testing.T) {
	good := `{"version":"0.1.0","rules":[{"code":"club.duty","provision":{"title":"Act"},"says":"Do.","in_force":[{"from":"2020-01-01","in":"wales"}],` +
		`"weight":"statute","remedy":"Do it.","forms":["club"]}],"figures":[{"id":"club.fee","unit":"pounds","entries":[{"from":"2020-01-01","value":3,` +
		`"by":{"title":"Act"},"checked":"2026-11-23"}],"forms":["club"]}]}`
	require.Empty(t, valid(t, []byte(good)))
	for from, to := range map[string]string{
		`"weight":"statute"`:          `"weight":"habit"`,
		`"version":"0.1.0",`:          ``,
		`"says":"Do."`:                `"says":"Do"`,
		`"in":"wales"`:                `"in":"france"`,
		`"from":"2020-01-01","in"`:    `"from":"2020","in"`,
		`"forms":["club"]}],"figures`: `"forms":[]}],"figures`,
		`"value":3`:                   `"value":null`,
		`"unit":"pounds"`:             `"unit":""`,
		`"id":"club.fee"`:             `"id":"fee"`,
		`"remedy":"Do it."`:           `"remedy":"Do it.","colour":"red"`,
		`"rules":[{`:                  `"rules":[3,{`,
	} {
		require.Contains(t, good, from)
		assert.NotEmpty(t, valid(t, []byte(strings.Replace(good, from, to, 1))), to)
	}
}

func TestTheSchemaNamesEveryWeightAndStanding(t *testing.T) {
	s := readSchema(t)
	for i, name := range s.Defs["rule"].Properties["weight"].Enum {
		assert.Equal(t, law.Weight(i).String(), name)
	}
	assert.Len(t, s.Defs["rule"].Properties["weight"].Enum, int(law.Practice)+1)
	for i, name := range s.Defs["entry"].Properties["is"].Enum {
		assert.Equal(t, law.Standing(i+1).String(), name)
	}
	assert.Len(t, s.Defs["entry"].Properties["is"].Enum, int(law.Pending))
}
