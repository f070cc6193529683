// Package cases holds the spin-outs that come with the examples: real services, their facts
// with sources, and the rest assumed and marked so.
package cases

import (
	"embed"
	"strings"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

//go:embed *.json
var files embed.FS

// Open reads one of the cases, by its name, or a file of the caller's.
func Open(name string) (*spinout.Case, error) {
	if f, err := files.Open(name + ".json"); err == nil {
		defer f.Close()
		return spinout.Read(f)
	}
	return console.ReadFile(name, spinout.Read)
}

// Text is the file of one of the cases, empty where there is none of that name.
func Text(name string) string {
	b, _ := files.ReadFile(strings.TrimSuffix(name, ".json") + ".json")
	return string(b)
}
