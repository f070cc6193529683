package election_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/governance/election"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestTheHashIsThatOfTheSortedFileWhateverTheOrderOfPapers(t *testing.T) {
	b := ballotsOf(t, "2", "-4\n1 2 0\n2 1 2 0\n3 1=2 0\n1 1 0\n4 0\n2 4 0")
	sum := sha256.Sum256([]byte("4 2\n-4\n1 1 0\n2 1 2 0\n1 2 0\n3 1=2 0\n4 0\n2 4 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"T\"\n"))
	assert.Equal(t, hex.EncodeToString(sum[:]), b.Hash())
	assert.Equal(t, b.Hash(), ballotsOf(t, "2", "-4\n3 2=1 0\n1 1 2 0\n1 1 0\n1 2 0\n1 1 2 0\n4 0\n1 4 0\n1 4 0").Hash())
	assert.NotEqual(t, b.Hash(), ballotsOf(t, "2", "-4\n1 2 0\n2 1 2 0\n4 1=2 0\n1 1 0\n4 0\n2 4 0").Hash())
	points, other := pointsOf(t, 1, []int{1, 2}, []int{2, 1}), pointsOf(t, 1, []int{2, 1}, []int{1, 2})
	assert.Equal(t, points.Hash(), other.Hash())
	assert.NotEqual(t, points.Hash(), pointsOf(t, 1, []int{1, 2}, []int{2, 2}).Hash())
}

func TestAnybodyCanCountAgainFromTheRecord(t *testing.T) {
	b := ballotsOf(t, "3", "2 1=2 0\n2 3=4 0\n1 1=2=3 0")
	rule := election.Limited(2)
	for _, o := range []election.Options{{Lot: []int{4, 3, 2, 1}}, {Seed: "public dice 3 6 1"}} {
		r, err := election.Count(b, rule, o)
		require.NoError(t, err)
		a, err := election.NewAudit(b, rule, r)
		require.NoError(t, err)
		text, err := json.Marshal(a)
		require.NoError(t, err)
		var again election.Audit
		require.NoError(t, json.Unmarshal(text, &again))
		got, err := again.Recount(ballotsOf(t, "3", "1 1=2=3 0\n1 2=1 0\n2 3=4 0\n1 2=1 0"))
		require.NoError(t, err)
		assert.Equal(t, r, got)

		_, err = again.Recount(ballotsOf(t, "3", "2 1=2 0\n2 3=4 0\n2 1=2=3 0"))
		require.ErrorIs(t, err, election.ErrAudit, "another paper")
		again.Lot = &election.Lot{Order: []int{1, 2, 3, 4}}
		_, err = again.Recount(b)
		require.ErrorIs(t, err, election.ErrAudit, "another lot")
		again.Rule = "guess"
		_, err = again.Recount(b)
		require.ErrorIs(t, err, election.ErrRule)

		foot := sheetText(t, election.Sheet{Result: r, Audit: a})
		assert.Contains(t, foot, a.Ballots)
		assert.Contains(t, foot, a.Result)
		assert.Contains(t, foot, `parameters {"marks":2,"over":"invalid"}, 3 seats;`)
	}
}

// audited counts, writes the record as JSON and reads it again.
func audited(t *testing.T, b *election.Ballots, rule election.Rule, o election.Options) (*election.Result, *election.Audit) {
	t.Helper()
	r := counted(t, b, rule, o)
	a, err := election.NewAudit(b, rule, r)
	require.NoError(t, err)
	text, err := json.Marshal(a)
	require.NoError(t, err)
	var again election.Audit
	require.NoError(t, law.Decode(bytes.NewReader(text), &again))
	return r, &again
}

// bound are the options of a vacancy, of reservations and of both, on four candidates for two
// seats of whom the first two are elected.
func bound() map[string]election.Options {
	v := &election.Vacancy{Vacated: []int{1}, Sitting: []int{2}}
	some := []election.Reservation{{Name: "staff", Group: []int{3, 4}, Most: law.Known(1)}, {Group: []int{2, 4}, Least: 1}}
	return map[string]election.Options{
		"vacancy":      {Seed: "x", Vacancy: v},
		"reservations": {Lot: []int{4, 3, 2, 1}, Reservations: some},
		"both":         {Seed: "x", Vacancy: v, Reservations: some},
	}
}

func TestAVacancyAndReservationsAreCountedAgainToTheSameBytes(t *testing.T) {
	b := ballotsOf(t, "2", "6 1 4 0\n5 2 3 0\n3 3 0\n2 4 0")
	for name, o := range bound() {
		for _, rule := range []election.Rule{election.Scottish(), election.WIGM(), election.ERS97(), election.NorthernIreland()} {
			r, a := audited(t, b, rule, o)
			got, err := a.Recount(ballotsOf(t, "2", "2 4 0\n5 2 3 0\n3 1 4 0\n3 3 0\n3 1 4 0"))
			require.NoError(t, err, name)
			assert.Equal(t, asJSON(t, r), asJSON(t, got))
			var read election.Result
			require.NoError(t, json.Unmarshal([]byte(asJSON(t, r)), &read))
			assert.Equal(t, r, &read)
			assert.Equal(t, asJSON(t, r), asJSON(t, &read))
		}
	}
}

func TestARecordOfAPlainCountNamesNeitherVacancyNorReservations(t *testing.T) {
	_, a := audited(t, ballotsOf(t, "2", "6 1 4 0\n5 2 3 0"), election.Scottish(), election.Options{})
	text, err := json.Marshal(a)
	require.NoError(t, err)
	assert.NotContains(t, string(text), "vacancy")
	assert.NotContains(t, string(text), "reservations")
}

func TestATamperedRecordIsFoundOut(t *testing.T) {
	b := ballotsOf(t, "2", "6 1 4 0\n5 2 3 0\n3 3 0\n2 4 0")
	for name, c := range map[string]struct {
		of     string
		tamper func(a *election.Audit)
		is     error
		place  string
	}{
		"no vacancy":             {"vacancy", func(a *election.Audit) { a.Vacancy = nil }, election.ErrAudit, "the result has the hash"},
		"another vacancy":        {"vacancy", func(a *election.Audit) { a.Vacancy = &election.Vacancy{Vacated: []int{2}, Sitting: []int{1}} }, election.ErrAudit, "the result has the hash"},
		"one more passed over":   {"vacancy", func(a *election.Audit) { a.Vacancy.Vacated = []int{1, 3} }, election.ErrAudit, "the result has the hash"},
		"a stranger sits":        {"vacancy", func(a *election.Audit) { a.Vacancy.Sitting[0] = 7 }, election.ErrBallots, "vacancy.sitting[0]: there is no candidate 7"},
		"reservations are added": {"vacancy", func(a *election.Audit) { a.Reservations = []election.Reservation{{Group: []int{1}}} }, election.ErrAudit, "the result has the hash"},
		"none is reserved":       {"reservations", func(a *election.Audit) { a.Reservations = nil }, election.ErrAudit, "the result has the hash"},
		"one reservation fewer":  {"reservations", func(a *election.Audit) { a.Reservations = a.Reservations[:1] }, election.ErrAudit, "the result has the hash"},
		"another name":           {"reservations", func(a *election.Audit) { a.Reservations[0].Name = "members" }, election.ErrAudit, "the result has the hash"},
		"another bound":          {"reservations", func(a *election.Audit) { a.Reservations[0].Most = law.Known(2) }, election.ErrAudit, "the result has the hash"},
		"a stranger in a group":  {"both", func(a *election.Audit) { a.Reservations[1].Group[1] = 0 }, election.ErrBallots, "reservations[1].group[1]: there is no candidate 0"},
		"a rule that knows none": {"both", func(a *election.Audit) { a.Rule, a.Parameters = "fptp", nil }, election.ErrRule, "vacancy: fptp fills none"},
		"another version's rule": {"both", func(a *election.Audit) { a.Parameters = json.RawMessage(`{"luck": 1}`) }, election.ErrRule, "luck"},
		"another number of them": {"reservations", func(a *election.Audit) { a.Seats = 1 }, election.ErrAudit, "the result has the hash"},
	} {
		t.Run(name, func(t *testing.T) {
			_, a := audited(t, b, election.ERS97(), bound()[c.of])
			c.tamper(a)
			got, err := a.Recount(b)
			require.ErrorIs(t, err, c.is)
			require.ErrorContains(t, err, c.place)
			assert.Nil(t, got)
		})
	}
}

func TestTheFootOfASheetHasWhatARecountNeeds(t *testing.T) {
	b := ballotsOf(t, "2", "6 1 4 0\n5 2 3 0\n3 3 0\n2 4 0")
	r, a := audited(t, b, election.Scottish(), bound()["both"])
	foot := sheetText(t, election.Sheet{Result: r, Audit: a})
	assert.Contains(t, foot, "\nvacancy {\"vacated\":[1],\"sitting\":[2]};\n")
	assert.Contains(t, foot, "\nreservations [{\"name\":\"staff\",\"group\":[3,4],\"most\":1},{\"group\":[2,4],\"least\":1}];\n")
}

// FuzzAudit: whatever a record says, a recount gives a result with the hash in it, or an
// error and no result.
func FuzzAudit(f *testing.F) {
	const papers = "4 2\n6 1 4 0\n5 2 3 0\n3 3 0\n2 4 0\n0\nA\nB\nC\nD\n"
	f.Add(`{"rule": "ers97", "seats": 2, "vacancy": {"vacated": [1], "sitting": [2]}}`)
	f.Add(`{"rule": "scottish", "seats": 2, "reservations": [{"group": [4], "least": 1}], "lot": {"order": [1]}}`)
	f.Add(`{"rule": "ni", "seats": 1, "parameters": {"one_place_waits": true}, "lot": {"seed": "x"}}`)
	f.Fuzz(func(t *testing.T, text string) {
		b, err := election.ReadBLT(strings.NewReader(papers), election.Reading{})
		require.NoError(t, err)
		var a election.Audit
		if law.Decode(strings.NewReader(text), &a) != nil {
			return
		}
		a.Ballots = b.Hash()
		got, err := a.Recount(b)
		if errors.Is(err, election.ErrAudit) {
			_, hash, _ := strings.Cut(err.Error(), "the result has the hash ")
			a.Result = hash[:64]
			got, err = a.Recount(b)
			require.NoError(t, err)
		}
		require.Equal(t, err == nil, got != nil)
		require.NotErrorIs(t, err, election.ErrSum)
	})
}
