package spinout_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

const asked = `{
  "schema": 1, "name": "All parts", "on": "2026-04-01",
  "matter": {"asked": "2026-03-02", "service": {"kind": "library", "provided": true, "in_england": true, "named_person": false},
    "holder": {"kind": "parish-council"}, "authority": {"kind": "district-council", "windows": []}},
  "body": {"left_public_sector": true},
  "award": {"contract": {"cpv": ["92511000-6"], "begun": "2026-01-05", "months": 36, "nhs_health_care": false}, "bidder": {"body": {"employees_control": true}}},
  "in_house": {"private_shares": true}, "renewal": {"framework": true},
  "transfer": {"on": "2026-09-01", "relevant": true}
}`

func question(t testing.TB, text string) *spinout.Question {
	t.Helper()
	q, err := spinout.ReadQuestion(strings.NewReader(text))
	require.NoError(t, err)
	return q
}

func reply(t testing.TB, text string) *spinout.Reply {
	t.Helper()
	l := spinout.EnactedLaw()
	r, err := question(t, text).Answer(&l)
	require.NoError(t, err)
	return r
}

func TestEveryPartOfAQuestionIsAnswered(t *testing.T) {
	r := reply(t, asked)
	assert.Equal(t, law.MustDate("2026-03-02"), r.Rights.On, "as at the day on which the service was asked for")
	assert.Equal(t, law.Met, r.Rights.Rights[2].Outcome)
	assert.Empty(t, r.Rights.Rights[0].Steps, "no steps of a right that is not there")
	assert.Nil(t, r.Judgement, "nothing is stated of an expression of interest")
	assert.Equal(t, law.Unknown, r.Tests.Policy)
	assert.Equal(t, route.Reserved33, r.Reservation.Way)
	assert.Equal(t, law.Unknown, r.Reservation.Outcome)
	assert.Equal(t, law.MustDate("2026-01-05"), r.RoutesOn)
	assert.Len(t, r.Routes, 10)
	assert.Len(t, r.Deadlines, 3)
	assert.NotNil(t, r.SocialValue)
	assert.NotNil(t, r.Transfer)
	require.ErrorIs(t, r.InHouse.Err(), route.PrivateShares)
	require.ErrorIs(t, r.Renewal.Err(), route.FrameworkDirect)
	b, err := json.Marshal(r)
	require.NoError(t, err)
	var back spinout.Reply
	require.NoError(t, law.Decode(bytes.NewReader(b), &back))
	assert.Equal(t, r.Deadlines[0].By, back.Deadlines[0].By)
}

func TestWhatIsNotAskedIsNotAnswered(t *testing.T) {
	r := reply(t, `{"schema": 1, "on": "2026-04-01", "body": {}}`)
	assert.Nil(t, r.Rights)
	assert.Nil(t, r.Reservation)
	assert.Nil(t, r.InHouse)
	assert.Nil(t, r.Renewal)
	assert.Nil(t, r.Transfer)
	r = reply(t, `{"schema": 1, "on": "2026-04-01", "award": {"contract": {}, "bidder": {"body": {}}}}`)
	assert.Empty(t, r.Routes, "whether it is for health care is not stated")
	r = reply(t, `{"schema": 1, "on": "2024-04-01", "award": {"contract": {"begun": "2025-05-01"}, "bidder": {"body": {}}}}`)
	assert.Equal(t, route.Reserved33, r.Reservation.Way, "asked ahead of a procurement, by the law that it will begin under")
	assert.Equal(t, law.MustDate("2025-05-01"), r.Reservation.On)
	r = reply(t, `{"schema": 1, "on": "2026-04-01", "transfer": {"on": "2026-09-01"}}`)
	assert.Empty(t, r.Deadlines, "whether the transfer is a relevant one is not stated")
}

func TestAQuestionOfOneRight(t *testing.T) {
	text := strings.Replace(asked, `"name"`, `"right": "community-right-to-challenge", "name"`, 1)
	r := reply(t, text)
	require.Len(t, r.Rights.Rights, 1)
	assert.Equal(t, right.Challenge, r.Rights.Rights[0].Right)
	text = strings.Replace(text, `"authority": {`, `"decision": {"ruling": "not-considered"}, "authority": {`, 1)
	r = reply(t, text)
	require.NotNil(t, r.Judgement)
	o, ok := r.Judgement.Conduct.Outcome(right.Unheard)
	assert.True(t, ok)
	assert.Equal(t, law.Unknown, o, "whether the expression complies is not stated")
}

func TestAnAcceptanceMakesDatesOfTheProcurement(t *testing.T) {
	text := strings.Replace(asked, `"windows": []}`, `"windows": [], "begin_after_days": 30, "begin_within_days": 60}, "decision": {"ruling": "accepted", "decided": "2026-03-20"}`, 1)
	text = strings.Replace(text, `"on": "2026-04-01"`, `"on": "2026-04-20"`, 1)
	s := reply(t, text).Rights.Rights[2].Steps[5]
	assert.Equal(t, "2026-04-19", s.NotBefore.String())
	assert.Equal(t, "2026-05-19", s.By.String())
}

func TestAReformIsAnsweredByItsOwnFigures(t *testing.T) {
	l := spinout.EnactedLaw()
	var err error
	l.Rights.TellDays, err = l.Rights.TellDays.With(law.Entry[int]{
		From: law.MustDate("2026-01-01"), Value: 10, By: law.Instrument{Title: "A reform"}.At("", ""), Checked: law.MustDate("2026-11-23"),
	})
	require.NoError(t, err)
	r, err := question(t, asked).Answer(&l)
	require.NoError(t, err)
	assert.Equal(t, "2026-03-11", r.Rights.Rights[2].Steps[1].By.String(), "ten days beginning with the day of receipt")
}

func TestBadQuestionsNameThePlace(t *testing.T) {
	for want, swap := range map[string][2]string{
		"schema: 2":                                 {`"schema": 1`, `"schema": 2`},
		"on: no day":                                {`"on": "2026-04-01"`, `"on": ""`},
		"unknown field":                             {`"name": "All parts"`, `"nmae": "All parts"`},
		"matter.service.kind":                       {`"kind": "library"`, `"kind": "rocketry"`},
		"matter.authority.kind":                     {`"kind": "district-council"`, `"kind": "tennis-club"`},
		"matter.asked: 2026-04-02":                  {`"asked": "2026-03-02"`, `"asked": "2026-04-02"`},
		"matter.authority.windows[0].last":          {`"windows": []`, `"windows": [{"first": "2026-03-02", "last": "2026-03-01"}]`},
		"matter.decision.told":                      {`"authority": {`, `"decision": {"told": "2026-03-01"}, "authority": {`},
		"award.contract.cpv[0]":                     {`"92511000-6"`, `"library"`},
		"award.contract.months":                     {`"months": 36`, `"months": -1`},
		"transfer.liability_information.as_at":      {`"relevant": true`, `"relevant": true, "liability_information": {"given": "2026-03-01", "as_at": "2026-03-02"}`},
		"right: the right never covered":            {`"name"`, `"right": "right-to-mutualise", "name"`},
		"matter.service.kind: the right never":      {`"name"`, `"right": "right-to-request", "name"`},
		"matter.service.named_person: the right ne": {`"named_person": false}`, `"named_person": true}, "expression": {}`},
	} {
		t.Run(want, func(t *testing.T) {
			require.Contains(t, asked, swap[0])
			text := strings.Replace(asked, swap[0], swap[1], 1)
			if strings.HasPrefix(want, "matter.service.named_person") {
				text = strings.Replace(text, `"name"`, `"right": "community-right-to-challenge", "name"`, 1)
			}
			_, err := spinout.ReadQuestion(strings.NewReader(text))
			assert.ErrorContains(t, err, want)
		})
	}
	for want, text := range map[string]string{
		"nothing is asked":       `{"schema": 1, "on": "2026-04-01"}`,
		"no matter is given":     `{"schema": 1, "on": "2026-04-01", "right": "right-to-provide", "body": {}}`,
		"award.contract.awarded": `{"schema": 1, "on": "2026-04-01", "award": {"contract": {"begun": "2026-05-01", "awarded": "2026-04-30"}, "bidder": {"body": {}}}}`,
		"the document is empty":  ``,
		"body.staff_own: not a body: employees own 101% of it":            `{"schema": 1, "on": "2026-04-01", "body": {"staff_own": "101%"}}`,
		"body.staff_own: not a body: employees own -1% of it":             `{"schema": 1, "on": "2026-04-01", "body": {"staff_own": "-1%"}}`,
		"award.bidder.body.staff_own: not a body":                         `{"schema": 1, "on": "2026-04-01", "award": {"contract": {}, "bidder": {"body": {"staff_own": "101%"}}}}`,
		"award.bidder.support.joint_share: not an award: 101% is no part": `{"schema": 1, "on": "2026-04-01", "award": {"contract": {}, "bidder": {"body": {}, "support": {"joint_share": "101%"}}}}`,
		"award.bidder.support.share: not an award: -1% is no part":        `{"schema": 1, "on": "2026-04-01", "award": {"contract": {}, "bidder": {"body": {}, "support": {"share": "-1%"}}}}`,
		"in_house.for_owners: not an award: 101% is no part of a whole":   `{"schema": 1, "on": "2026-04-01", "in_house": {"for_owners": "101%"}}`,
		"renewal.value_before: not an award: a value of":                  `{"schema": 1, "on": "2026-04-01", "renewal": {"value_before": "-1"}}`,
		"renewal.value_after: not an award: a value of":                   `{"schema": 1, "on": "2026-04-01", "renewal": {"value_after": "-0.01"}}`,
		"matter.authority.kind: the":                                      `{"schema": 1, "on": "2013-04-01", "right": "community-right-to-challenge", "matter": {"service": {}, "holder": {}, "authority": {"kind": "nhs-trust"}}}`,
	} {
		_, err := spinout.ReadQuestion(strings.NewReader(text))
		require.Error(t, err)
		assert.ErrorContains(t, err, want)
	}
	_, err := spinout.ReadQuestion(strings.NewReader(`{"schema": 1, "on": "2026-04-01", "body": {"staff_own": "100%"}, "in_house": {"for_owners": "0%"}, "renewal": {"value_before": "0"}}`))
	require.NoError(t, err, "the ends of a range are in it")
	l := spinout.EnactedLaw()
	_, err = (&spinout.Question{}).Answer(&l)
	assert.ErrorIs(t, err, spinout.ErrQuestion, "a question made in Go is checked too")
}

func FuzzReadQuestion(f *testing.F) {
	f.Add([]byte(asked))
	files, err := filepath.Glob(filepath.Join("..", "..", "examples", "rights", "testdata", "*.json"))
	require.NoError(f, err)
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(b)
	}
	l := spinout.EnactedLaw()
	f.Fuzz(func(t *testing.T, data []byte) {
		q, err := spinout.ReadQuestion(bytes.NewReader(data))
		if err != nil {
			return
		}
		r, err := q.Answer(&l)
		if err != nil {
			return
		}
		_, err = json.Marshal(r)
		require.NoError(t, err)
	})
}

func BenchmarkAnswer(b *testing.B) {
	q, l := question(b, asked), spinout.EnactedLaw()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := q.Answer(&l); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleReadQuestion() {
	q, err := spinout.ReadQuestion(strings.NewReader(`{"schema": 1, "on": "2011-06-01", "matter": {
	  "service": {"kind": "social-care"}, "holder": {"kind": "employees", "staff": 1, "of_authority": true}, "authority": {"kind": "care-organisation"}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	figures := spinout.EnactedLaw()
	reply, err := q.Answer(&figures)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range reply.Rights.Open() {
		fmt.Println(e.Right.Title()+":", e.Steps[0].Does, "by", e.Steps[0].By.Long())
	}
	// Output: Right to Provide: put an expression of interest to the organisation's board by 31 December 2011
}
