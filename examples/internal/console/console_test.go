package console_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/console"
)

func printed(t *testing.T, do func(*console.Printer)) string {
	t.Helper()
	var b bytes.Buffer
	p := console.New(&b)
	do(p)
	require.NoError(t, p.Err())
	return b.String()
}

func TestColumnsThatDoNotFitArePrintedBelow(t *testing.T) {
	wide := strings.Repeat("9", 50)
	got := printed(t, func(p *console.Printer) { p.Table([]string{"Form", "a", "b"}, [][]string{{"x", wide, wide}}) })
	rule := strings.Repeat("-", 50)
	block := func(head string) string {
		return "Form  " + strings.Repeat(" ", 49) + head + "\n----  " + rule + "\nx     " + wide + "\n"
	}
	assert.Equal(t, block("a")+"\n"+block("b"), got)
	assert.Equal(t, "Form\n----\nx\n", printed(t, func(p *console.Printer) { p.Table([]string{"Form"}, [][]string{{"x"}}) }))
}

func TestAWordTooLongForALineIsBroken(t *testing.T) {
	got := printed(t, func(p *console.Printer) { p.Wrap("- ", "a "+strings.Repeat("é", 150)+" b") })
	assert.Equal(t, "- a\n  "+strings.Repeat("é", 98)+"\n  "+strings.Repeat("é", 52)+" b\n", got)
	address := "https://" + strings.Repeat("a", 150)
	assert.Equal(t, "- "+address+"\n", printed(t, func(p *console.Printer) { p.Wrap("- ", address) }), "an address can be copied")
}

func TestNothingIsPrintedThatATerminalWouldObey(t *testing.T) {
	assert.Equal(t, "[31mred\n", printed(t, func(p *console.Printer) { p.Wrap("", "\x1b[31mr\x07ed") }))
}
