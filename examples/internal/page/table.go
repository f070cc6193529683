package page

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Emphasis says how a value stands. It shows as a colour, a sign and a word
// for screen readers, because colour alone does not reach every reader.
type Emphasis int

const (
	// Plain text has no emphasis.
	Plain Emphasis = iota
	// Met is for a test that was passed.
	Met
	// Breach is for one that was failed.
	Breach
	// Unknown is for what cannot be told from the facts given.
	Unknown
	// Assumption is for a figure that nobody gave.
	Assumption
)

// String is the word a reader sees or hears.
func (e Emphasis) String() string {
	switch e {
	case Met:
		return "met"
	case Breach:
		return "breach"
	case Unknown:
		return "unknown"
	case Assumption:
		return "assumption"
	default:
		return ""
	}
}

// badge is the word on its own, so with a capital.
func (e Emphasis) badge() string {
	word := e.String()
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

func (e Emphasis) sign() string {
	switch e {
	case Met:
		return "✓"
	case Breach:
		return "✕"
	case Unknown:
		return "?"
	case Assumption:
		return "≈"
	default:
		return ""
	}
}

// Align sets how a column's cells line up.
type Align int

const (
	// Left is for words.
	Left Align = iota
	// Right is for figures, whose units then stand in line.
	Right
	// Centre is for short marks.
	Centre
)

// String is the name the style sheet knows it by.
func (a Align) String() string {
	switch a {
	case Right:
		return "right"
	case Centre:
		return "centre"
	default:
		return "left"
	}
}

// Column heads one column of a table.
type Column struct {
	Title string
	Align Align
}

// TextColumns are columns of words, which line up on the left.
func TextColumns(titles ...string) []Column { return columns(Left, titles) }

// NumberColumns are columns of figures, which line up on the right.
func NumberColumns(titles ...string) []Column { return columns(Right, titles) }

func columns(align Align, titles []string) []Column {
	out := make([]Column, len(titles))
	for i, title := range titles {
		out[i] = Column{Title: title, Align: align}
	}
	return out
}

// Cell is one value in a table.
type Cell struct {
	Text     string
	Emphasis Emphasis
	Link     string // http or https; optional
}

// Marked is a cell with an emphasis.
func Marked(value any, e Emphasis) Cell {
	return Cell{Text: fmt.Sprint(value), Emphasis: e}
}

// Row makes cells from values as fmt prints them, and takes a Cell as it is.
func Row(values ...any) []Cell {
	cells := make([]Cell, len(values))
	for i, v := range values {
		if cell, ok := v.(Cell); ok {
			cells[i] = cell
			continue
		}
		cells[i] = Cell{Text: fmt.Sprint(v)}
	}
	return cells
}

// Table is a grid of cells. The first cell of each row heads the row.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Cell
	// Words says what an emphasis means in this table, where its own word does not fit.
	Words map[Emphasis]string
}

// none stands where there is no figure, so that a gap is not read as nought.
const none = "—"

// number writes a figure with its thousands set off by commas, and with a
// true minus sign, as the charts write theirs.
func number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return none
	}
	digits := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, part, _ := strings.Cut(digits, ".")
	var out strings.Builder
	if v < 0 && strings.Trim(digits, "0.") != "" {
		out.WriteString("−")
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteRune(digit)
	}
	if part != "" {
		out.WriteString("." + part)
	}
	return out.String()
}
