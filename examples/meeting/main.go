// Command meeting turns a general meeting's files into its minute: whether the notice was
// long enough and a quorum there, and what became of each resolution, with the arithmetic
// and where the majority comes from.
//
//	meeting [-dir FOLDER] [-json] [-html FILE]
//
// A folder holds constitution.json, meeting.json, register.csv, attendance.csv, votes.csv
// and, where hands were raised, hands.csv. A motion with hands and no votes is decided on the
// hands; a poll overtakes them. Without arguments it takes a meeting of NAViGO, a community interest company
// whose staff and community constituencies each have half of the vote; its members and
// votes are made up.
package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/rochdale-go/rochdale/examples/internal/console"
)

//go:embed navigo
var navigo embed.FS

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns the exit status: 0, or 2 for wrong use or bad input.
func run(args []string, stdout, stderr io.Writer) int {
	return console.Run("meeting", stderr, func() (int, error) { return 0, report(args, stdout, stderr) })
}

func report(args []string, stdout, stderr io.Writer) error {
	flags := console.Flags("meeting", "", stderr)
	dir := flags.String("dir", "", "a `FOLDER` with the meeting's files, in place of the one that comes with the program")
	asJSON := flags.Bool("json", false, "write JSON in place of text")
	html := flags.String("html", "", "also write the minute as a page to `FILE`")
	if err := console.Only(flags, args); err != nil {
		return err
	}
	files, err := folder(*dir)
	if err != nil {
		return err
	}
	m, err := read(files)
	if err != nil {
		return err
	}
	minute, err := m.document.Hold(m.register, &m.meeting)
	if err != nil {
		return err
	}
	if *html != "" {
		if err := page(m, minute).WriteFile(*html); err != nil {
			return err
		}
	}
	if *asJSON {
		return console.WriteJSON(stdout, minute)
	}
	return printText(stdout, m, minute)
}

func folder(dir string) (fs.FS, error) {
	if dir == "" {
		return fs.Sub(navigo, "navigo")
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, fmt.Errorf("%s: not a folder", dir)
	}
	return os.DirFS(dir), nil
}
