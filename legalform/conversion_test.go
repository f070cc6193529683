package legalform_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/conversion"
)

func TestEveryFormOfTheCatalogueIsInTheGraphOfConversions(t *testing.T) {
	titles := map[string]string{}
	for f := range conversion.Enacted().Forms() {
		titles[f.ID] = f.Title
	}
	for _, f := range legalform.In(0) {
		assert.Equal(t, f.FormTitle(), titles[f.FormID()], "%s", f.FormID())
	}
}
