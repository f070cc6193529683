package legalform_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/register"
)

func TestRegisterKnowsTheFormsOfTheCatalogue(t *testing.T) {
	for _, f := range legalform.All() {
		var known register.Form
		if assert.NoError(t, known.UnmarshalText([]byte(f.FormID()))) {
			assert.True(t, known.Listed())
		}
	}
}
