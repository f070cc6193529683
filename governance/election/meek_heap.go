package election

// A paperAt is a paper as it stands: at a preference for a hopeful candidate, having met the
// elected candidates of a node. Its weight may be heavy.
type paperAt struct {
	at     uint32
	node   int32
	weight uint32
}

// A heap is papers in sheaves of equal length, but for the last, so that it grows without
// being copied and its sheaves serve again.
type heap struct {
	full [][]paperAt
	last []paperAt
}

// sheafLen is how many papers a full sheaf has.
const sheafLen = 512

func (h *heap) len() int { return len(h.full)*sheafLen + len(h.last) }

// from returns the papers of one sheaf from a place on.
func (h *heap) from(place int) []paperAt {
	sheaf := h.last
	if i := place / sheafLen; i < len(h.full) {
		sheaf = h.full[i]
	}
	return sheaf[place%sheafLen:]
}

// put adds a paper to a heap.
func (l *lane) put(h *heap, x paperAt) {
	if len(h.last) == sheafLen {
		h.full = append(h.full, h.last)
		if last := len(l.spare) - 1; last >= 0 {
			h.last, l.spare = l.spare[last][:0], l.spare[:last]
		} else {
			h.last = make([]paperAt, 0, sheafLen)
		}
	}
	h.last = append(h.last, x)
}
