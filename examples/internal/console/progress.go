package console

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// A Bar shows on one line how much of something long is done.
type Bar struct {
	w     io.Writer
	what  string
	shown int // hundredths; -1 before the first
}

// NewBar returns a bar that writes to w where that is a terminal, and otherwise nil, which
// shows nothing.
func NewBar(w io.Writer, what string) *Bar {
	f, ok := w.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return &Bar{w, what, -1}
}

// barWidth is how many characters the bar itself is wide.
const barWidth = 40

// Tell shows how much is done, where that has changed by a hundredth.
func (b *Bar) Tell(done, of uint64) {
	if b == nil || of == 0 {
		return
	}
	part := float64(min(done, of)) / float64(of)
	if int(100*part) == b.shown {
		return
	}
	b.shown = int(100 * part)
	n := int(barWidth * part)
	_, _ = fmt.Fprintf(b.w, "\r%s [%s%s] %3d%%", b.what, strings.Repeat("#", n), strings.Repeat(".", barWidth-n), b.shown)
}

// Clear takes the bar away again.
func (b *Bar) Clear() {
	if b != nil && b.shown >= 0 {
		_, _ = fmt.Fprintf(b.w, "\r%s\r", strings.Repeat(" ", len(b.what)+barWidth+8))
		b.shown = -1
	}
}
