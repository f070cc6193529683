package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
)

type colour uint8

var colours = []string{"", "red", "green"}

func TestNamesBothWays(t *testing.T) {
	for v, name := range map[colour]string{1: "red", 2: "green"} {
		assert.Equal(t, name, law.NameOf(colours, v))
		var back colour
		require.NoError(t, law.ParseName(&back, colours, []byte(name), "a colour"))
		assert.Equal(t, v, back)
	}
}

func TestAValueWithoutANameSaysSo(t *testing.T) {
	assert.Equal(t, "unknown(0)", law.NameOf(colours, colour(0)))
	assert.Equal(t, "unknown(3)", law.NameOf(colours, colour(3)))
	assert.Equal(t, "unknown(255)", law.NameOf(nil, colour(255)))
}

func TestANameThatThereIsNotIsRefusedWithThoseThatThereAre(t *testing.T) {
	for _, s := range []string{"", "blue", "Red", "red ", "unknown(0)"} {
		v := colour(2)
		err := law.ParseName(&v, colours, []byte(s), "a colour")
		require.ErrorContains(t, err, "not a colour", s)
		assert.ErrorContains(t, err, "want one of [red green]", "without the empty name")
		assert.Equal(t, colour(2), v, "an error changes nothing")
	}
	assert.Equal(t, []string{"", "red", "green"}, colours, "the list itself is not changed")
}
