package surplus

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// paymentHeader is the first line of WriteCSV.
const paymentHeader = "id,amount,brought_forward,cash,deferred,in_shares,carried_forward,lapsed\n"

// WriteCSV writes the awards as a CSV table with a header, a line for each member in the
// order of the members, amounts in pounds: "1234.56".
func (s *Sharing) WriteCSV(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	_, _ = out.WriteString(paymentHeader) // the first error is kept, and Flush returns it
	var line []byte
	for i := range s.Awards {
		a := &s.Awards[i]
		line = appendCell(line[:0], a.ID)
		for _, p := range [...]law.Pence{a.Amount, a.Forward, a.Cash, a.Deferred, a.InShares, a.Carried, a.Lapsed} {
			line = appendPounds(append(line, ','), p)
		}
		_, _ = out.Write(append(line, '\n'))
	}
	return out.Flush()
}

// appendCell appends text, quoted where it would be read as more than one cell.
func appendCell(line []byte, text string) []byte {
	if !strings.ContainsAny(text, "\",\r\n") && strings.TrimSpace(text) == text {
		return append(line, text...)
	}
	line = append(line, '"')
	line = append(line, strings.ReplaceAll(text, `"`, `""`)...)
	return append(line, '"')
}

// appendPounds appends an amount that is not negative.
func appendPounds(line []byte, p law.Pence) []byte {
	line = strconv.AppendInt(line, int64(p/100), 10)
	return append(line, '.', byte('0'+p/10%10), byte('0'+p%10))
}
