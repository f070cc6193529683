package register

import "strings"

// longestEnding is the number of words of the longest ending.
const longestEnding = 5

// EndingOf finds the ending of a registered name that says something of the form: the
// longest there is, with or without full stops, in letters of either case. It reports false
// where there is none, which says nothing: companies and societies may be excused from
// "limited", and most other bodies are called what they like.
//
// A name by which a body trades, in place of the registered one, may end in anything.
func EndingOf(name string) (Entry, bool) {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, ".", "")))
	for n := min(longestEnding, len(words)-1); n > 0; n-- { // an ending alone is no name
		if e, ok := codes().find(NameEnding, strings.Join(words[len(words)-n:], " ")); ok {
			return e, true
		}
	}
	return Entry{}, false
}
