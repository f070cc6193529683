package law

import (
	"bytes"
	"hash/maphash"
	"unicode"
	"unicode/utf8"
)

// A keyStack remembers the keys of the objects that are open, to find one that an object
// has twice. The keys of an object lie together, above those of the objects around it.
//
// Keys are compared in a canonical form in which two are equal when encoding/json could
// take both for one field. A key of plain lower-case ASCII is its own canonical form and
// costs no copy.
type keyStack struct {
	data []byte
	keys []scanKey
	// folded holds the canonical forms that had to be made.
	folded []byte
	spare  []*keyTable
	seed   maphash.Seed
}

// A scanKey is where a key is in data and, where that is not its canonical form, where it
// has that in folded. Offsets spare the garbage collector the slices.
type scanKey struct{ from, to, foldedFrom, foldedTo int }

func (k *keyStack) canonical(key *scanKey) []byte {
	if key.foldedTo > 0 {
		return k.folded[key.foldedFrom:key.foldedTo]
	}
	return k.data[key.from:key.to]
}

// A keyFrame is where the keys of one object begin.
type keyFrame struct {
	keys, folded int
	table        *keyTable
}

// smallObject is how many keys an object may have before they are hashed. Up to there it
// is faster to compare a key with all before it, most of which have another length.
const smallObject = 16

func (k *keyStack) open() keyFrame { return keyFrame{keys: len(k.keys), folded: len(k.folded)} }

// close forgets the keys of the innermost object.
func (k *keyStack) close(f *keyFrame) {
	k.keys, k.folded = k.keys[:f.keys], k.folded[:f.folded]
	// To clear a table takes as long as it is large. One that a single object made huge
	// must not be cleared again for each small object after it.
	if f.table != nil && len(f.table.slots) <= 64*smallObject {
		k.spare = append(k.spare, f.table)
	}
	f.table = nil
}

// add adds the key data[from:to] to the innermost object, or returns the equal one that it
// already has.
func (k *keyStack) add(f *keyFrame, from, to int, odd bool) (earlier *scanKey) {
	key := scanKey{from: from, to: to}
	if odd {
		key.foldedFrom = len(k.folded)
		k.folded = appendFolded(k.folded, k.data[from:to])
		key.foldedTo = len(k.folded)
	}
	k.keys = append(k.keys, key)
	keys := k.keys[f.keys:]
	if len(keys) <= smallObject {
		canonical := k.canonical(&key)
		for i := range keys[:len(keys)-1] {
			if bytes.Equal(k.canonical(&keys[i]), canonical) {
				return &keys[i]
			}
		}
		return nil
	}
	if f.table == nil {
		f.table = k.table()
		for i := range keys[:len(keys)-1] {
			k.enter(f.table, keys[:i+1])
		}
	}
	return k.enter(f.table, keys)
}

// table returns an empty table.
func (k *keyStack) table() *keyTable {
	if k.seed == (maphash.Seed{}) {
		k.seed = maphash.MakeSeed() // so that no document can be made to collide
	}
	if n := len(k.spare); n > 0 {
		t := k.spare[n-1]
		k.spare = k.spare[:n-1]
		clear(t.slots)
		return t
	}
	return &keyTable{slots: make([]keySlot, 4*smallObject)}
}

// A keyTable finds a key among those of one object; it is at most half full.
type keyTable struct{ slots []keySlot }

// A keySlot holds the number of a key, from 1, and some of its hash.
type keySlot struct {
	n    int32
	hash uint32
}

// enter enters the last of keys in a table, or returns the earlier one that is equal to it.
func (k *keyStack) enter(t *keyTable, keys []scanKey) (earlier *scanKey) {
	if 2*len(keys) > len(t.slots) {
		t.grow()
	}
	last := k.canonical(&keys[len(keys)-1])
	hash := uint32(maphash.Bytes(k.seed, last))
	mask := uint32(len(t.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		slot := &t.slots[at]
		if slot.n == 0 {
			*slot = keySlot{int32(len(keys)), hash}
			return nil
		}
		if other := &keys[slot.n-1]; slot.hash == hash && bytes.Equal(k.canonical(other), last) {
			return other
		}
	}
}

func (t *keyTable) grow() {
	old := t.slots
	t.slots = make([]keySlot, 4*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, slot := range old {
		if slot.n == 0 {
			continue
		}
		at := slot.hash & mask
		for t.slots[at].n != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = slot
	}
}

// appendFolded appends the canonical form of a key as it is written between its quotes:
// without escapes, and with each letter replaced by one that stands for all letters equal
// to it under simple case folding, which for ASCII is the lower-case one.
func appendFolded(dst, key []byte) []byte {
	for i := 0; i < len(key); {
		r, size := rune(key[i]), 1
		switch {
		case r == '\\':
			r, size = escapedRune(key[i:])
		case r >= utf8.RuneSelf:
			r, size = utf8.DecodeRune(key[i:])
		}
		i += max(size, 1)
		dst = utf8.AppendRune(dst, foldRune(r))
	}
	return dst
}

func foldRune(r rune) rune {
	if r >= utf8.RuneSelf {
		// The letters that fold together form a ring; K, k and the kelvin sign are one.
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		r = least
	}
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

func hasUpper(key []byte) bool {
	for _, c := range key {
		if 'A' <= c && c <= 'Z' {
			return true
		}
	}
	return false
}
