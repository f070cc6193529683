package simulate

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual"
	"github.com/rochdale-go/rochdale/mutual/surplus"
)

// MaxScenarios bounds how many scenarios are simulated side by side.
const MaxScenarios = 100

// A Scenario is an organisation of one legal form, what its years ahead rest on, and what
// it would do with a surplus. A reform is a scenario whose form has a figure changed.
type Scenario struct {
	Name         string
	Organisation *mutual.Organisation
	Assumptions  *Assumptions
	Policy       *surplus.Policy
}

// A Spec is what is simulated. Path n of every scenario draws the same numbers, so that
// what differs between scenarios is not chance. The first scenario is the one that the
// others are compared with.
type Spec struct {
	// Seed decides every draw. Any number will do; another gives other paths.
	Seed      uint64
	Scenarios []Scenario
}

// Check refuses what cannot be simulated; the error begins with the place.
func (s *Spec) Check() error {
	_, err := s.models()
	return err
}

// models makes every scenario ready.
func (s *Spec) models() ([]*model, error) {
	if n := len(s.Scenarios); n < 1 || n > MaxScenarios {
		return nil, fmt.Errorf("scenarios: %d is not between 1 and %d", n, MaxScenarios)
	}
	out := make([]*model, len(s.Scenarios))
	seen, worlds := make(map[string]int), make(map[*Assumptions]*world)
	for i := range s.Scenarios {
		x := &s.Scenarios[i]
		if j, ok := seen[x.Name]; ok {
			return nil, fmt.Errorf("%s: %q: scenarios[%d] has that name already", law.Path("scenarios", i, "name"), x.Name, j)
		}
		seen[x.Name] = i
		m, err := x.model(worlds)
		if err != nil {
			return nil, fmt.Errorf("%s.%w", law.Path("scenarios", i, ""), err)
		}
		if m.world.a.Years != out[0].orSelf(m).world.a.Years {
			return nil, fmt.Errorf("%s: %d, where the first scenario has %d", law.Path("scenarios", i, "assumptions.years"), m.world.a.Years, out[0].world.a.Years)
		}
		out[i] = m
	}
	return out, nil
}

func (m *model) orSelf(other *model) *model {
	if m == nil {
		return other
	}
	return m
}

// identity is what a scenario rests on, as data.
type identity struct {
	Name        string          `json:"name"`
	Form        string          `json:"form"`
	Figures     []law.Figure    `json:"figures"`
	In          law.Extent      `json:"in"`
	Body        any             `json:"body"`
	Assumptions *Assumptions    `json:"assumptions"`
	Policy      *surplus.Policy `json:"policy"`
}

// Fingerprint is a hash of everything that a run's figures depend on, the library's version
// and the figures of law among it: tallies of one fingerprint can be merged.
func (s *Spec) Fingerprint() (string, error) {
	h := sha256.New()
	e := json.NewEncoder(h)
	if err := e.Encode(struct {
		Version string
		Seed    uint64
	}{law.Version, s.Seed}); err != nil {
		return "", err
	}
	for i := range s.Scenarios {
		x := &s.Scenarios[i]
		if x.Organisation == nil || x.Organisation.Form == nil {
			return "", fmt.Errorf("%s: %w", law.Path("scenarios", i, "organisation"), errNone)
		}
		id := identity{
			Name: x.Name, Form: x.Organisation.Form.FormID(), In: x.Organisation.In, Body: x.Organisation.Body,
			Assumptions: x.Assumptions, Policy: x.Policy,
		}
		for f := range x.Organisation.Form.FigureList() {
			id.Figures = append(id.Figures, f)
		}
		if err := e.Encode(id); err != nil {
			return "", fmt.Errorf("%s: %w", law.Path("scenarios", i, ""), err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

var errNone = errors.New("none is given")
