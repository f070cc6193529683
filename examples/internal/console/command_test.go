package console_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestTheExitStatusAndWhatIsSaidOfAnError(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		err    error
		want   int
		said   string
	}{
		"what was found":       {3, nil, 3, ""},
		"help is no error":     {2, flag.ErrHelp, 0, ""},
		"an error is said":     {0, errors.New("no such form"), console.Wrong, "sums: no such form\n"},
		"whatever was found":   {1, errors.New("no room"), console.Wrong, "sums: no room\n"},
		"help wrapped is help": {2, errors.Join(flag.ErrHelp), 0, ""},
	} {
		var stderr bytes.Buffer
		assert.Equal(t, c.want, console.Run("sums", &stderr, func() (int, error) { return c.status, c.err }), name)
		assert.Equal(t, c.said, stderr.String(), name)
	}
}

func TestFlagsAloneAndFlagsAmongNames(t *testing.T) {
	var stderr bytes.Buffer
	set := func() (*flag.FlagSet, *bool) {
		flags := console.Flags("sums", "sums [-json] FILE", &stderr)
		asJSON := flags.Bool("json", false, "write JSON")
		return flags, asJSON
	}
	flags, asJSON := set()
	require.NoError(t, console.Only(flags, []string{"-json"}))
	assert.True(t, *asJSON)
	flags, _ = set()
	require.EqualError(t, console.Only(flags, []string{"a"}), `"a": no arguments are taken beside the flags`)

	for _, args := range [][]string{{"-json", "a", "b"}, {"a", "-json", "b"}, {"a", "b", "-json"}} {
		flags, asJSON := set()
		names, err := console.Mixed(flags, args)
		require.NoError(t, err)
		assert.Equal(t, []string{"a", "b"}, names, "%v", args)
		assert.True(t, *asJSON, "%v", args)
	}
	assert.Empty(t, stderr.String())
	flags, _ = set()
	_, err := console.Mixed(flags, []string{"a", "-h"})
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, stderr.String(), "usage: sums [-json] FILE\n  -json\n")
	stderr.Reset()
	require.Error(t, console.Only(console.Flags("sums", "", &stderr), []string{"-x"}))
	assert.Contains(t, stderr.String(), "Usage of sums:")
}

func TestADayThatIsNotGivenIsNoDate(t *testing.T) {
	d, err := console.ParseOn("")
	require.NoError(t, err)
	assert.True(t, d.IsZero())
	d, err = console.ParseOn("2024-02-29")
	require.NoError(t, err)
	assert.Equal(t, law.MustDate("2024-02-29"), d)
	_, err = console.ParseOn("2023-02-29")
	require.ErrorContains(t, err, "-on: ")
}

func TestAFileThatCannotBeReadIsNamed(t *testing.T) {
	name := filepath.Join(t.TempDir(), "in.txt")
	_, err := console.ReadFile(name, io.ReadAll)
	require.ErrorIs(t, err, os.ErrNotExist)
	require.NoError(t, os.WriteFile(name, []byte("words"), 0o600))
	got, err := console.ReadFile(name, io.ReadAll)
	require.NoError(t, err)
	assert.Equal(t, "words", string(got))
	_, err = console.ReadFile(name, func(io.Reader) (int, error) { return 0, errors.New("line 1: words") })
	require.EqualError(t, err, name+": line 1: words")
}

func TestJSONIsWrittenForPeople(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, console.WriteJSON(&b, []string{"<£5 & more>"}))
	assert.Equal(t, []string{"[", `  "<£5 & more>"`, "]", ""}, strings.Split(b.String(), "\n"))
}
