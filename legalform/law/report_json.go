package law

import "encoding/json"

// The JSON of a report: provisions are objects with a link as at the date that governed.

type resultJSON struct {
	Code      Code          `json:"code"`
	Outcome   Outcome       `json:"outcome"`
	Weight    Weight        `json:"weight"`
	On        Date          `json:"on,omitzero"`
	Provision provisionJSON `json:"provision"`
	Says      string        `json:"says"`
}

// MarshalJSON writes the rule's code, weight, provision and sentence beside the outcome.
func (r Result) MarshalJSON() ([]byte, error) {
	m := r.Rule()
	return json.Marshal(resultJSON{m.Code, r.Outcome, m.Weight, r.On, m.Provision.as(r.On), m.Says})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Result) UnmarshalJSON(b []byte) error {
	var j resultJSON
	if err := strictUnmarshal(b, &j); err != nil {
		return err
	}
	*r = Result{&Meta{Code: j.Code, Weight: j.Weight, Provision: j.Provision.provision(), Says: j.Says}, j.Outcome, j.On}
	return nil
}

// MarshalJSON links the provision as at the finding's date.
func (f Finding) MarshalJSON() ([]byte, error) {
	type bare Finding
	return json.Marshal(struct {
		bare
		Provision provisionJSON `json:"provision"`
	}{bare(f), f.Provision.as(f.On)})
}
