package surplus

// What steps take of what there is, lane by lane: what is paid first, and then what is left.

// keepPart takes a share of less than the whole out of what is left, m as in partBelow.
func keepPart(out *[2]lanes, net *lanes, m uint64) {
	_, _ = out[0], net[0]
	for i, n := range net {
		p := partBelow(n, m)
		out[0][i] = p
		out[1][i] = n - p
	}
}

// keep takes a share of a base out of what is left.
func keep(out *[2]lanes, net, base *lanes, m uint64) {
	_, _, _ = out[0], net[0], base[0]
	for i, n := range net {
		p := min(partOf(base[i], m), max(n, 0))
		out[0][i] = p
		out[1][i] = n - p
	}
}

// keepAll is keep of all of a base.
func keepAll(out *[2]lanes, net, base *lanes) {
	_, _, _ = out[0], net[0], base[0]
	for i, n := range net {
		p := max(min(base[i], n), 0)
		out[0][i] = p
		out[1][i] = n - p
	}
}

// keepWithin is keep of no more than there is room for.
func keepWithin(out *[2]lanes, net, base, room *lanes, m uint64) {
	_, _, _, _ = out[0], net[0], base[0], room[0]
	for i, n := range net {
		p := min(partOf(base[i], m), room[i], max(n, 0))
		out[0][i] = p
		out[1][i] = n - p
	}
}

// sign is the bit that is set below nought.
const sign = 1 << 63

// payUnder is keep within a share of a limit's base less what was paid under it. The first words
// of the last have a bit for each lane, set where that was less than there was money for.
//
// Here and below a lane is read again where it is needed again: a loop that runs out of
// registers keeps its place in memory, and waits for it.
func payUnder(out *[3]lanes, net, base, of, less *lanes, m, share uint64) {
	_, _, _, _, _ = out[0], net[0], base[0], of[0], less[0]
	for w := range words {
		held := uint64(0)
		for at := 64 * w; at < 64*w+64; at++ {
			i := at % Width
			found := min(partOf(base[i], m), max(net[i], 0))
			p := min(found, max(0, partOf(of[i], share)-less[i]))
			out[0][i] = p
			out[1][i] = net[i] - p
			held = held>>1 | uint64(p-found)&sign
		}
		out[2][w] = int64(held)
	}
}

// payPart is payUnder of a share of less than the whole of what is left, m as in partBelow.
func payPart(out *[3]lanes, net, of, less *lanes, m, share uint64) {
	_, _, _, _ = out[0], net[0], of[0], less[0]
	for w := range words {
		held := uint64(0)
		for at := 64 * w; at < 64*w+64; at++ {
			i := at % Width
			found := partBelow(net[i], m)
			p := min(found, max(0, partOf(of[i], share)-less[i]))
			out[0][i] = p
			out[1][i] = net[i] - p
			held = held>>1 | uint64(p-found)&sign
		}
		out[2][w] = int64(held)
	}
}

// payRest is payUnder of the whole of a base. It tells as well what the limit still leaves.
func payRest(out *[4]lanes, net, base, of, less *lanes, m uint64) {
	_, _, _, _, _ = out[0], net[0], base[0], of[0], less[0]
	for w := range words {
		held := uint64(0)
		for at := 64 * w; at < 64*w+64; at++ {
			i := at % Width
			found := min(partOf(base[i], m), max(net[i], 0))
			room := max(0, of[i]-less[i])
			p := min(found, room)
			out[0][i] = p
			out[1][i] = net[i] - p
			out[3][i] = room - p
			held = held>>1 | uint64(p-found)&sign
		}
		out[2][w] = int64(held)
	}
}

// payPartRest is payRest of a share of less than the whole of what is left, m as in partBelow.
func payPartRest(out *[4]lanes, net, of, less *lanes, m uint64) {
	_, _, _, _ = out[0], net[0], of[0], less[0]
	for w := range words {
		held := uint64(0)
		for at := 64 * w; at < 64*w+64; at++ {
			i := at % Width
			found := partBelow(net[i], m)
			room := max(0, of[i]-less[i])
			p := min(found, room)
			out[0][i] = p
			out[1][i] = net[i] - p
			out[3][i] = room - p
			held = held>>1 | uint64(p-found)&sign
		}
		out[2][w] = int64(held)
	}
}

// heldIn gathers where a code is: it is never below nothing.
func heldIn(dst, code *lanes) {
	for w := range words {
		held := uint64(0)
		for _, c := range code[64*w : 64*w+64] {
			held = held>>1 | uint64(-c)&sign
		}
		dst[w] = int64(held)
	}
}

// payBefore makes a payment that lowers the tax. The profit that is taxed is all that is left
// where nothing but such payments was made.
func payBefore(out *[4]lanes, net, profit, tax, base *lanes, m, up uint64) {
	_, _, _, _, _ = out[0], net[0], profit[0], tax[0], base[0]
	for i := range net {
		a, t := net[i], profit[i]
		left := a + tax[i]
		if left == t {
			a = left
		}
		p := min(partOf(base[i], m), max(a, 0))
		out[0][i] = p
		t -= p
		out[2][i] = t
		x := partUp(t, up)
		out[3][i] = x
		out[1][i] = left - p - x
	}
}
