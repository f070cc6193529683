package election

// A chunk is some whole lines of a BLT file and what they say.
type chunk struct {
	text    []byte // ends in a new line
	prefs   []uint16
	ends    []uint32 // of each paper, where its preferences end in prefs
	weights []int64
	hashes  []uint32
	micro   bool // weights are in millionths
	rest    int  // what follows the line that ends the papers; -1 where there is none
	fault   *fault
	ready   chan struct{} // tells, where there are several goroutines, that the papers are found
}

// A scanner reads papers. Each goroutine has one of its own.
type scanner struct {
	n     int    // candidates
	seed  uint64 // of hashes
	seen  []uint32
	stamp uint32
	most  int // papers there have been in a chunk
	text  []byte
	c     *chunk
}

func newScanner(n int, seed uint64, most int) *scanner {
	return &scanner{n: n, seed: seed, most: most, seen: make([]uint32, n+1)}
}

// scan reads the papers of a chunk, up to its end, the line that ends the papers, or a fault.
func (s *scanner) scan(c *chunk) {
	// Every preference takes two bytes at least, a digit and what follows it.
	c.prefs = extend(c.prefs[:0], len(c.text)/2+1)
	c.ends, c.weights, c.hashes = extend(c.ends[:0], s.most), extend(c.weights[:0], s.most), extend(c.hashes[:0], s.most)
	c.micro, c.rest, c.fault = false, -1, nil
	s.text, s.c = c.text, c
	for at := 0; at < len(c.text) && c.rest < 0 && c.fault == nil; {
		at = s.line(at)
	}
	s.most = max(s.most, len(c.ends))
}

// fail records a fault and returns a place that ends the scan.
func (s *scanner) fail(at int, format string, args ...any) int {
	s.c.fault = faultf(at, format, args...)
	return len(s.text)
}

// line reads one line and returns where the next begins.
func (s *scanner) line(at int) int {
	text := s.text
	if text[at]-'0' > 9 {
		if at = s.lead(at); at == len(text) || text[at-1] == '\n' {
			return at
		}
	}
	from := at
	w := int64(0)
	for d := text[at] - '0'; d <= 9; d = text[at] - '0' {
		w = w*10 + int64(d)
		if at++; at-from > 15 {
			return s.fail(from, "a count of papers of more than 15 digits")
		}
	}
	parts := text[at] == '.'
	if parts {
		next := s.parts(at + 1)
		if s.c.fault != nil {
			return next
		}
		if !s.allMillionths() || w > MaxPapers/1_000_000 {
			return s.fail(from, "parts of a vote, beside counts of papers above %d", MaxPapers/1_000_000)
		}
		w, at = w*1_000_000+millionths(text[at+1:next]), next
	} else if s.c.micro {
		if w > MaxPapers/1_000_000 {
			return s.fail(from, "a count of papers above %d, beside parts of a vote", MaxPapers/1_000_000)
		}
		w *= 1_000_000
	}
	at = s.blanks(at)
	if w == 0 {
		if next := s.lineEnd(at); next > 0 && !parts {
			s.c.rest = next
			return next
		}
		return s.fail(from, "a count of no papers")
	}
	if w > MaxPapers {
		return s.fail(from, "a count of papers above %d", int64(MaxPapers))
	}
	if at = s.paper(at); s.c.fault == nil {
		s.c.weights, s.c.ends = append(s.c.weights, w), append(s.c.ends, uint32(len(s.c.prefs)))
	}
	return at
}

// lead passes over what may stand before a count: blanks and an identifier in brackets. A
// line that has no count, being empty or a comment, it passes over whole.
func (s *scanner) lead(at int) int {
	at = s.blanks(at)
	if next := s.lineEnd(at); next > 0 {
		return next
	}
	if s.text[at] == '(' {
		from := at
		for s.text[at] != ')' {
			if at++; s.text[at] == '\n' {
				return s.fail(from, "the identifier of a paper has no closing bracket")
			}
		}
		at = s.blanks(at + 1)
	}
	switch c := s.text[at]; {
	case c-'0' <= 9:
		return at
	case c == '-':
		return s.fail(at, "a count of papers cannot be negative, and candidates withdraw before the first paper")
	case c == '"':
		return s.fail(at, "a name, where a count of papers or the 0 that ends them should be")
	default:
		return s.fail(at, "%s, where a count of papers should be", s.shown(at))
	}
}

// blanks passes over blanks and tabs.
func (s *scanner) blanks(at int) int {
	for s.text[at] == ' ' || s.text[at] == '\t' {
		at++
	}
	return at
}

// lineEnd returns where the next line begins if nothing but a comment is left of this one,
// and 0 if something is.
func (s *scanner) lineEnd(at int) int {
	at = s.blanks(at)
	if s.text[at] == '#' {
		for s.text[at] != '\n' {
			at++
		}
	}
	if s.text[at] == '\r' && s.text[at+1] == '\n' {
		at++
	}
	if s.text[at] == '\n' {
		return at + 1
	}
	return 0
}

// paper reads preferences up to the end of the line.
func (s *scanner) paper(at int) int {
	text, prefs, seen := s.text, s.c.prefs, s.seen
	if s.stamp++; s.stamp == 0 {
		clear(seen)
		s.stamp = 1
	}
	begin, equals := len(prefs), false
	h := s.seed
	// Candidates' numbers of one or two digits with a blank after them: nearly all there are.
	for at+3 < len(text) {
		d, v, next := text[at]-'0', uint(text[at]-'0'), at+1
		if e := text[at+1] - '0'; e <= 9 {
			v, next = v*10+uint(e), at+2
		}
		if d > 9 || text[next] != ' ' || v-1 >= uint(s.n) || seen[v] == s.stamp {
			break
		}
		seen[v] = s.stamp
		prefs = append(prefs, uint16(v-1))
		h, at = mix(h, uint16(v-1)), next+1
	}
	rank := len(prefs)
	for {
		for text[at] == ' ' || text[at] == '\t' {
			at++
		}
		from := at
		d := text[at] - '0'
		if d > 9 {
			return s.stray(at)
		}
		v := uint(d)
		at++
		for d = text[at] - '0'; d <= 9; d = text[at] - '0' {
			v = min(v*10+uint(d), 1<<20)
			at++
		}
		if v == 0 {
			if rank < len(prefs) {
				return s.fail(from, "an equals sign with no candidate after it")
			}
			break
		}
		if v > uint(s.n) {
			return s.fail(from, "there is no candidate %.20s, of %d", text[from:at], s.n)
		}
		if seen[v] == s.stamp {
			return s.fail(from, "candidate %d is on the paper already", v)
		}
		seen[v] = s.stamp
		prefs = append(prefs, uint16(v-1))
		if c := text[at]; c == '=' {
			at, equals = at+1, true
			continue
		} else if c > ' ' {
			return s.stray(at)
		}
		if len(prefs)-rank > 1 {
			joinRank(prefs[rank:])
		}
		rank = len(prefs)
		h = mix(h, uint16(v-1))
	}
	s.c.prefs = prefs
	hash := finish(h)
	if equals {
		hash = hashOf(s.seed, prefs[begin:])
	}
	s.c.hashes = append(s.c.hashes, hash)
	if at < len(text) && text[at] == '\n' {
		return at + 1
	}
	if next := s.lineEnd(at); next > 0 {
		return next
	}
	return s.fail(s.blanks(at), "%s, after the 0 that ends a paper", s.shown(s.blanks(at)))
}

// stray complains of what is no preference.
func (s *scanner) stray(at int) int {
	if s.lineEnd(at) > 0 {
		return s.fail(at, "the paper does not end in 0")
	}
	return s.fail(at, "%s, where a candidate's number should be", s.shown(at))
}

// shown quotes the character at a place.
func (s *scanner) shown(at int) string { return quoteRune(s.text[at:]) }

// parts passes over the decimal places of a weight.
func (s *scanner) parts(at int) int {
	from := at
	for s.text[at]-'0' <= 9 {
		at++
	}
	switch {
	case at == from:
		return s.fail(at, "a decimal point with no digit after it")
	case at-from > MaxWeightPlaces:
		return s.fail(from, "a weight of more than %d decimal places", MaxWeightPlaces)
	}
	return at
}

// allMillionths turns the weights before into millionths, and reports whether that can be.
func (s *scanner) allMillionths() bool {
	if s.c.micro {
		return true
	}
	for i, w := range s.c.weights {
		if w > MaxPapers/1_000_000 {
			return false
		}
		s.c.weights[i] = w * 1_000_000
	}
	s.c.micro = true
	return true
}

// millionths returns the value of at most six digits after a decimal point.
func millionths(digits []byte) int64 {
	n, one := int64(0), int64(1_000_000)
	for _, d := range digits {
		one /= 10
		n += int64(d-'0') * one
	}
	return n
}
