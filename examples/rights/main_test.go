package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/mutual/spinout"
)

func ask(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, &out, &err)
	return status, out.String(), err.String()
}

func file(name string) string { return filepath.Join("testdata", name+".json") }

var files = []string{"library", "nurses", "rejected", "youth", "today"}

func TestExitStatuses(t *testing.T) {
	for _, tc := range []struct {
		name string
		args []string
		want int
	}{
		{"without a file, the librarians", nil, can},
		{"librarians who may challenge", []string{file("library")}, can},
		{"librarians the day before the right began", []string{"-on", "2012-06-26", file("library")}, cannot},
		{"nurses who may request", []string{file("nurses")}, can},
		{"a rejection on a ground that does not hold", []string{file("rejected")}, cannot},
		{"a contract that may be reserved, and a transfer as it should be", []string{file("youth")}, can},
		{"the same when the law of reservation was another", []string{"-on", "2026-05-31", file("youth")}, can},
		{"a right of which it is not known whether it stands", []string{file("today")}, unknown},
		{"a service that the right never covered", []string{file("never")}, wrong},
		{"a file that is not there", []string{file("none")}, wrong},
		{"two files", []string{file("library"), file("nurses")}, wrong},
		{"a day that is none", []string{"-on", "2026-02-30"}, wrong},
		{"help", []string{"-h"}, can},
	} {
		t.Run(tc.name, func(t *testing.T) {
			status, _, stderr := ask(tc.args...)
			assert.Equal(t, tc.want, status, stderr)
		})
	}
}

func TestTheLibrariansGetTheirDates(t *testing.T) {
	_, out, _ := ask()
	for _, want := range []string{
		"From 1 February 2013 to 30 April 2013:", "By 30 May 2013:", "By 29 June 2013:", "90 to 365 days after its decision",
		"10. (judgement)", "open to all comers", "section/84/2013-03-01",
	} {
		assert.Contains(t, out, want)
	}
	_, again, _ := ask(file("library"))
	assert.Equal(t, out, again, "the same question, the same bytes")
}

func TestEachPartIsAnswered(t *testing.T) {
	_, out, _ := ask(file("rejected"))
	assert.Contains(t, out, "crtc.told-late")
	assert.Contains(t, out, "crtc.ground-negotiating")
	_, out, _ = ask(file("youth"))
	for _, want := range []string{
		"For 60 months at most", "from 1 June 2029", "By 3 September 2026", "In all", "Section 33: Public service mutuals",
	} {
		assert.Contains(t, strings.ReplaceAll(strings.ReplaceAll(out, "\n", " "), "in all", "In all"), strings.ReplaceAll(want, "\n", " "))
	}
	_, out, _ = ask(file("today"))
	assert.Contains(t, out, "What is not known")
	_, _, stderr := ask(file("never"))
	assert.Contains(t, stderr, "never.json: question: not a question: matter.service.kind: the right never covered it")
}

func TestJSONIsTheReply(t *testing.T) {
	for _, name := range files {
		_, out, stderr := ask("-json", file(name))
		require.Empty(t, stderr)
		var got spinout.Reply
		require.NoError(t, json.Unmarshal([]byte(out), &got), name)
		assert.False(t, got.On.IsZero())
		assert.NotEmpty(t, got.Version)
	}
}

func TestTextFits(t *testing.T) {
	for _, name := range files {
		_, out, stderr := ask(file(name))
		require.Empty(t, stderr)
		for i, line := range strings.Split(out, "\n") {
			if !strings.Contains(line, "https://") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), console.Width, "%s line %d", name, i+1)
			}
		}
	}
}
